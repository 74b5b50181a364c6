package dev.signet.authority.http.limit;

import dev.signet.authority.settings.Rates.Rate;
import java.time.Duration;

/**
 * Every bound of the authority's endpoints, beside those of the listener ({@code HttpLimits}) and
 * of what people try ({@code Rates}).
 *
 * @param burst requests of one address that show no credential, or a wrong one; further ones are
 *     answered 429
 * @param feedReaders readers of the feed at the same time; further ones are answered 503
 * @param feedHeartbeat without news a reader hears a signed sign of life that often
 */
public record EndpointLimits(Rate burst, int feedReaders, Duration feedHeartbeat) {

    /** 200 at once and then 100 a second; 10,000 readers; two seconds. */
    public static final EndpointLimits STANDARD =
            new EndpointLimits(new Rate(200, Duration.ofMillis(10)), 10_000, Duration.ofSeconds(2));

    /** Longest JSON texts that are no secret, token, name or address, in characters. */
    public static final int TEXT_MAX = 256;

    public EndpointLimits {
        if (feedReaders < 1 || feedHeartbeat.toMillis() < 1) {
            throw new IllegalArgumentException("endpoint limits: at least one of each");
        }
    }

    /** The same with another bound on bursts. */
    public EndpointLimits withBurst(Rate other) {
        return new EndpointLimits(other, feedReaders, feedHeartbeat);
    }

    /** The same with another bound on readers of the feed. */
    public EndpointLimits withFeedReaders(int other) {
        return new EndpointLimits(burst, other, feedHeartbeat);
    }
}
