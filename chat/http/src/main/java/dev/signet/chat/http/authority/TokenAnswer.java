package dev.signet.chat.http.authority;

import java.util.Optional;

/** What the token endpoint made of a code or a refresh token. */
public sealed interface TokenAnswer {

    /**
     * New tokens. Never printed.
     *
     * @param refreshToken empty when the login is not to be prolonged
     * @param idToken only beside a code that was asked for with scope {@code openid}
     */
    record Issued(String accessToken, Optional<String> refreshToken, Optional<String> idToken)
            implements TokenAnswer {
        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    /**
     * The grant is good no more, and trying again will not help.
     *
     * @param error as of RFC 6749 §5.2
     */
    record Refused(String error) implements TokenAnswer {}

    /** The fault is ours or the authority's; the grant may still be good. */
    record Unavailable() implements TokenAnswer {}
}
