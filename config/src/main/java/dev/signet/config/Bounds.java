package dev.signet.config;

import java.time.Duration;

/** A closed range of durations. */
public record Bounds(Duration min, Duration max) {

    public Bounds {
        if (min.isNegative() || min.compareTo(max) > 0) {
            throw new IllegalArgumentException("bounds: " + min + " to " + max);
        }
    }

    public boolean contain(Duration value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    Duration checked(String name, Duration value) {
        if (!contain(value)) {
            throw new IllegalArgumentException(name + ": " + min + " to " + max + ", not " + value);
        }
        return value;
    }
}
