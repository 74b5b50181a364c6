package dev.signet.authority.grant;

import dev.signet.authority.token.TokenSet;
import java.util.Locale;

/** What became of a wish for a person's tokens. */
public sealed interface Grant {

    record Issued(TokenSet tokens) implements Grant {}

    /**
     * No tokens.
     *
     * @param description for the client's developer; names no secret and no person
     */
    record Refused(Error error, String description) implements Grant {}

    /** The {@code error} member (RFC 6749 §5.2). */
    enum Error {
        INVALID_GRANT,
        INVALID_SCOPE,
        UNAUTHORIZED_CLIENT,
        /** RFC 8707 §2: no such audience for this client. */
        INVALID_TARGET;

        private final String code = name().toLowerCase(Locale.ROOT);

        public String code() {
            return code;
        }
    }
}
