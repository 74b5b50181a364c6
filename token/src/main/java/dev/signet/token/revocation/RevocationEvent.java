package dev.signet.token.revocation;

import java.time.Instant;

/**
 * One thing that the authority tells every verifier. {@code until} is the instant from which the
 * event may be forgotten, because no token that it concerns can still be alive.
 */
public sealed interface RevocationEvent {

    /** One token, by {@code jti}. */
    record TokenRevoked(String tokenId, Instant until) implements RevocationEvent {
        public TokenRevoked {
            requireNamed(tokenId);
        }
    }

    /** A login, with every token and connection that came of it, by {@code sid}. */
    record SessionRevoked(String sessionId, Instant until) implements RevocationEvent {
        public SessionRevoked {
            requireNamed(sessionId);
        }
    }

    /** Every token of a subject that was issued before an instant. */
    record SubjectRevoked(String subject, Instant notBefore, Cause cause, Instant until)
            implements RevocationEvent {
        public SubjectRevoked {
            requireNamed(subject);
        }
    }

    /** A compromised key, by {@code kid}; never forgotten. */
    record KeyRevoked(String kid) implements RevocationEvent {
        public KeyRevoked {
            requireNamed(kid);
        }
    }

    /** A key that signs from now on; nothing is revoked, verifiers may fetch it ahead. */
    record KeyActivated(String kid) implements RevocationEvent {
        public KeyActivated {
            requireNamed(kid);
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
