package dev.signet.cli.node;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process with what runs in it; stops everything in the reverse order of its start. */
public final class Runtime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Runtime.class);

    private final Vertx vertx;
    private final Parts parts = new Parts();
    private final CountDownLatch signal = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Runtime(Vertx vertx) {
        this.vertx = vertx;
        parts.add(() -> Futures.await(vertx.close()));
    }

    /** Starts the event loops; a signal to the process ends {@link #waitForSignal}. */
    public static Runtime start() {
        int cores = java.lang.Runtime.getRuntime().availableProcessors();
        Runtime runtime =
                new Runtime(
                        Vertx.vertx(
                                new VertxOptions()
                                        .setEventLoopPoolSize(cores)
                                        .setWorkerPoolSize(2)
                                        .setInternalBlockingPoolSize(2)
                                        .setFileSystemOptions(
                                                new FileSystemOptions()
                                                        .setFileCachingEnabled(false)
                                                        .setClassPathResolvingEnabled(false))));
        java.lang.Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("signet-stop").unstarted(runtime::stop));
        return runtime;
    }

    private void stop() {
        signal.countDown();
        awaitUninterruptibly(stopped);
    }

    public Vertx vertx() {
        return vertx;
    }

    /** Takes something over that must be stopped with this process; returns it. */
    public <T extends AutoCloseable> T add(T part) {
        return parts.add(part);
    }

    /** Waits until the process is asked to stop. */
    public void waitForSignal() {
        awaitUninterruptibly(signal);
        LOG.info("event=stopping");
    }

    @Override
    public void close() {
        try {
            parts.close();
        } catch (Exception e) {
            LOG.error("event=stop_failed", e);
        }
        LOG.info("event=stopped");
        stopped.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
