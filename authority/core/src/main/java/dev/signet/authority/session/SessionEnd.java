package dev.signet.authority.session;

import java.util.Locale;

/** Why a login ended before its time. */
public enum SessionEnd {
    /** The person signed out. */
    SIGNED_OUT,
    /** The person ended it from another session, or everywhere. */
    REVOKED_BY_USER,
    REVOKED_BY_OPERATOR,
    /** A spent refresh token came back. */
    REFRESH_REPLAYED,
    /** An authorization code was used twice. */
    CODE_REPLAYED,
    PASSWORD_CHANGED,
    /** The same browser signed in again, as the same person or another one. */
    REPLACED,
    ACCOUNT_DISABLED,
    /** The account has too many sessions and this one was unused for longest. */
    TOO_MANY;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The reason as it stands in the audit log. */
    public String code() {
        return code;
    }
}
