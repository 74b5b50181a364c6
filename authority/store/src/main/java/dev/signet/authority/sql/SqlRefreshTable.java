package dev.signet.authority.sql;

import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.refresh.ClientInstance;
import dev.signet.authority.refresh.RefreshTable;
import dev.signet.authority.refresh.StoredRefresh;
import dev.signet.authority.refresh.TokenFamily;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqlRefreshTable(Handle handle) implements RefreshTable {

    @Override
    public void addFamily(TokenFamily family) {
        handle.execute(
                """
                INSERT INTO refresh_family (id, session_id, account_id, client_id, scopes,
                                            key_thumbprint)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                family.id(),
                family.sessionId(),
                family.accountId(),
                family.clientId(),
                family.scopes().parameter(),
                family.keyThumbprint());
    }

    @Override
    public Optional<TokenFamily> family(String id) {
        return handle.select(
                        """
                        SELECT session_id, account_id, client_id, scopes, key_thumbprint
                        FROM refresh_family WHERE id = ?
                        """,
                        id)
                .map((row, _) ->
                        new TokenFamily(
                                id,
                                row.getString("session_id"),
                                row.getString("account_id"),
                                row.getString("client_id"),
                                new Scopes(Columns.words(row, "scopes")),
                                Columns.optionalText(row, "key_thumbprint")))
                .findOne();
    }

    @Override
    public void add(StoredRefresh token) {
        handle.execute(
                """
                INSERT INTO refresh_token (hash, family_id, generation, issued_at, expires_at)
                VALUES (?, ?, ?, ?, ?)
                """,
                token.hash().value(),
                token.familyId(),
                token.generation(),
                token.issuedAt(),
                token.expiresAt());
    }

    @Override
    public Optional<StoredRefresh> find(CredentialHash hash) {
        return handle.select("SELECT * FROM refresh_token WHERE hash = ?", hash.value())
                .map((row, _) ->
                        new StoredRefresh(
                                hash,
                                row.getString("family_id"),
                                row.getLong("generation"),
                                Columns.instant(row, "issued_at"),
                                Columns.instant(row, "expires_at"),
                                spent(row)))
                .findOne();
    }

    private static Optional<StoredRefresh.Spent> spent(ResultSet row) throws SQLException {
        Optional<Instant> at = Columns.optionalInstant(row, "spent_at");
        if (at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new StoredRefresh.Spent(
                        at.get(),
                        Columns.optionalText(row, "spent_by")
                                .map(CredentialHash::new)
                                .map(ClientInstance::new),
                        row.getString("successor")));
    }

    @Override
    public boolean spend(CredentialHash hash, StoredRefresh.Spent first) {
        return handle.execute(
                        """
                        UPDATE refresh_token SET spent_at = ?, spent_by = ?, successor = ?
                        WHERE hash = ? AND spent_at IS NULL
                        """,
                        first.at(),
                        first.by().map(instance -> instance.mark().value()),
                        first.sealedSuccessor(),
                        hash.value())
                == 1;
    }

    @Override
    public boolean repeat(CredentialHash hash, Instant at) {
        return handle.execute(
                        """
                        UPDATE refresh_token SET repeated_at = ?
                        WHERE hash = ? AND spent_at IS NULL
                        """,
                        at,
                        hash.value())
                == 1;
    }

    @Override
    public void forgetSpent(String familyId, long generation) {
        handle.execute(
                """
                DELETE FROM refresh_token
                WHERE family_id = ? AND generation <= ? AND spent_at IS NOT NULL
                """,
                familyId,
                generation);
    }

    @Override
    public int purge(Instant before, int max) {
        int tokens = purgeTokens(before, max);
        return tokens < max ? tokens + purgeFamilies(before, max - tokens) : tokens;
    }

    private int purgeTokens(Instant before, int max) {
        return handle.execute(
                """
                DELETE FROM refresh_token WHERE hash IN
                    (SELECT t.hash FROM session s
                        JOIN refresh_family f ON f.session_id = s.id
                        JOIN refresh_token t ON t.family_id = f.id
                     WHERE s.ended_at < ? OR s.expires_at < ? LIMIT ?)
                """,
                before,
                before,
                max);
    }

    private int purgeFamilies(Instant before, int max) {
        return handle.execute(
                """
                DELETE FROM refresh_family WHERE id IN
                    (SELECT f.id FROM session s JOIN refresh_family f ON f.session_id = s.id
                     WHERE (s.ended_at < ? OR s.expires_at < ?)
                        AND NOT EXISTS (SELECT 1 FROM refresh_token t WHERE t.family_id = f.id)
                     LIMIT ?)
                """,
                before,
                before,
                max);
    }
}
