package dev.signet.storage.sql;

import dev.signet.storage.StoreUnavailableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The writes that wait for the writer, first come first served, never more than a fixed number. */
final class WriteQueue {

    private final int max;
    private final Queue<QueuedWrite<?>> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    WriteQueue(int max) {
        this.max = max;
    }

    /** Throws {@link StoreUnavailableException} when the queue is full or closed. */
    void add(QueuedWrite<?> write) {
        lock.lock();
        try {
            if (closed) {
                throw new StoreUnavailableException("the store is closed");
            }
            if (waiting.size() == max) {
                throw new StoreUnavailableException(max + " writes are waiting already");
            }
            waiting.add(write);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next writes, 1 to {@code groupMax}; none means closed and empty. */
    List<QueuedWrite<?>> takeGroup(int groupMax) {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return removeUpTo(groupMax);
        } finally {
            lock.unlock();
        }
    }

    /** Accepts nothing more; what waits can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private List<QueuedWrite<?>> removeUpTo(int count) {
        var group = new ArrayList<QueuedWrite<?>>();
        while (group.size() < count && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        return group;
    }
}
