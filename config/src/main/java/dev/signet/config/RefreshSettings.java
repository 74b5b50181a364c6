package dev.signet.config;

import java.time.Duration;

/**
 * How long a login lasts.
 *
 * @param idleLifetime how long without any refresh; within {@link #IDLE}
 * @param absoluteLifetime however often it is refreshed; within {@link #ABSOLUTE} and at least
 *     {@code idleLifetime}
 * @param concurrentWithin how long after its first use a public client may show a refresh token
 *     again, as two tabs of a browser do; within {@link #CONCURRENT}, zero for never
 */
public record RefreshSettings(
        Duration idleLifetime, Duration absoluteLifetime, Duration concurrentWithin) {

    public static final Bounds IDLE = new Bounds(Duration.ofSeconds(1), Duration.ofDays(90));
    public static final Bounds ABSOLUTE = new Bounds(Duration.ofSeconds(1), Duration.ofDays(365));
    public static final Bounds CONCURRENT = new Bounds(Duration.ZERO, Duration.ofSeconds(60));

    public RefreshSettings {
        IDLE.checked("refresh.idle-lifetime", idleLifetime);
        ABSOLUTE.checked("refresh.absolute-lifetime", absoluteLifetime);
        CONCURRENT.checked("refresh.concurrent-within", concurrentWithin);
        if (idleLifetime.compareTo(absoluteLifetime) > 0) {
            throw new IllegalArgumentException("refresh: idle longer than absolute");
        }
    }
}
