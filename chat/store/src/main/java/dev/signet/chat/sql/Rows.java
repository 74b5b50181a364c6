package dev.signet.chat.sql;

import dev.signet.chat.id.MessageId;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunState;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.Title;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows that more than one store reads or writes. */
final class Rows {

    private Rows() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static Optional<Instant> optionalInstant(ResultSet row, String column)
            throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static ChatThread thread(ResultSet row) throws SQLException {
        return new ChatThread(
                new ThreadId(row.getString("id")),
                new UserId(row.getString("owner")),
                new Title(row.getString("title")),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    static Message message(ResultSet row) throws SQLException {
        return new Message(
                new MessageId(row.getString("id")),
                new ThreadId(row.getString("thread_id")),
                new UserId(row.getString("owner")),
                Message.Role.ofWire(row.getString("role")).orElseThrow(),
                row.getString("text"),
                Optional.ofNullable(row.getString("run_id")).map(RunId::new),
                instant(row, "created_at"));
    }

    static Run run(ResultSet row) throws SQLException {
        return new Run(
                new RunId(row.getString("id")),
                new ThreadId(row.getString("thread_id")),
                new UserId(row.getString("owner")),
                row.getString("agent"),
                RunState.ofWire(row.getString("state")).orElseThrow(),
                row.getLong("last_seq"),
                instant(row, "created_at"),
                optionalInstant(row, "ended_at"));
    }

    /** Adds a thread unless its owner has as many as allowed. */
    static boolean addThread(Handle handle, ChatThread thread, int threadsMax) {
        int owned =
                handle.select("SELECT COUNT(*) FROM thread WHERE owner = ?", thread.owner().value())
                        .mapTo(Integer.class)
                        .one();
        if (owned >= threadsMax) {
            return false;
        }
        handle.execute(
                "INSERT INTO thread (id, owner, title, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                thread.id().value(),
                thread.owner().value(),
                thread.title().value(),
                thread.createdAt(),
                thread.updatedAt());
        return true;
    }

    static boolean hasThread(Handle handle, UserId owner, ThreadId id) {
        return handle.select(
                        "SELECT 1 FROM thread WHERE id = ? AND owner = ?",
                        id.value(),
                        owner.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Adds a message at the thread's end and moves the thread's last use there. */
    static void addMessage(Handle handle, Message message) {
        handle.execute(
                """
                INSERT INTO message (id, thread_id, owner, position, role, text, run_id, created_at)
                SELECT ?, ?, ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?
                FROM message WHERE thread_id = ?
                """,
                message.id().value(),
                message.threadId().value(),
                message.owner().value(),
                message.role().wire(),
                message.text(),
                message.runId().map(RunId::value),
                message.createdAt(),
                message.threadId().value());
        handle.execute(
                "UPDATE thread SET updated_at = ? WHERE id = ? AND updated_at < ?",
                message.createdAt(),
                message.threadId().value(),
                message.createdAt());
    }
}
