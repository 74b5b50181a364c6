package dev.signet.storage.sql;

import dev.signet.storage.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a group of works in one transaction, each within its savepoint, and releases their callers
 * after the commit. For the writer's thread alone, except where told.
 */
final class GroupCommit {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final DataSource source;
    private final Jdbi jdbi;
    private final LongAdder groupsCommitted = new LongAdder();
    private final LongAdder worksCommitted = new LongAdder();
    private @Nullable Connection connection;

    GroupCommit(DataSource source) {
        this.source = source;
        this.jdbi = Columns.install(Jdbi.create(this::lend));
        jdbi.setTransactionHandler(new WriterOwnsTransaction());
    }

    /** Answers every write of the group, one way or the other; throws nothing. */
    void run(List<QueuedWrite<?>> group) {
        try {
            List<Runnable> releases = commit(group);
            groupsCommitted.increment();
            worksCommitted.add(releases.size());
            releases.forEach(Runnable::run);
        } catch (Throwable failure) { // whatever it is, the writer must live on
            LOG.error("event=commit_failed writes={}", group.size(), failure);
            group.forEach(write -> refuse(write, failure));
            disconnect();
        }
    }

    /** For any thread; what it counts was on disk before its callers knew. */
    WriterActivity activity(int queued) {
        return new WriterActivity(groupsCommitted.sum(), worksCommitted.sum(), queued);
    }

    /** Moves the log into the database file and lets go of it. */
    void close() {
        try {
            execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            LOG.warn("event=checkpoint_failed", e); // the next start reads the log instead
        }
        disconnect();
    }

    private List<Runnable> commit(List<QueuedWrite<?>> group) throws SQLException {
        var releases = new ArrayList<Runnable>();
        execute("BEGIN IMMEDIATE");
        for (QueuedWrite<?> write : group) {
            if (write.begin()) {
                releases.add(runWithinSavepoint(write));
            }
        }
        execute("COMMIT");
        return releases;
    }

    /** Returns what tells the caller; also a failure may rest on what others have not committed. */
    private <T> Runnable runWithinSavepoint(QueuedWrite<T> write) throws SQLException {
        execute("SAVEPOINT work");
        T result;
        List<Runnable> actions;
        try (Handle handle = jdbi.open()) {
            var transaction = new Transaction(handle);
            result = write.work().in(transaction);
            actions = transaction.end();
        } catch (Throwable failure) {
            rollBack(failure);
            return () -> write.fail(cause(failure));
        }
        execute("RELEASE work");
        return () -> release(write, result, actions);
    }

    private void rollBack(Throwable failure) throws SQLException {
        try {
            execute("ROLLBACK TO work");
            execute("RELEASE work");
        } catch (SQLException e) { // a full disk, for one, has ended the whole transaction
            e.addSuppressed(failure);
            throw e;
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof RuntimeException known ? Failures.named(known) : failure;
    }

    private static <T> void release(QueuedWrite<T> write, T result, List<Runnable> actions) {
        actions.forEach(GroupCommit::runAction);
        write.outcome().complete(result);
    }

    private static void runAction(Runnable action) {
        try {
            action.run();
        } catch (Throwable failure) {
            LOG.error("event=after_commit_failed", failure);
        }
    }

    private static void refuse(QueuedWrite<?> write, Throwable cause) {
        write.fail(new StoreUnavailableException("the commit failed", cause));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = source.getConnection();
            connection = open;
        }
        return open;
    }

    private Connection lend() throws SQLException {
        return LentConnection.of(connection());
    }

    /** Closing rolls back whatever is open; the next group connects anew. */
    private void disconnect() {
        try (Connection closing = connection) {
            connection = null;
        } catch (SQLException e) {
            LOG.warn("event=disconnect_failed", e);
        }
    }
}
