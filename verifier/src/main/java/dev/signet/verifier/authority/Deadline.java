package dev.signet.verifier.authority;

import java.time.Duration;

/** A point in time by which several steps must be done together. */
record Deadline(Ticks ticks, long atNanos) {

    static Deadline in(Duration duration, Ticks ticks) {
        return new Deadline(ticks, ticks.nanos() + duration.toNanos());
    }

    /** What is left; 1 ns when nothing is. */
    Duration left() {
        return Duration.ofNanos(Math.max(1, atNanos - ticks.nanos()));
    }
}
