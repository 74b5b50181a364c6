package dev.signet.authority.password;

/** Why a password is not accepted. */
public enum Weakness {
    /** Fewer characters than the settings ask for. */
    TOO_SHORT,
    /** More characters than the settings allow. */
    TOO_LONG,
    /** On the list of what people choose, or one piece over and over. */
    COMMON,
    /** Contains the account's own name. */
    CONTAINS_EMAIL
}
