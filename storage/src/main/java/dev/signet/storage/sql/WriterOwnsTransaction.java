package dev.signet.storage.sql;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Keeps works from ending the transaction that they share with others; savepoints are theirs. */
final class WriterOwnsTransaction implements TransactionHandler {

    @Override
    public void begin(Handle handle) {
        throw refusal();
    }

    @Override
    public void commit(Handle handle) {
        throw refusal();
    }

    @Override
    public void rollback(Handle handle) {
        throw refusal();
    }

    @Override
    public boolean isInTransaction(Handle handle) {
        return true;
    }

    @Override
    public void savepoint(Handle handle, String name) {
        handle.execute("SAVEPOINT " + quoted(name));
    }

    @Override
    public void rollbackToSavepoint(Handle handle, String name) {
        handle.execute("ROLLBACK TO " + quoted(name));
    }

    @Override
    public void releaseSavepoint(Handle handle, String name) {
        handle.execute("RELEASE " + quoted(name));
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback)
            throws X {
        return callback.withHandle(handle);
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback)
            throws X {
        return callback.withHandle(handle);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static IllegalStateException refusal() {
        return new IllegalStateException(
                "the writer begins, commits and rolls back; throw to undo");
    }
}
