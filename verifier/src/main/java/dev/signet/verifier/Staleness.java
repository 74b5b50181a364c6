package dev.signet.verifier;

import dev.signet.token.access.AccessGrant;
import java.time.Duration;

/**
 * What to answer about a token that looks good while the knowledge of revocations is older than a
 * bound, because the feed does not come through. Tokens that are bad for any other reason stay
 * {@code INVALID} under each policy.
 */
public sealed interface Staleness {

    /** The bound unless another is set. */
    Duration BOUND = Duration.ofSeconds(30);

    /** Least bound: the authority gives a sign of life about every 2 s. */
    Duration BOUND_MIN = Duration.ofSeconds(5);

    /** Greatest bound of the policies that are strict. */
    Duration BOUND_MAX = Duration.ofMinutes(5);

    /** The age from which the policy applies. */
    Duration bound();

    /** {@code UNAVAILABLE} beyond the bound, and before the first snapshot. The default. */
    record FailClosed(Duration bound) implements Staleness {
        public FailClosed {
            require(bound, BOUND_MAX);
        }
    }

    /**
     * The authority is asked about each token beyond the bound, and before the first snapshot;
     * {@code UNAVAILABLE} when it does not answer.
     */
    record Ask(Duration bound) implements Staleness {
        public Ask {
            require(bound, BOUND_MAX);
        }
    }

    /**
     * Goes on with the revocations known so far up to a bound of at most {@link
     * AccessGrant#LIFETIME_MAX}, which is logged; then, and before the first snapshot, {@code
     * UNAVAILABLE}.
     */
    record ServeStale(Duration bound) implements Staleness {
        public ServeStale {
            require(bound, AccessGrant.LIFETIME_MAX);
        }
    }

    private static void require(Duration bound, Duration most) {
        if (bound.compareTo(BOUND_MIN) < 0 || bound.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "staleness: a bound of " + BOUND_MIN + " to " + most + ", not " + bound);
        }
    }

    /** The default: {@link FailClosed} after 30 s. */
    static Staleness failClosed() {
        return new FailClosed(BOUND);
    }

    /** {@link Ask} after 30 s. */
    static Staleness ask() {
        return new Ask(BOUND);
    }

    /** {@link ServeStale} up to that bound. */
    static Staleness serveStale(Duration bound) {
        return new ServeStale(bound);
    }
}
