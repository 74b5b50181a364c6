package dev.signet.authority.session;

import dev.signet.token.revocation.RevocationEvent.Cause;

/** What verifiers are told of the reason why all sessions ended. */
final class SubjectCauses {

    private SubjectCauses() {}

    static Cause of(SessionEnd why) {
        return switch (why) {
            case PASSWORD_CHANGED -> Cause.CREDENTIAL_CHANGE;
            case ACCOUNT_DISABLED -> Cause.ACCOUNT_DISABLED;
            case SIGNED_OUT,
                    REVOKED_BY_USER,
                    REVOKED_BY_OPERATOR,
                    REFRESH_REPLAYED,
                    CODE_REPLAYED,
                    REPLACED,
                    TOO_MANY ->
                    Cause.SESSIONS_REVOKED;
        };
    }
}
