package dev.signet.config.source;

/**
 * One reason not to start. Never quotes a secret.
 *
 * @param key the setting, or the source when it has no settings to speak of
 * @param origin where the offending text stands
 * @param what is wrong
 * @param action what to do about it
 */
public record Problem(String key, Origin origin, String what, String action) {

    /** One line for a terminal. */
    @Override
    public String toString() {
        return "%s (%s): %s; %s".formatted(key, origin, what, action);
    }
}
