package dev.signet.authority.sql;

import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.session.Session;
import dev.signet.authority.session.SessionTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqlSessionTable(Handle handle) implements SessionTable {

    private static final String SELECT =
            """
            SELECT id, account_id, client_id, address, user_agent, methods, authenticated_at,
                   last_used_at, expires_at, ended_at
            FROM session
            """;

    @Override
    public void add(Session session) {
        handle.execute(
                """
                INSERT INTO session (id, account_id, client_id, address, user_agent, methods,
                                     authenticated_at, last_used_at, expires_at, ended_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                session.id(),
                session.accountId(),
                session.clientId(),
                session.address(),
                session.userAgent(),
                Columns.wordList(session.methods()),
                session.authenticatedAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.endedAt());
    }

    @Override
    public Optional<Session> find(String id) {
        return handle.select(SELECT + "WHERE id = ?", id).map((row, _) -> session(row)).findOne();
    }

    @Override
    public List<Session> live(String accountId, Instant now, int max) {
        return handle.select(
                        SELECT
                                + """
                                WHERE account_id = ? AND expires_at > ? AND ended_at IS NULL
                                ORDER BY last_used_at DESC, id LIMIT ?
                                """,
                        accountId,
                        now,
                        max)
                .map((row, _) -> session(row))
                .list();
    }

    @Override
    public void use(String id, Instant at, Instant expiresAt) {
        handle.execute(
                "UPDATE session SET last_used_at = ?, expires_at = ? WHERE id = ?",
                at,
                expiresAt,
                id);
    }

    @Override
    public boolean end(String id, Instant at) {
        return handle.execute(
                        "UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL", at, id)
                == 1;
    }

    @Override
    public void bindBrowser(String id, CredentialHash hash) {
        handle.execute("UPDATE session SET browser = ? WHERE id = ?", hash.value(), id);
    }

    @Override
    public Optional<Session> byBrowser(CredentialHash hash) {
        return handle.select(SELECT + "WHERE browser = ?", hash.value())
                .map((row, _) -> session(row))
                .findOne();
    }

    @Override
    public int purge(Instant before, int max) {
        return handle.execute(
                """
                DELETE FROM session WHERE id IN
                    (SELECT id FROM session s WHERE (ended_at < ? OR expires_at < ?)
                        AND NOT EXISTS (SELECT 1 FROM refresh_family f WHERE f.session_id = s.id)
                        AND NOT EXISTS
                            (SELECT 1 FROM authorization_code c WHERE c.session_id = s.id)
                     LIMIT ?)
                """,
                before,
                before,
                max);
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("client_id"),
                row.getString("address"),
                row.getString("user_agent"),
                Columns.wordList(row, "methods"),
                Columns.instant(row, "authenticated_at"),
                Columns.instant(row, "last_used_at"),
                Columns.instant(row, "expires_at"),
                Columns.optionalInstant(row, "ended_at"));
    }
}
