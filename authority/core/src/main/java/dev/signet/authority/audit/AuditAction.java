package dev.signet.authority.audit;

import java.util.Locale;

/** What can happen to an account, a client, a key or a token. */
public enum AuditAction {
    ACCOUNT_REGISTERED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    PERMISSIONS_CHANGED,
    EMAIL_VERIFIED,
    PASSWORD_RESET_REQUESTED,
    PASSWORD_CHANGED,
    LOGIN_SUCCEEDED,
    LOGIN_REFUSED,
    SESSION_REVOKED,
    SESSIONS_REVOKED,
    TOKEN_REVOKED,
    REFRESH_REPEATED,
    REFRESH_REPLAYED,
    REFRESH_REFUSED,
    CODE_REPLAYED,
    TICKET_REPLAYED,
    CLIENT_REGISTERED,
    CLIENT_UPDATED,
    CLIENT_REMOVED,
    CLIENT_SECRET_ADDED,
    CLIENT_SECRETS_REMOVED,
    KEY_CREATED,
    KEY_ACTIVATED,
    KEY_RETIRED,
    KEY_REVOKED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name as it is stored and shown, e.g. {@code login_refused}. */
    public String code() {
        return code;
    }
}
