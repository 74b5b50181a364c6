package dev.signet.config;

import java.time.Duration;

/**
 * How long a login lasts.
 *
 * @param idleLifetime how long without any refresh; within {@link #IDLE}
 * @param absoluteLifetime however often it is refreshed; within {@link #ABSOLUTE} and at least
 *     {@code idleLifetime}
 */
public record RefreshSettings(Duration idleLifetime, Duration absoluteLifetime) {

    public static final Bounds IDLE = new Bounds(Duration.ofSeconds(1), Duration.ofDays(90));
    public static final Bounds ABSOLUTE = new Bounds(Duration.ofSeconds(1), Duration.ofDays(365));

    public RefreshSettings {
        IDLE.checked("refresh.idle-lifetime", idleLifetime);
        ABSOLUTE.checked("refresh.absolute-lifetime", absoluteLifetime);
        if (idleLifetime.compareTo(absoluteLifetime) > 0) {
            throw new IllegalArgumentException("refresh: idle longer than absolute");
        }
    }
}
