package dev.signet.config;

import java.time.Duration;

/**
 * How old a verifier's knowledge of revocations may be.
 *
 * @param stalenessBound within {@link #STALENESS}
 */
public record FeedSettings(StalenessPolicy stalenessPolicy, Duration stalenessBound) {

    public static final Bounds STALENESS =
            new Bounds(Duration.ofSeconds(1), Duration.ofMinutes(10));

    public FeedSettings {
        STALENESS.checked("feed.staleness-bound", stalenessBound);
    }
}
