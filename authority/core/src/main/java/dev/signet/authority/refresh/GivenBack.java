package dev.signet.authority.refresh;

/** What became of a refresh token that a client gave back (RFC 7009 §2.1). */
public enum GivenBack {
    /** Its session is over, now or since before. */
    SESSION_ENDED,
    /** Nothing was done: it is another client's. */
    ANOTHER_CLIENTS,
    /** It is no refresh token, or was forgotten. */
    UNKNOWN
}
