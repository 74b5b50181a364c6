package dev.signet.http.server;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all bodies of one listener share. Safe for many threads. */
final class BodySpace {

    private final long bytesMax;
    private final AtomicLong taken = new AtomicLong();

    BodySpace(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Takes that much, or nothing and false when there is not enough left. */
    boolean take(int bytes) {
        if (taken.addAndGet(bytes) <= bytesMax) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
