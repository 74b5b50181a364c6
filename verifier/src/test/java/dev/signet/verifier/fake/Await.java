package dev.signet.verifier.fake;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that another thread does, within a bound. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

    private Await() {}

    /** Returns when it is so. */
    public static void until(String what, BooleanSupplier isSo) {
        if (!within(PATIENCE, isSo)) {
            throw new AssertionError("waited in vain until " + what);
        }
    }

    /** Whether it becomes so within that time. */
    public static boolean within(Duration patience, BooleanSupplier isSo) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
