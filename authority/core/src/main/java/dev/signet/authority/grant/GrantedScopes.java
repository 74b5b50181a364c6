package dev.signet.authority.grant;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.Scopes;
import java.util.Optional;

/** Which scopes a request comes to. */
final class GrantedScopes {

    private GrantedScopes() {}

    /**
     * What was asked for, if the client may ask for all of it; its defaults when nothing was, if it
     * has any.
     */
    static Optional<Scopes> of(Optional<String> parameter, Client client) {
        if (parameter.isEmpty()) {
            return Optional.of(client.scopes().usual()).filter(usual -> !usual.values().isEmpty());
        }
        return within(client.scopes().allowed(), parameter.get());
    }

    /** For a service: what was asked for, or all that it may have in its own name. */
    static Optional<Scopes> ofService(Optional<String> parameter, Client client) {
        Scopes all = client.serviceScopes();
        return parameter.isEmpty() ? Optional.of(all) : within(all, parameter.get());
    }

    private static Optional<Scopes> within(Scopes allowed, String parameter) {
        return Scopes.parse(parameter).filter(allowed::containsAll);
    }
}
