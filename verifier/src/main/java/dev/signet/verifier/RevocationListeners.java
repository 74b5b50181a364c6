package dev.signet.verifier;

import dev.signet.token.revocation.RevocationEvent;
import dev.signet.verifier.authority.Daemons;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners on a thread of their own and never keeps the teller waiting: when the queue is
 * full, the news is dropped and they are told that they missed some.
 */
final class RevocationListeners implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationListeners.class);
    private static final long THREAD_IDLE_SECONDS = 30;

    private final List<RevocationListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean missed = new AtomicBoolean();
    private final ThreadPoolExecutor teller;

    /**
     * @param queueMax how many pieces of news may wait
     */
    RevocationListeners(int queueMax) {
        teller =
                new ThreadPoolExecutor(
                        1,
                        1,
                        THREAD_IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(queueMax),
                        Daemons.named("signet-verifier-listeners"));
        teller.allowCoreThreadTimeOut(true);
    }

    RevocationListener.Registration add(RevocationListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void applied(List<RevocationEvent> events) {
        tell(listener -> events.forEach(listener::onRevocation));
    }

    void freshness(Freshness freshness) {
        tell(listener -> listener.onFreshness(freshness));
    }

    /** Those who missed something learn it although nothing new happens. */
    void remind() {
        if (missed.get()) {
            tell(listener -> {});
        }
    }

    private void tell(Consumer<RevocationListener> news) {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            teller.execute(() -> deliver(news));
        } catch (RejectedExecutionException full) {
            missed.set(true);
        }
    }

    private void deliver(Consumer<RevocationListener> news) {
        if (missed.getAndSet(false)) {
            LOG.warn("event=listeners_too_slow");
            each(RevocationListener::onMissedRevocations);
        }
        each(news);
    }

    private void each(Consumer<RevocationListener> news) {
        for (RevocationListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException | Error bug) {
                LOG.error("event=listener_failed", bug);
            }
        }
    }

    @Override
    public void close() {
        teller.shutdownNow();
    }
}
