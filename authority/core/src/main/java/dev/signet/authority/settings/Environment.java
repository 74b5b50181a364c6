package dev.signet.authority.settings;

import java.util.Locale;

/** Where this authority runs; a token of one environment is refused in every other. */
public enum Environment {
    DEVELOPMENT,
    TEST,
    STAGING,
    PRODUCTION;

    /** The {@code env} claim. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
