package dev.signet.scanner.finding;

/** How sure the scanner is. */
public enum Confidence {
    /** The library or the name leaves no doubt. */
    HIGH,
    /** Worked out from what the code does. */
    MEDIUM
}
