package dev.signet.authority.sql;

import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditRow;
import dev.signet.authority.audit.AuditTable;
import dev.signet.authority.audit.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

record SqlAuditTable(Handle handle) implements AuditTable {

    /** An update that changes nothing makes other writers wait on every SQL store. */
    @Override
    public Head lockHead() {
        handle.execute("UPDATE audit_head SET seq = seq");
        return handle.select("SELECT seq, hash FROM audit_head")
                .map((row, _) -> new Head(row.getLong("seq"), row.getString("hash")))
                .one();
    }

    @Override
    public void append(AuditRow row) {
        AuditEvent event = row.event();
        Caller by = event.by();
        handle.execute(
                """
                INSERT INTO audit_row (seq, at, action, done, actor, address, user_agent,
                                       correlation_id, subject, target, detail, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                row.sequence(),
                event.at(),
                event.action().code(),
                event.done(),
                by.id(),
                by.address(),
                by.userAgent(),
                by.correlationId(),
                event.subject(),
                event.target(),
                event.detail(),
                row.previousHash(),
                row.hash());
        handle.execute("UPDATE audit_head SET seq = ?, hash = ?", row.sequence(), row.hash());
    }

    @Override
    public List<AuditRow> ofSubject(String subject, long beforeSequence, int max) {
        return handle.select(
                        """
                        SELECT * FROM audit_row WHERE subject = ? AND seq < ?
                        ORDER BY seq DESC LIMIT ?
                        """,
                        subject,
                        beforeSequence,
                        max)
                .map((row, _) -> row(row))
                .list();
    }

    @Override
    public List<AuditRow> after(long sequence, int max) {
        return handle.select(
                        "SELECT * FROM audit_row WHERE seq > ? ORDER BY seq LIMIT ?", sequence, max)
                .map((row, _) -> row(row))
                .list();
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        var by =
                new Caller(
                        row.getString("actor"),
                        row.getString("address"),
                        row.getString("user_agent"),
                        row.getString("correlation_id"));
        var event =
                new AuditEvent(
                        Columns.instant(row, "at"),
                        Columns.code(row, "action", AuditAction::valueOf),
                        row.getBoolean("done"),
                        by,
                        row.getString("subject"),
                        row.getString("target"),
                        row.getString("detail"));
        return new AuditRow(
                row.getLong("seq"), event, row.getString("previous_hash"), row.getString("hash"));
    }
}
