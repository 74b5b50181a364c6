package dev.signet.authority.http.feed;

import dev.signet.authority.http.feed.SignedFeed.Signed;
import dev.signet.authority.revocation.Feed.Subscription;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's connection. It is woken by each commit and fetches what is new at its own pace, so
 * that a slow reader keeps nothing in memory; without news it gets a signed sign of life.
 */
final class FeedStream {

    private static final Logger LOG = LoggerFactory.getLogger(FeedStream.class);
    private static final ExecutorService FETCHES = Executors.newVirtualThreadPerTaskExecutor();

    private final SignedFeed signed;
    private final HttpServerResponse response;
    private final Place place;
    private final Context loop = Objects.requireNonNull(Vertx.currentContext(), "no loop");
    private final AtomicBoolean fetching = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean woken;
    private volatile long known;

    /**
     * Where a reader begins.
     *
     * @param since the last number that it knows
     */
    record Place(String epoch, long since, Reader reader) {}

    /** Made and started on the connection's event loop. */
    FeedStream(SignedFeed signed, HttpServerResponse response, Place place) {
        this.signed = signed;
        this.response = response;
        this.place = place;
        this.known = place.since();
    }

    /** Runs until the reader goes, must go, or has fallen too far behind. */
    void start(Duration heartbeat) {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("X-Accel-Buffering", "no");
        Subscription subscription = signed.feed().subscribe(this::wake);
        long timer = loop.owner().setPeriodic(heartbeat.toMillis(), _ -> wake());
        Runnable end = () -> end(subscription, timer);
        response.closeHandler(_ -> end.run());
        response.endHandler(_ -> end.run());
        response.exceptionHandler(_ -> end.run());
        if (response.closed()) {
            end.run();
            return;
        }
        wake();
    }

    private void end(Subscription subscription, long timer) {
        if (ended.compareAndSet(false, true)) {
            subscription.close();
            loop.owner().cancelTimer(timer);
        }
    }

    /** One fetch at a time; a wake-up during a fetch leads to one more. */
    private void wake() {
        woken = true;
        if (fetching.compareAndSet(false, true)) {
            FETCHES.execute(this::fetch);
        }
    }

    private void fetch() {
        woken = false;
        try {
            Optional<Signed> next = signed.after(place.epoch(), known);
            loop.runOnContext(_ -> next.ifPresentOrElse(this::write, this::close));
        } catch (RuntimeException fault) {
            LOG.error("event=feed_stream_failed", fault);
            loop.runOnContext(_ -> close());
        }
    }

    /** A reader whose token is revoked still hears so, and then no more. */
    private void write(Signed next) {
        if (ended.get()) {
            return;
        }
        if (place.reader().isExpired()) {
            close();
            return;
        }
        known = next.message().lastSeq();
        response.write("event: batch\nid: " + known + "\ndata: " + next.text() + "\n\n");
        if (place.reader().isRevoked() && known >= signed.feed().lastSeq()) {
            close();
            return;
        }
        if (response.writeQueueFull()) {
            response.drainHandler(_ -> goOn());
            return;
        }
        goOn();
    }

    /** The reader comes back, and hears then why. */
    private void close() {
        if (!ended.get()) {
            response.end();
        }
    }

    private void goOn() {
        fetching.set(false);
        if (woken || known < signed.feed().lastSeq()) {
            wake();
        }
    }
}
