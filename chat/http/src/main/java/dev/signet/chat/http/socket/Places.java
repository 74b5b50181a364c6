package dev.signet.chat.http.socket;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A bound on how many there may be at the same time. Safe for many threads. */
final class Places {

    private final Semaphore free;

    Places(int count) {
        this.free = new Semaphore(count);
    }

    /** A place; empty when all are taken. */
    Optional<Place> take() {
        return free.tryAcquire() ? Optional.of(new Place(free)) : Optional.empty();
    }

    /** One place, which is given back once however often that is tried. */
    static final class Place {
        private final Semaphore free;
        private final AtomicBoolean taken = new AtomicBoolean(true);

        private Place(Semaphore free) {
            this.free = free;
        }

        void giveBack() {
            if (taken.compareAndSet(true, false)) {
                free.release();
            }
        }
    }
}
