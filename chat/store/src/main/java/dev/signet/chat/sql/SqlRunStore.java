package dev.signet.chat.sql;

import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.run.NewRun;
import dev.signet.chat.run.NewRunOutcome;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunState;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.Message;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record SqlRunStore(Access access) implements RunStore {

    @Override
    public NewRunOutcome begin(NewRun beginning) {
        return access.write(handle -> begin(handle, beginning));
    }

    private static NewRunOutcome begin(Handle handle, NewRun beginning) {
        Run run = beginning.run();
        Optional<Run> before = beginning.key().flatMap(key -> one(byKey(handle, run.owner(), key)));
        if (before.isPresent()) {
            return new NewRunOutcome.Repeated(before.get());
        }
        if (beginning.newThread().isPresent()
                && !Rows.addThread(
                        handle, beginning.newThread().get(), beginning.bounds().threadsPerUser())) {
            return new NewRunOutcome.TooManyThreads();
        }
        if (!Rows.hasThread(handle, run.owner(), run.threadId())) {
            return new NewRunOutcome.NoSuchThread();
        }
        if (countOf(handle, run.threadId()) >= beginning.bounds().runsPerThread()) {
            return new NewRunOutcome.ThreadFull();
        }
        addRun(handle, run, beginning.key());
        Rows.addMessage(handle, beginning.question());
        EventRows.add(handle, List.of(beginning.started()));
        return new NewRunOutcome.Stored();
    }

    private static Query byKey(Handle handle, UserId owner, IdempotencyKey key) {
        return handle.select(
                "SELECT * FROM run WHERE owner = ? AND idempotency_key = ?",
                owner.value(),
                key.value());
    }

    private static Optional<Run> one(Query query) {
        return query.map((row, _) -> Rows.run(row)).findOne();
    }

    private static int countOf(Handle handle, ThreadId thread) {
        return handle.select("SELECT COUNT(*) FROM run WHERE thread_id = ?", thread.value())
                .mapTo(Integer.class)
                .one();
    }

    private static void addRun(Handle handle, Run run, Optional<IdempotencyKey> key) {
        handle.execute(
                """
                INSERT INTO run (id, thread_id, owner, position, agent, state, last_seq,
                                 idempotency_key, created_at, ended_at)
                SELECT ?, ?, ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ?, ?
                FROM run WHERE thread_id = ?
                """,
                run.id().value(),
                run.threadId().value(),
                run.owner().value(),
                run.agent(),
                run.state().wire(),
                run.lastSeq(),
                key.map(IdempotencyKey::value),
                run.createdAt(),
                run.endedAt(),
                run.threadId().value());
    }

    @Override
    public Optional<Run> run(UserId owner, IdempotencyKey key) {
        return access.read(handle -> one(byKey(handle, owner, key)));
    }

    @Override
    public Optional<Run> run(UserId owner, RunId id) {
        return access.read(handle ->
                one(
                        handle.select(
                                "SELECT * FROM run WHERE id = ? AND owner = ?",
                                id.value(),
                                owner.value())));
    }

    @Override
    public List<Run> runs(UserId owner, ThreadId thread, int newest) {
        return access.read(handle ->
                handle.select(
                                """
                                SELECT * FROM run WHERE thread_id = ? AND owner = ?
                                ORDER BY position DESC LIMIT ?
                                """,
                                thread.value(),
                                owner.value(),
                                newest)
                        .map((row, _) -> Rows.run(row))
                        .list()
                        .reversed());
    }

    @Override
    public List<RunEvent> events(UserId owner, RunId id, long afterSeq, int max) {
        return access.read(handle -> EventRows.after(handle, owner, id, afterSeq, max));
    }

    @Override
    public boolean append(Run run, List<RunEvent> events) {
        return access.write(handle -> append(handle, run, events));
    }

    @Override
    public boolean append(Run run, List<RunEvent> events, Message answer) {
        return access.write(handle -> {
            boolean appended = append(handle, run, events);
            if (appended) {
                Rows.addMessage(handle, answer);
            }
            return appended;
        });
    }

    /** One compare-and-set on the run's last number decides whether the events fit. */
    private static boolean append(Handle handle, Run run, List<RunEvent> events) {
        int moved =
                handle.execute(
                        """
                        UPDATE run SET state = ?, last_seq = ?, agent = ?, ended_at = ?
                        WHERE id = ? AND owner = ? AND state = ? AND last_seq = ?
                        """,
                        run.state().wire(),
                        run.lastSeq(),
                        run.agent(),
                        run.endedAt(),
                        run.id().value(),
                        run.owner().value(),
                        RunState.RUNNING.wire(),
                        events.getFirst().seq() - 1);
        if (moved == 0) {
            return false;
        }
        EventRows.add(handle, events);
        return true;
    }

    @Override
    public List<Run> unfinished(int max) {
        return access.read(handle ->
                handle.select(
                                "SELECT * FROM run WHERE state = ?"
                                        + " ORDER BY created_at, id LIMIT ?",
                                RunState.RUNNING.wire(),
                                max)
                        .map((row, _) -> Rows.run(row))
                        .list());
    }
}
