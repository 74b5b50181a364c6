package dev.signet.config;

import java.util.Optional;

/**
 * Whether tokens of the platform from before are accepted.
 *
 * @param secret theirs; present exactly when enabled
 */
public record LegacySettings(boolean enabled, Optional<Secret> secret) {

    /** The shortest secret that HS256 admits (RFC 7518 §3.2). */
    public static final int SECRET_BYTES_MIN = 32;

    public LegacySettings {
        if (enabled != secret.isPresent()) {
            throw new IllegalArgumentException("legacy: a secret exactly when enabled");
        }
    }
}
