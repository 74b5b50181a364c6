package dev.signet.config.source;

import java.util.Locale;

/**
 * One thing that an operator can set.
 *
 * @param name as in the file, e.g. {@code authority.management-port}
 * @param says what it decides, for the reference
 */
record Setting<T>(String name, SettingType<T> type, Fallback fallback, String says) {

    static final String VARIABLE_PREFIX = "SIGNET_";

    /** Its environment variable, e.g. {@code SIGNET_AUTHORITY_MANAGEMENT_PORT}. */
    String variable() {
        return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    boolean secret() {
        return type.secret();
    }
}
