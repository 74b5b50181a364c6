package dev.signet.token.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an installation is for; a token of one environment is refused in every other. It has no
 * default, since the wrong one would be too lax.
 */
public enum Environment {
    DEVELOPMENT,
    TEST,
    STAGING,
    PRODUCTION;

    /** The name in settings and in the claim {@code env}, e.g. {@code production}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether real users may be behind it, so that nothing may be loosened for convenience. */
    public boolean isLive() {
        return this == STAGING || this == PRODUCTION;
    }

    /** Exactly the names of {@link #code()}; empty for any other. */
    public static Optional<Environment> ofCode(String code) {
        return Arrays.stream(values()).filter(known -> known.code().equals(code)).findAny();
    }
}
