package dev.signet.authority.sql;

import dev.signet.authority.revocation.FeedTable;
import dev.signet.token.feed.FeedEntry;
import dev.signet.token.revocation.RevocationEvent;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

record SqlFeedTable(Handle handle) implements FeedTable {

    @Override
    public String begin(String nameIfNew) {
        handle.execute(
                """
                INSERT INTO feed_head (id, epoch, last_seq) VALUES (1, ?, 0)
                ON CONFLICT DO NOTHING
                """,
                nameIfNew);
        return handle.select("SELECT epoch FROM feed_head").mapTo(String.class).one();
    }

    /** The update comes first: it makes other writers wait, so that commits keep the order. */
    @Override
    public FeedEntry append(Instant at, RevocationEvent event) {
        handle.execute("UPDATE feed_head SET last_seq = last_seq + 1");
        var entry = new FeedEntry(lastSeq(), at, event);
        EventColumns columns = EventColumns.of(event);
        handle.execute(
                """
                INSERT INTO feed_entry (seq, at, kind, target, not_before, cause, until)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                entry.seq(),
                at,
                columns.kind(),
                columns.target(),
                columns.notBefore(),
                columns.cause(),
                columns.until());
        return entry;
    }

    @Override
    public long lastSeq() {
        return handle.select("SELECT last_seq FROM feed_head").mapTo(Long.class).one();
    }

    @Override
    public long firstSeq() {
        return handle.select("SELECT seq FROM feed_entry ORDER BY seq LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> lastSeq() + 1);
    }

    @Override
    public List<FeedEntry> after(long seq, int max) {
        return handle.select(
                        "SELECT * FROM feed_entry WHERE seq > ? ORDER BY seq LIMIT ?", seq, max)
                .map((row, _) ->
                        new FeedEntry(
                                row.getLong("seq"),
                                Columns.instant(row, "at"),
                                EventColumns.event(row)))
                .list();
    }

    @Override
    public int purge(long belowSeq, int max) {
        return handle.execute(
                """
                DELETE FROM feed_entry WHERE seq IN
                    (SELECT seq FROM feed_entry WHERE seq < ? ORDER BY seq LIMIT ?)
                """,
                belowSeq,
                max);
    }
}
