package dev.signet.chat.sql;

import dev.signet.chat.id.UserId;
import dev.signet.chat.login.WebSession;
import dev.signet.chat.login.WebSession.CookieHash;
import dev.signet.chat.login.WebSession.Sealed;
import dev.signet.chat.login.WebSessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

record SqlWebSessions(Access access) implements WebSessions {

    @Override
    public void put(WebSession session) {
        access.write(handle ->
                handle.execute(
                        """
                        INSERT INTO web_session (cookie_hash, sealed, user_id, session_id,
                                                 created_at, last_used_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        session.key().value(),
                        session.sealed().base64(),
                        session.userId().value(),
                        session.sessionId(),
                        session.createdAt(),
                        session.lastUsedAt(),
                        session.expiresAt()));
    }

    @Override
    public Optional<WebSession> find(CookieHash key, Instant now) {
        return access.read(handle ->
                handle.select(
                                "SELECT * FROM web_session"
                                        + " WHERE cookie_hash = ? AND expires_at > ?",
                                key.value(),
                                now)
                        .map((row, _) -> session(row))
                        .findOne());
    }

    private static WebSession session(ResultSet row) throws SQLException {
        return new WebSession(
                new CookieHash(row.getString("cookie_hash")),
                new Sealed(row.getString("sealed")),
                new UserId(row.getString("user_id")),
                row.getString("session_id"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "last_used_at"),
                Rows.instant(row, "expires_at"));
    }

    @Override
    public boolean replace(WebSession was, Sealed sealed, Instant now) {
        return access.write(handle ->
                handle.execute(
                                """
                                UPDATE web_session SET sealed = ?, last_used_at = ?
                                WHERE cookie_hash = ? AND sealed = ?
                                """,
                                sealed.base64(),
                                now,
                                was.key().value(),
                                was.sealed().base64())
                        == 1);
    }

    @Override
    public void touch(CookieHash key, Instant now) {
        access.write(handle ->
                handle.execute(
                        "UPDATE web_session SET last_used_at = ? WHERE cookie_hash = ?",
                        now,
                        key.value()));
    }

    @Override
    public boolean delete(CookieHash key) {
        return access.write(handle ->
                handle.execute("DELETE FROM web_session WHERE cookie_hash = ?", key.value()) == 1);
    }

    @Override
    public int deleteBySession(String sessionId) {
        return access.write(handle ->
                handle.execute("DELETE FROM web_session WHERE session_id = ?", sessionId));
    }

    @Override
    public int deleteExpired(Instant now) {
        return access.write(
                handle -> handle.execute("DELETE FROM web_session WHERE expires_at <= ?", now));
    }
}
