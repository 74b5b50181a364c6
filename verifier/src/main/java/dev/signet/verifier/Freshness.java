package dev.signet.verifier;

/** How a verifier stands with its feed, measured by its staleness bound. */
public enum Freshness {
    /** No snapshot yet. */
    STARTING,
    /** Revocations are known up to an age within the bound. */
    FRESH,
    /** The feed is further behind than the bound: the staleness policy applies. */
    STALE
}
