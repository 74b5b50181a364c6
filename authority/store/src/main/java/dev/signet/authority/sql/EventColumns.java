package dev.signet.authority.sql;

import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A revocation as it stands in columns.
 *
 * @param target jti, sid, sub or kid, as the kind says
 */
record EventColumns(
        String kind,
        String target,
        Optional<Instant> notBefore,
        Optional<String> cause,
        Optional<Instant> until) {

    private static final String TOKEN = "token";
    private static final String SESSION = "session";
    private static final String SUBJECT = "subject";
    private static final String KEY_REVOKED = "key_revoked";
    private static final String KEY_ACTIVATED = "key_activated";

    static EventColumns of(RevocationEvent event) {
        return switch (event) {
            case TokenRevoked(var tokenId, var until) -> of(TOKEN, tokenId, until);
            case SessionRevoked(var sessionId, var until) -> of(SESSION, sessionId, until);
            case SubjectRevoked(var subject, var notBefore, var cause, var until) ->
                    new EventColumns(
                            SUBJECT,
                            subject,
                            Optional.of(notBefore),
                            Optional.of(Columns.code(cause)),
                            Optional.of(until));
            case KeyRevoked(var kid) -> of(KEY_REVOKED, kid);
            case KeyActivated(var kid) -> of(KEY_ACTIVATED, kid);
        };
    }

    private static EventColumns of(String kind, String target, Instant until) {
        return new EventColumns(
                kind, target, Optional.empty(), Optional.empty(), Optional.of(until));
    }

    private static EventColumns of(String kind, String target) {
        return new EventColumns(kind, target, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static RevocationEvent event(ResultSet row) throws SQLException {
        String target = row.getString("target");
        String kind = row.getString("kind");
        return switch (kind) {
            case TOKEN -> new TokenRevoked(target, Columns.instant(row, "until"));
            case SESSION -> new SessionRevoked(target, Columns.instant(row, "until"));
            case SUBJECT ->
                    new SubjectRevoked(
                            target,
                            Columns.instant(row, "not_before"),
                            Columns.code(row, "cause", Cause::valueOf),
                            Columns.instant(row, "until"));
            case KEY_REVOKED -> new KeyRevoked(target);
            case KEY_ACTIVATED -> new KeyActivated(target);
            default -> throw new IllegalStateException("revocation: kind " + kind);
        };
    }
}
