package dev.signet.authority.client;

import dev.signet.authority.credential.Credential;
import java.util.Optional;

/** What became of a wish to add a client. */
public sealed interface ClientRegistration {

    /**
     * The client exists.
     *
     * @param secret shown now and never again; empty for a public client
     */
    record Registered(Client client, Optional<Credential> secret) implements ClientRegistration {}

    record IdTaken() implements ClientRegistration {}

    /** The authority has as many clients as it can hold. */
    record TooMany() implements ClientRegistration {}
}
