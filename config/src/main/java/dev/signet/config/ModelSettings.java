package dev.signet.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An OpenAI-compatible endpoint.
 *
 * @param apiKey absent for endpoints that want none
 * @param timeout of one answer; within {@link #TIMEOUT}
 */
public record ModelSettings(URI baseUrl, Optional<Secret> apiKey, String name, Duration timeout) {

    public static final Bounds TIMEOUT = new Bounds(Duration.ofSeconds(1), Duration.ofMinutes(10));

    public ModelSettings {
        TIMEOUT.checked("chat.model.timeout", timeout);
    }
}
