package dev.signet.scanner.result;

import java.util.Locale;

/** Where a finding stands. */
public enum Status {
    /** Nobody has accepted it. */
    NEW,
    /** It was there when counting began. */
    BASELINE,
    /** An exception with a reason and an end covers it. */
    ALLOWED;

    /** How reports write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
