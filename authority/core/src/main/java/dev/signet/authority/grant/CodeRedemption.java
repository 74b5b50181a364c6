package dev.signet.authority.grant;

import dev.signet.authority.refresh.RefreshTokens.FirstToken;
import dev.signet.authority.token.UserGrant;
import java.util.Optional;

/** What became of one presented authorization code. */
sealed interface CodeRedemption {

    /** The code is spent; its family is stored if there is one. */
    record Redeemed(UserGrant grant, Optional<FirstToken> refresh, Optional<String> nonce)
            implements CodeRedemption {}

    record Refused(Cause cause) implements CodeRedemption {}

    /** It was used before, so a copy is in other hands; its session has ended. */
    record Replayed(String sessionId) implements CodeRedemption {}

    /** Why a code was refused. */
    enum Cause {
        UNKNOWN("code: unknown, expired or revoked"),
        WRONG_CLIENT("code: unknown, expired or revoked"),
        EXPIRED("code: unknown, expired or revoked"),
        SESSION_ENDED("code: unknown, expired or revoked"),
        WRONG_REDIRECT_URI("redirect_uri: not the one of the authorization request"),
        WRONG_VERIFIER("code_verifier: does not match the challenge");

        private final String description;

        Cause(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }
}
