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
    /** Gives a verification that is found elsewhere its key and its checks. */
    CONFIGURE
}
