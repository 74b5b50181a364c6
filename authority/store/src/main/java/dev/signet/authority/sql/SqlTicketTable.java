package dev.signet.authority.sql;

import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.token.StoredTicket;
import dev.signet.authority.token.TicketTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqlTicketTable(Handle handle) implements TicketTable {

    @Override
    public void add(StoredTicket ticket) {
        StoredTicket.Owner owner = ticket.owner();
        handle.execute(
                """
                INSERT INTO ticket (hash, account_id, token_id, session_id, client_id, scopes,
                                    key_id, issued_at, owner_expires_at, expires_at, spent)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ticket.hash().value(),
                ticket.accountId(),
                owner.tokenId(),
                owner.sessionId(),
                owner.clientId(),
                owner.scopes().parameter(),
                owner.keyId(),
                owner.issuedAt(),
                owner.expiresAt(),
                ticket.expiresAt(),
                ticket.spent());
    }

    @Override
    public Optional<StoredTicket> find(CredentialHash hash) {
        return handle.select("SELECT * FROM ticket WHERE hash = ?", hash.value())
                .map((row, _) ->
                        new StoredTicket(
                                hash,
                                row.getString("account_id"),
                                owner(row),
                                Columns.instant(row, "expires_at"),
                                row.getBoolean("spent")))
                .findOne();
    }

    private static StoredTicket.Owner owner(ResultSet row) throws SQLException {
        return new StoredTicket.Owner(
                row.getString("token_id"),
                row.getString("session_id"),
                row.getString("client_id"),
                new Scopes(Columns.words(row, "scopes")),
                Columns.optionalText(row, "key_id"),
                Columns.instant(row, "issued_at"),
                Columns.instant(row, "owner_expires_at"));
    }

    @Override
    public boolean spend(CredentialHash hash) {
        return handle.execute(
                        "UPDATE ticket SET spent = ? WHERE hash = ? AND spent = ?",
                        true,
                        hash.value(),
                        false)
                == 1;
    }

    @Override
    public int purge(Instant before, int max) {
        return handle.execute(
                """
                DELETE FROM ticket WHERE hash IN
                    (SELECT hash FROM ticket WHERE expires_at < ? LIMIT ?)
                """,
                before,
                max);
    }
}
