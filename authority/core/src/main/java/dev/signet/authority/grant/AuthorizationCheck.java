package dev.signet.authority.grant;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.Scopes;
import java.util.Locale;
import java.util.Optional;

/** What an authorization request is worth (RFC 6749 §4.1.2). */
public sealed interface AuthorizationCheck {

    /** Good: ask the person to sign in, then {@link Authorizations#authorize}. */
    record Accepted(
            Client client,
            String redirectUri,
            Scopes scopes,
            Optional<String> state,
            Optional<String> nonce,
            Pkce pkce)
            implements AuthorizationCheck {}

    /**
     * Nobody can be sent back, for the client or its address is not known: tell the person and
     * redirect nowhere (RFC 9700 §4.11).
     */
    record Untrusted(String why) implements AuthorizationCheck {}

    /** Send the person back to the client with an error. */
    record Denied(String redirectUri, Optional<String> state, Error error, String description)
            implements AuthorizationCheck {}

    /** The {@code error} parameter. */
    enum Error {
        INVALID_REQUEST,
        UNAUTHORIZED_CLIENT,
        UNSUPPORTED_RESPONSE_TYPE,
        INVALID_SCOPE;

        private final String code = name().toLowerCase(Locale.ROOT);

        public String code() {
            return code;
        }
    }
}
