package dev.signet.authority.refresh;

import dev.signet.authority.account.Account;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.session.Session;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What became of one presented refresh token (RFC 6749 §6, RFC 9700 §4.14.2). */
public sealed interface Refresh {

    /**
     * The presented token is spent and this is its one successor.
     *
     * @param repeated whether the same client instance was told before, and asked again
     */
    record Rotated(
            Credential next,
            TokenFamily family,
            Scopes scopes,
            Account account,
            Session session,
            boolean repeated)
            implements Refresh {}

    /** Not good; nothing was changed but what the cause says. */
    record Refused(Cause cause) implements Refresh {}

    /**
     * A spent token came back, so a copy is in other hands; its session and family are revoked.
     *
     * @param firstSpentAt empty when that is so long ago that it is remembered no more
     */
    record Replayed(TokenFamily family, Optional<Instant> firstSpentAt) implements Refresh {}

    /** Why a token was refused. */
    enum Cause {
        /** Never issued, or forgotten since. */
        UNKNOWN,
        EXPIRED,
        /** Its session has ended. */
        REVOKED,
        /** Issued to another client. */
        WRONG_CLIENT,
        /** Bound to a DPoP key that was not proved. */
        WRONG_KEY,
        /** More was asked for than was granted (RFC 6749 §6); the token is not spent. */
        INVALID_SCOPE,
        /** The account is disabled; its session has ended. */
        INACTIVE_SUBJECT;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** The cause as it stands in the audit log. */
        public String code() {
            return code;
        }
    }
}
