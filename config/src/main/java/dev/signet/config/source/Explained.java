package dev.signet.config.source;

import java.util.Optional;

/**
 * One setting as it is in force.
 *
 * @param value as text, masked when it is a secret; absent when it is not set or not usable
 * @param says what the setting decides
 */
public record Explained(String key, Optional<String> value, Origin origin, String says) {

    static final String MASK = "********";

    public boolean isDefault() {
        return !origin.given();
    }
}
