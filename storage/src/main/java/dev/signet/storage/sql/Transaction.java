package dev.signet.storage.sql;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The surroundings of one {@link Work}. For the thread that runs it, while it runs. */
public final class Transaction {

    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean ended;

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /** SQL within the transaction. Beginning, committing or rolling back by hand is refused. */
    public Handle handle() {
        return handle;
    }

    /**
     * Runs the action on the writer's thread when the commit is on disk, before the caller gets its
     * result. Actions run in the order of the commits and, within a work, of their registration;
     * none runs when the work is rolled back. What an action throws is logged and harms nobody
     * else. Keep it as short as the work.
     */
    public void afterCommit(Runnable action) {
        if (ended) {
            throw new IllegalStateException("the work has ended");
        }
        afterCommit.add(action);
    }

    List<Runnable> end() {
        ended = true;
        return List.copyOf(afterCommit);
    }
}
