package dev.signet.authority.sql;

import dev.signet.authority.signing.SigningKeyTable;
import dev.signet.authority.signing.StoredKey;
import dev.signet.token.key.KeyState;
import java.util.List;
import org.jdbi.v3.core.Handle;

record SqlSigningKeyTable(Handle handle) implements SigningKeyTable {

    @Override
    public List<StoredKey> all() {
        return handle.select("SELECT * FROM signing_key ORDER BY created_at, kid")
                .map((row, _) ->
                        new StoredKey(
                                row.getString("kid"),
                                Columns.code(row, "state", KeyState::valueOf),
                                row.getString("sealed"),
                                Columns.instant(row, "created_at"),
                                Columns.instant(row, "since")))
                .list();
    }

    @Override
    public void add(StoredKey key) {
        handle.execute(
                """
                INSERT INTO signing_key (kid, state, sealed, created_at, since)
                VALUES (?, ?, ?, ?, ?)
                """,
                key.kid(),
                Columns.code(key.state()),
                key.sealed(),
                key.createdAt(),
                key.since());
    }

    @Override
    public boolean replace(StoredKey key, KeyState expected) {
        return handle.execute(
                        """
                        UPDATE signing_key SET state = ?, sealed = ?, since = ?
                        WHERE kid = ? AND state = ?
                        """,
                        Columns.code(key.state()),
                        key.sealed(),
                        key.since(),
                        key.kid(),
                        Columns.code(expected))
                == 1;
    }
}
