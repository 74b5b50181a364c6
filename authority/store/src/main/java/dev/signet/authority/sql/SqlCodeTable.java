package dev.signet.authority.sql;

import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.grant.CodeTable;
import dev.signet.authority.grant.Pkce;
import dev.signet.authority.grant.StoredCode;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqlCodeTable(Handle handle) implements CodeTable {

    @Override
    public void add(StoredCode code) {
        handle.execute(
                """
                INSERT INTO authorization_code (hash, client_id, redirect_uri, session_id, scopes,
                                                nonce, challenge, expires_at, spent)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                code.hash().value(),
                code.clientId(),
                code.redirectUri(),
                code.sessionId(),
                code.scopes().parameter(),
                code.nonce(),
                code.pkce().challenge().value(),
                code.expiresAt(),
                code.spent());
    }

    @Override
    public Optional<StoredCode> find(CredentialHash hash) {
        return handle.select("SELECT * FROM authorization_code WHERE hash = ?", hash.value())
                .map((row, _) ->
                        new StoredCode(
                                hash,
                                row.getString("client_id"),
                                row.getString("redirect_uri"),
                                row.getString("session_id"),
                                new Scopes(Columns.words(row, "scopes")),
                                Columns.optionalText(row, "nonce"),
                                new Pkce(new CredentialHash(row.getString("challenge"))),
                                Columns.instant(row, "expires_at"),
                                row.getBoolean("spent")))
                .findOne();
    }

    @Override
    public boolean spend(CredentialHash hash) {
        return handle.execute(
                        "UPDATE authorization_code SET spent = ? WHERE hash = ? AND spent = ?",
                        true,
                        hash.value(),
                        false)
                == 1;
    }

    @Override
    public int purge(Instant before, int max) {
        return handle.execute(
                """
                DELETE FROM authorization_code WHERE hash IN
                    (SELECT hash FROM authorization_code WHERE expires_at < ? LIMIT ?)
                """,
                before,
                max);
    }
}
