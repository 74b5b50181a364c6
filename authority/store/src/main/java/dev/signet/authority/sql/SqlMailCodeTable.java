package dev.signet.authority.sql;

import dev.signet.authority.account.MailCode;
import dev.signet.authority.account.MailCodeTable;
import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqlMailCodeTable(Handle handle) implements MailCodeTable {

    @Override
    public void replace(MailCode code) {
        handle.execute(
                """
                INSERT INTO mail_code (hash, account_id, purpose, expires_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (account_id, purpose)
                DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at
                """,
                code.hash().value(),
                code.accountId(),
                Columns.code(code.purpose()),
                code.expiresAt());
    }

    @Override
    public Optional<MailCode> find(CredentialHash hash) {
        return handle.select(
                        "SELECT account_id, purpose, expires_at FROM mail_code WHERE hash = ?",
                        hash.value())
                .map((row, _) ->
                        new MailCode(
                                hash,
                                row.getString("account_id"),
                                Columns.code(row, "purpose", MailCode.Purpose::valueOf),
                                Columns.instant(row, "expires_at")))
                .findOne();
    }

    @Override
    public boolean spend(CredentialHash hash) {
        return handle.execute("DELETE FROM mail_code WHERE hash = ?", hash.value()) == 1;
    }

    @Override
    public int purge(Instant before, int max) {
        return handle.execute(
                """
                DELETE FROM mail_code WHERE hash IN
                    (SELECT hash FROM mail_code WHERE expires_at < ? LIMIT ?)
                """,
                before,
                max);
    }
}
