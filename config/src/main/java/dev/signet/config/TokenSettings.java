package dev.signet.config;

import java.time.Duration;

/**
 * What stands in every token and for how long it is good.
 *
 * @param audience {@code aud} of users' tokens
 * @param serviceAudience {@code aud} of services' tokens; another one
 * @param clockLeeway within {@link #LEEWAY}
 * @param accessLifetime within {@link #ACCESS}
 * @param serviceLifetime within {@link #SERVICE}
 */
public record TokenSettings(
        String audience,
        String serviceAudience,
        Duration clockLeeway,
        Duration accessLifetime,
        Duration serviceLifetime) {

    public static final Bounds LEEWAY = new Bounds(Duration.ZERO, Duration.ofSeconds(60));
    public static final Bounds ACCESS = new Bounds(Duration.ofSeconds(1), Duration.ofHours(2));
    public static final Bounds SERVICE = new Bounds(Duration.ofSeconds(1), Duration.ofHours(1));

    public TokenSettings {
        if (audience.equals(serviceAudience)) {
            throw new IllegalArgumentException("token: users and services share an audience");
        }
        LEEWAY.checked("token.clock-leeway", clockLeeway);
        ACCESS.checked("token.access-lifetime", accessLifetime);
        SERVICE.checked("token.service-lifetime", serviceLifetime);
    }
}
