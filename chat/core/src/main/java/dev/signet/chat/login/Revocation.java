package dev.signet.chat.login;

import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import java.time.Instant;

/** What was revoked, as the feed tells it; decides which users' work ends at once. */
public sealed interface Revocation {

    /** Whether a token of that identity is no longer good. */
    boolean hits(Identity identity);

    /** What the owner is told. */
    Reason reason();

    /** One login ended. */
    record OfSession(String sessionId) implements Revocation {
        @Override
        public boolean hits(Identity identity) {
            return identity.sessionId().filter(sessionId::equals).isPresent();
        }

        @Override
        public Reason reason() {
            return Reason.REVOKED_SESSION;
        }
    }

    /** Every token of an account that was issued before that moment. */
    record OfSubject(String subject, Instant issuedBefore) implements Revocation {
        @Override
        public boolean hits(Identity identity) {
            return identity.subject().equals(subject) && identity.issuedAt().isBefore(issuedBefore);
        }

        @Override
        public Reason reason() {
            return Reason.REVOKED_SUBJECT;
        }
    }

    /** One token. */
    record OfToken(String tokenId) implements Revocation {
        @Override
        public boolean hits(Identity identity) {
            return identity.tokenId().equals(tokenId);
        }

        @Override
        public Reason reason() {
            return Reason.REVOKED_TOKEN;
        }
    }

    /** Everything that one key signed. */
    record OfKey(String keyId) implements Revocation {
        @Override
        public boolean hits(Identity identity) {
            return identity.keyId().filter(keyId::equals).isPresent();
        }

        @Override
        public Reason reason() {
            return Reason.KEY_REVOKED;
        }
    }
}
