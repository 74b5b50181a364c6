package dev.signet.config.source;

/**
 * Where a value came from.
 *
 * @param text e.g. {@code signet.yaml:12}, {@code SIGNET_AUTHORITY_PORT} or {@code default}
 * @param given false for a default
 */
public record Origin(String text, boolean given) {

    static final Origin DEFAULT = new Origin("default", false);
    static final Origin NOWHERE = new Origin("not set", false);

    @Override
    public String toString() {
        return text;
    }
}
