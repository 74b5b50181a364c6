package dev.signet.token.verdict;

/**
 * One of exactly three answers. After {@link Invalid} nobody asks a second validator; {@link
 * Unavailable} is never read as either of the others.
 */
public sealed interface Verdict {

    /** The token is good until {@link Identity#expiresAt()}, unless it is revoked before. */
    record Valid(Identity identity) implements Verdict {}

    /**
     * The token is not good, with the first check that refused it. Only {@code NOT_YET_VALID} and
     * {@code UNKNOWN_KEY} may pass with time.
     */
    record Invalid(Reason reason) implements Verdict {}

    /** The fault is ours: the same token may be good or bad; answer 503, never 401. */
    record Unavailable(Cause cause) implements Verdict {}

    /** What stood in the way of an answer. */
    enum Cause {
        /** No key set could be fetched yet, or the key's issuer cannot be reached. */
        KEYS,
        /** The revocation feed is further behind than the staleness policy admits. */
        FEED_STALE,
        /** The authority was asked and did not answer in time. */
        AUTHORITY,
        /** A bound on waiting work was reached. */
        OVERLOADED
    }

    /** {@code VALID}, {@code INVALID} or {@code UNAVAILABLE}, as on the wire. */
    default String name() {
        if (this instanceof Valid) {
            return "VALID";
        }
        return this instanceof Invalid ? "INVALID" : "UNAVAILABLE";
    }
}
