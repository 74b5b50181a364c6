package dev.signet.chat.model;

/** Why a model gave no answer. */
public enum ModelFailure {
    /** No connection, or it broke. */
    UNREACHABLE,
    /** It did not answer in time. */
    TIMEOUT,
    /** It refused the request: credentials, quota or content. */
    REFUSED,
    /** Its answer could not be read. */
    MALFORMED,
    /** Its answer broke off, or was longer than it may become. */
    CUT_SHORT
}
