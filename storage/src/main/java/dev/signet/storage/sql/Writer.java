package dev.signet.storage.sql;

import dev.signet.storage.StorageLimits;
import dev.signet.storage.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The only thread that writes: takes what is queued, and commits it as one group. */
final class Writer {

    private static final Executor CONTINUATIONS = Thread::startVirtualThread;

    private final StorageLimits limits;
    private final WriteQueue queue;
    private final GroupCommit commits;
    private final Thread thread;

    Writer(StorageLimits limits, GroupCommit commits) {
        this.limits = limits;
        this.queue = new WriteQueue(limits.queuedMax());
        this.commits = commits;
        // a platform thread: most of its time is spent in native calls, which would pin a carrier
        this.thread = Thread.ofPlatform().name("signet-writer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    <T> T write(Work<T> work) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a work cannot wait for another; use its transaction");
        }
        var write = new QueuedWrite<>(work);
        queue.add(write);
        return write.await(limits.queueWait(), limits.outcomeWait());
    }

    <T> CompletionStage<T> writeAsync(Work<T> work) {
        var write = new QueuedWrite<>(work);
        queue.add(write);
        write.abandonAfter(limits.queueWait());
        return write.outcome().whenCompleteAsync((_, _) -> {}, CONTINUATIONS);
    }

    WriterActivity activity() {
        return commits.activity(queue.size());
    }

    /** Runs what is queued and ends the thread; throws when it takes too long. */
    void drain() {
        queue.close();
        try {
            if (!thread.join(limits.closeWait())) {
                throw new StoreUnavailableException(
                        "the writer did not end within " + limits.closeWait());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while the writer ended", e);
        }
    }

    private void run() {
        List<QueuedWrite<?>> group = queue.takeGroup(limits.groupMax());
        while (!group.isEmpty()) {
            commits.run(group);
            group = queue.takeGroup(limits.groupMax());
        }
    }
}
