package dev.signet.token.key;

/** A signing key's life: pending, active, retiring, retired; or revoked from any of them. */
public enum KeyState {
    /** Published so that verifiers learn it; signs nothing yet. */
    PENDING,
    /** Signs new tokens. */
    ACTIVE,
    /** Signs nothing; its tokens are still good. */
    RETIRING,
    /** Gone from the key set; all its tokens have expired. */
    RETIRED,
    /** Compromised: every token of it is refused with {@code key_revoked}. */
    REVOKED
}
