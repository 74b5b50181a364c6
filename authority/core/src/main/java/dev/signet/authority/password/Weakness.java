package dev.signet.authority.password;

/** Why a password is not accepted. */
public enum Weakness {
    /** Fewer than {@value PasswordRules#LENGTH_MIN} characters. */
    TOO_SHORT,
    /** More than {@value PasswordRules#LENGTH_MAX} characters. */
    TOO_LONG,
    /** On the list of what people choose, or one piece over and over. */
    COMMON,
    /** Contains the account's own name. */
    CONTAINS_EMAIL
}
