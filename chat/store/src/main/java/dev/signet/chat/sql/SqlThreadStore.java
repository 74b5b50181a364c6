package dev.signet.chat.sql;

import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.ThreadStore;
import java.util.List;
import java.util.Optional;

record SqlThreadStore(Access access) implements ThreadStore {

    @Override
    public boolean add(ChatThread thread, int threadsMax) {
        return access.write(handle -> Rows.addThread(handle, thread, threadsMax));
    }

    @Override
    public Optional<ChatThread> thread(UserId owner, ThreadId id) {
        return access.read(handle ->
                handle.select(
                                "SELECT * FROM thread WHERE id = ? AND owner = ?",
                                id.value(),
                                owner.value())
                        .map((row, _) -> Rows.thread(row))
                        .findOne());
    }

    @Override
    public List<ChatThread> threads(UserId owner) {
        return access.read(handle ->
                handle.select(
                                "SELECT * FROM thread WHERE owner = ?"
                                        + " ORDER BY updated_at DESC, created_at DESC, id",
                                owner.value())
                        .map((row, _) -> Rows.thread(row))
                        .list());
    }

    @Override
    public boolean remove(UserId owner, ThreadId id) {
        return access.write(handle ->
                handle.execute(
                                "DELETE FROM thread WHERE id = ? AND owner = ?",
                                id.value(),
                                owner.value())
                        == 1);
    }

    @Override
    public List<Message> messages(UserId owner, ThreadId id, int newest) {
        return access.read(handle ->
                handle.select(
                                """
                                SELECT * FROM message WHERE thread_id = ? AND owner = ?
                                ORDER BY position DESC LIMIT ?
                                """,
                                id.value(),
                                owner.value(),
                                newest)
                        .map((row, _) -> Rows.message(row))
                        .list()
                        .reversed());
    }
}
