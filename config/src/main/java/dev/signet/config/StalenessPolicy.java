package dev.signet.config;

/** What a verifier does when it knows that it is behind the revocation feed. */
public enum StalenessPolicy {
    /** Answers {@code UNAVAILABLE} once the bound has passed. */
    FAIL_CLOSED,
    /** Asks the authority about each token. */
    ASK,
    /** Goes on with what it knows, up to the bound, and says so in the log. */
    SERVE_STALE
}
