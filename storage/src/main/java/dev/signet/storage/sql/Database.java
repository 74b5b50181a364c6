package dev.signet.storage.sql;

import dev.signet.storage.StoreUnavailableException;
import java.util.concurrent.CompletionStage;

/**
 * A durable SQL store. Safe for use by many threads; callers that wait should be virtual threads.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the environment fails, the store is
 * closed or a bound of {@link dev.signet.storage.StorageLimits} is reached. What a work itself
 * throws reaches its own caller unchanged.
 */
public interface Database extends AutoCloseable {

    /**
     * Runs a work in a transaction and returns after its commit is on disk. Works of many callers
     * may share one commit; each is rolled back alone when it throws. After a {@link
     * StoreUnavailableException} from a work that had begun, its outcome is unknown, as with every
     * lost answer of a database; one that was refused while it waited never runs.
     *
     * @throws IllegalStateException when called by a work or an after-commit action, which would
     *     wait for itself
     */
    <T> T write(Work<T> work);

    /**
     * As {@link #write}, without waiting. Works of one thread run in the order in which it gave
     * them. Whatever hangs on the stage runs on a virtual thread of its own, never on the writer.
     *
     * @throws StoreUnavailableException at once when the queue is full or the store is closed; all
     *     later failures complete the stage
     */
    <T> CompletionStage<T> writeAsync(Work<T> work);

    /**
     * Runs queries on the caller's thread, on a connection that cannot write and that sees one
     * state of the store for its whole duration: every write that was acknowledged before.
     */
    <T> T read(Reading<T> reading);

    /** Runs what is queued, within bounds, and releases the files. Again: no effect. */
    @Override
    void close();
}
