package dev.signet.scanner.library;

/** What calling a library's function does with a token. */
public enum Use {
    /** Makes a token. */
    SIGN,
    /** Verifies a token here, or sets up what does. */
    VERIFY,
    /** Reads a token without verifying its signature. */
    PEEK,
    /** Leaves a check out of a verification. */
    LOOSEN,
    /** Sets up a verification, which counts when the file itself does not go on to verify. */
    SET_UP,
    /** Reads a token that may be verified later on; a peek when it is not. */
    PARSE,
    /** Is told something, such as the key, and does nothing to a token by itself. */
    CONFIGURE
}
