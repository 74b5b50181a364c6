package dev.signet.authority.sql;

import dev.signet.authority.revocation.RevocationTable;
import dev.signet.token.revocation.RevocationEvent;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

record SqlRevocationTable(Handle handle) implements RevocationTable {

    @Override
    public void put(RevocationEvent event) {
        EventColumns columns = EventColumns.of(event);
        handle.execute(
                """
                INSERT INTO revocation (kind, target, not_before, cause, until)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (kind, target) DO UPDATE SET
                    cause = CASE WHEN excluded.not_before >= revocation.not_before
                            THEN excluded.cause ELSE revocation.cause END,
                    not_before = CASE WHEN excluded.not_before >= revocation.not_before
                            THEN excluded.not_before ELSE revocation.not_before END,
                    until = CASE WHEN excluded.until >= revocation.until
                            THEN excluded.until ELSE revocation.until END
                """,
                columns.kind(),
                columns.target(),
                columns.notBefore(),
                columns.cause(),
                columns.until());
    }

    @Override
    public List<RevocationEvent> live(Instant now) {
        return handle.select("SELECT * FROM revocation WHERE until IS NULL OR until >= ?", now)
                .map((row, _) -> EventColumns.event(row))
                .list();
    }

    @Override
    public int purge(Instant before, int max) {
        int purged = 0;
        for (String kind : List.of("token", "session", "subject")) {
            purged += purge(kind, before, max - purged);
        }
        return purged;
    }

    private int purge(String kind, Instant before, int max) {
        return handle.execute(
                """
                DELETE FROM revocation WHERE kind = ? AND target IN
                    (SELECT target FROM revocation WHERE kind = ? AND until < ? LIMIT ?)
                """,
                kind,
                kind,
                before,
                max);
    }
}
