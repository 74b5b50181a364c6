package dev.signet.verifier.authority;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock for measuring how long ago something was; it says nothing about the date. */
@FunctionalInterface
public interface Ticks {

    /** Nanoseconds since some instant; differences alone mean something. */
    long nanos();

    /** The machine's monotonic clock, which nobody sets. */
    static Ticks system() {
        return System::nanoTime;
    }

    /** Follows a clock that a test moves. */
    static Ticks of(InstantSource clock) {
        return () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }
}
