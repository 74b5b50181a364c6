package dev.signet.chat.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signet.chat.id.EventId;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.run.EventType;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.StoredPayload;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Events as rows; the payload is JSON text. */
final class EventRows {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private EventRows() {}

    static void add(Handle handle, List<RunEvent> events) {
        try (var batch =
                handle.prepareBatch(
                        "INSERT INTO run_event (run_id, seq, id, agent, at, type, payload)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (RunEvent event : events) {
                batch.add(
                        event.runId().value(),
                        event.seq(),
                        event.id().value(),
                        event.agent(),
                        event.at(),
                        event.type().wire(),
                        json(event.payload().fields()));
            }
            batch.execute();
        }
    }

    /** The owner stands at the run, so a foreign run has no events. */
    static List<RunEvent> after(Handle handle, UserId owner, RunId run, long afterSeq, int max) {
        return handle.select(
                        """
                        SELECT e.*, r.thread_id, r.owner
                        FROM run_event e JOIN run r ON r.id = e.run_id
                        WHERE e.run_id = ? AND r.owner = ? AND e.seq > ?
                        ORDER BY e.seq LIMIT ?
                        """,
                        run.value(),
                        owner.value(),
                        afterSeq,
                        max)
                .map((row, _) -> event(row))
                .list();
    }

    private static RunEvent event(ResultSet row) throws SQLException {
        EventType type = EventType.ofWire(row.getString("type")).orElseThrow();
        return new RunEvent(
                new EventId(row.getString("id")),
                row.getLong("seq"),
                new RunId(row.getString("run_id")),
                new ThreadId(row.getString("thread_id")),
                new UserId(row.getString("owner")),
                row.getString("agent"),
                Rows.instant(row, "at"),
                StoredPayload.read(type, members(row.getString("payload"))));
    }

    private static String json(Map<String, Object> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event payload: not plain", e);
        }
    }

    private static Map<String, Object> members(String json) {
        try {
            return JSON.readValue(json, MEMBERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event payload: not JSON in the store", e);
        }
    }
}
