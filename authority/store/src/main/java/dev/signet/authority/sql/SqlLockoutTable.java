package dev.signet.authority.sql;

import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.limit.Lockout;
import dev.signet.authority.limit.LockoutTable;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqlLockoutTable(Handle handle) implements LockoutTable {

    @Override
    public Optional<Lockout> find(CredentialHash key) {
        return handle.select(
                        """
                        SELECT failures, last_failure_at, locked_until FROM lockout WHERE key = ?
                        """,
                        key.value())
                .map((row, _) ->
                        new Lockout(
                                key,
                                row.getInt("failures"),
                                Columns.instant(row, "last_failure_at"),
                                Columns.instant(row, "locked_until")))
                .findOne();
    }

    @Override
    public void put(Lockout lockout) {
        handle.execute(
                """
                INSERT INTO lockout (key, failures, last_failure_at, locked_until)
                VALUES (?, ?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET failures = excluded.failures,
                    last_failure_at = excluded.last_failure_at,
                    locked_until = excluded.locked_until
                """,
                lockout.key().value(),
                lockout.failures(),
                lockout.lastFailureAt(),
                lockout.lockedUntil());
    }

    @Override
    public void clear(CredentialHash key) {
        handle.execute("DELETE FROM lockout WHERE key = ?", key.value());
    }

    @Override
    public int purge(Instant before, int max) {
        return handle.execute(
                """
                DELETE FROM lockout WHERE key IN
                    (SELECT key FROM lockout WHERE last_failure_at < ? LIMIT ?)
                """,
                before,
                max);
    }
}
