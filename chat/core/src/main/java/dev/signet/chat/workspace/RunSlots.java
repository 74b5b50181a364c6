package dev.signet.chat.workspace;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The places for runs at work: so many for everybody together, so many for one user. */
final class RunSlots {
    private final ChatLimits.Running limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Map<RunId, Slot> taken = new HashMap<>();
    private boolean closed;

    private record Slot(UserId owner, @Nullable LiveRun run) {}

    RunSlots(ChatLimits.Running limits) {
        this.limits = limits;
    }

    /** Takes a place for a run that is about to be stored; empty when there was one. */
    Optional<StartOutcome.Cause> take(RunId id, UserId owner) {
        lock.lock();
        try {
            if (closed) {
                return Optional.of(StartOutcome.Cause.SHUTTING_DOWN);
            }
            if (taken.values().stream().filter(p -> p.owner().equals(owner)).count()
                    >= limits.runsPerUser()) {
                return Optional.of(StartOutcome.Cause.TOO_MANY_RUNS);
            }
            if (taken.size() >= limits.runs()) {
                return Optional.of(StartOutcome.Cause.BUSY);
            }
            taken.put(id, new Slot(owner, null));
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Puts the run into the place that was taken for it. */
    void occupy(RunId id, LiveRun run) {
        lock.lock();
        try {
            taken.computeIfPresent(id, (_, slot) -> new Slot(slot.owner(), run));
        } finally {
            lock.unlock();
        }
    }

    void free(RunId id) {
        lock.lock();
        try {
            taken.remove(id);
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean holds(RunId id) {
        lock.lock();
        try {
            return taken.containsKey(id);
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            return taken.size();
        } finally {
            lock.unlock();
        }
    }

    List<LiveRun> runs() {
        lock.lock();
        try {
            return taken.values().stream().map(Slot::run).filter(Objects::nonNull).toList();
        } finally {
            lock.unlock();
        }
    }

    /** From now on no place is to be had. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all places are free, at most that long. */
    void awaitEmpty(Duration patience) throws InterruptedException {
        long nanosLeft = patience.toNanos();
        lock.lock();
        try {
            while (!taken.isEmpty() && nanosLeft > 0) {
                nanosLeft = freed.awaitNanos(nanosLeft);
            }
        } finally {
            lock.unlock();
        }
    }
}
