package dev.signet.chat.contract;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up whoever comes until a test opens it, and tells the test that somebody came. */
public final class Gate {
    private static final long SECONDS_MAX = 20;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    public static Gate closed() {
        return new Gate();
    }

    static Gate open() {
        Gate gate = new Gate();
        gate.letThrough();
        return gate;
    }

    /** Waits until it is open. */
    public void pass() throws InterruptedException {
        reached.countDown();
        await(opened);
    }

    /** Waits until somebody waits here. */
    public void awaitReached() throws InterruptedException {
        await(reached);
    }

    public void letThrough() {
        opened.countDown();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("waited in vain for " + SECONDS_MAX + " s");
        }
    }
}
