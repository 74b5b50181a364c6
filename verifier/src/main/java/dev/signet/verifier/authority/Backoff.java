package dev.signet.verifier.authority;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: each about twice as long as the one before, up to a bound, with a random
 * part so that many verifiers do not come back at once. Used by one thread at a time.
 */
public final class Backoff {

    private final long leastNanos;
    private final long mostNanos;
    private final RandomGenerator random;
    private long nextNanos;

    public Backoff(Duration least, Duration most, RandomGenerator random) {
        this.leastNanos = least.toNanos();
        this.mostNanos = most.toNanos();
        this.random = random;
        this.nextNanos = leastNanos;
    }

    /** The next pause: between half and the whole of the current step. */
    public Duration next() {
        long whole = nextNanos;
        nextNanos = Math.min(mostNanos, whole * 2);
        return Duration.ofNanos(whole / 2 + random.nextLong(whole / 2 + 1));
    }

    /** An attempt did some good: start over with short pauses. */
    public void reset() {
        nextNanos = leastNanos;
    }
}
