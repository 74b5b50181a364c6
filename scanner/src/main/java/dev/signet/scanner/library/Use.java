package dev.signet.scanner.library;

/** What calling a library's function does with a token. */
public enum Use {
    /** Makes a token. */
    SIGN,
    /** Verifies a token here, or sets up what does. */
    VERIFY,
    /** Reads a token without verifying its signature. */
    PEEK,
    /** Takes the key for tokens, which is no finding in itself. */
    KEY,
    /** Leaves a check out of a verification. */
    LOOSEN,
    /** Sets up a verification, which counts when the file itself does not go on to verify. */
    SET_UP
}
