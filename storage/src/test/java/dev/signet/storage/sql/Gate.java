package dev.signet.storage.sql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Holds the writer in one work, so that others queue up behind it. */
final class Gate implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch open = new CountDownLatch(1);
    private final CompletableFuture<String> work;

    private Gate(Database database) {
        var reached = new CountDownLatch(1);
        this.work =
                database.writeAsync(
                                _ -> {
                                    reached.countDown();
                                    await(open);
                                    return "through";
                                })
                        .toCompletableFuture();
        await(reached);
    }

    /** Returns when the writer stands still. */
    static Gate closed(Database database) {
        return new Gate(database);
    }

    void open() {
        open.countDown();
        work.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        open();
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nothing happened within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nothing happened within " + PATIENCE);
            }
            Thread.yield();
        }
    }
}
