package dev.signet.token.revocation;

import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that the authority tells every verifier. {@code until} is the instant from which the
 * event may be forgotten, because no token that it concerns can still be alive.
 */
public sealed interface RevocationEvent {

    /** Why this event ends the identity's token; empty when it does not concern it. */
    Optional<Reason> reasonAgainst(Identity identity);

    /** One token, by {@code jti}. */
    record TokenRevoked(String tokenId, Instant until) implements RevocationEvent {
        public TokenRevoked {
            requireNamed(tokenId);
        }

        @Override
        public Optional<Reason> reasonAgainst(Identity identity) {
            return identity.tokenId().equals(tokenId)
                    ? Optional.of(Reason.REVOKED_TOKEN)
                    : Optional.empty();
        }
    }

    /** A login, with every token and connection that came of it, by {@code sid}. */
    record SessionRevoked(String sessionId, Instant until) implements RevocationEvent {
        public SessionRevoked {
            requireNamed(sessionId);
        }

        @Override
        public Optional<Reason> reasonAgainst(Identity identity) {
            return identity.sessionId()
                    .filter(sessionId::equals)
                    .map(same -> Reason.REVOKED_SESSION);
        }
    }

    /** Every token of a subject that was issued before an instant. */
    record SubjectRevoked(String subject, Instant notBefore, Cause cause, Instant until)
            implements RevocationEvent {
        public SubjectRevoked {
            requireNamed(subject);
        }

        @Override
        public Optional<Reason> reasonAgainst(Identity identity) {
            boolean hit =
                    identity.subject().equals(subject) && identity.issuedAt().isBefore(notBefore);
            Reason reason =
                    cause == Cause.ACCOUNT_DISABLED
                            ? Reason.INACTIVE_SUBJECT
                            : Reason.REVOKED_SUBJECT;
            return hit ? Optional.of(reason) : Optional.empty();
        }
    }

    /** A compromised key, by {@code kid}; never forgotten. */
    record KeyRevoked(String kid) implements RevocationEvent {
        public KeyRevoked {
            requireNamed(kid);
        }

        @Override
        public Optional<Reason> reasonAgainst(Identity identity) {
            return identity.keyId().filter(kid::equals).map(same -> Reason.KEY_REVOKED);
        }
    }

    /** A key that signs from now on; nothing is revoked, verifiers may fetch it ahead. */
    record KeyActivated(String kid) implements RevocationEvent {
        public KeyActivated {
            requireNamed(kid);
        }

        @Override
        public Optional<Reason> reasonAgainst(Identity identity) {
            return Optional.empty();
        }
    }

    /** Why a subject's tokens ended, from the mildest to the gravest. */
    enum Cause {
        /** Signed out everywhere. */
        SESSIONS_REVOKED,
        /** A password or another credential changed (CAEP {@code credential-change}). */
        CREDENTIAL_CHANGE,
        /** The account was disabled (RISC {@code account-disabled}). */
        ACCOUNT_DISABLED
    }

    private static void requireNamed(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("revocation event: it concerns nothing");
        }
    }
}
