package dev.signet.chat.http.socket;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A bound on how many there may be at the same time. Safe for many threads. */
final class SocketSlots {

    private final Semaphore free;
    private final int count;

    SocketSlots(int count) {
        this.count = count;
        this.free = new Semaphore(count);
    }

    /** A place; empty when all are taken. */
    Optional<Slot> take() {
        return free.tryAcquire() ? Optional.of(new Slot(free)) : Optional.empty();
    }

    /** Waits until all are free, at most that long; tells whether they are. */
    boolean awaitAllFree(Duration patience) throws InterruptedException {
        boolean all = free.tryAcquire(count, patience.toNanos(), TimeUnit.NANOSECONDS);
        if (all) {
            free.release(count);
        }
        return all;
    }

    /** One place, which is given back once however often that is tried. */
    static final class Slot {
        private final Semaphore free;
        private final AtomicBoolean taken = new AtomicBoolean(true);

        private Slot(Semaphore free) {
            this.free = free;
        }

        void giveBack() {
            if (taken.compareAndSet(true, false)) {
                free.release();
            }
        }
    }
}
