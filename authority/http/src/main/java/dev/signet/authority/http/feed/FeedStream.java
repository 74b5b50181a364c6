package dev.signet.authority.http.feed;

import dev.signet.authority.feed.Feed.Subscription;
import dev.signet.authority.feed.FeedPage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One reader's connection. It is woken by each commit and fetches what is new at its own pace, so
 * that a slow reader keeps nothing in memory; without news it gets a signed sign of life.
 */
final class FeedStream {

    /** Two seconds: a verifier that hears nothing for three of them reconnects. */
    private static final long HEARTBEAT_MILLIS = 2_000;

    private static final ExecutorService READERS = Executors.newVirtualThreadPerTaskExecutor();

    private final Vertx vertx;
    private final SignedFeed signed;
    private final HttpServerResponse response;
    private final Runnable onEnd;
    private final AtomicBoolean fetching = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean woken;
    private volatile String epoch = "";
    private volatile long known;

    FeedStream(Vertx vertx, SignedFeed signed, HttpServerResponse response, Runnable onEnd) {
        this.vertx = vertx;
        this.signed = signed;
        this.response = response;
        this.onEnd = onEnd;
    }

    /** Called on the connection's event loop; runs until the reader's token expires. */
    void start(String epochOfReader, long since, Instant tokenExpiresAt) {
        epoch = epochOfReader;
        known = since;
        Context loop = vertx.getOrCreateContext();
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("X-Accel-Buffering", "no");
        Subscription subscription = signed.feed().subscribe(() -> wake(loop));
        long heartbeat =
                vertx.setPeriodic(
                        0,
                        HEARTBEAT_MILLIS,
                        _ -> {
                            if (Instant.now().isAfter(tokenExpiresAt)) {
                                response.end();
                                return;
                            }
                            wake(loop);
                        });
        Runnable end = () -> end(subscription, heartbeat);
        response.closeHandler(_ -> end.run());
        response.endHandler(_ -> end.run());
        response.exceptionHandler(_ -> end.run());
        if (response.closed()) {
            end.run();
        }
    }

    private void end(Subscription subscription, long heartbeat) {
        if (ended.compareAndSet(false, true)) {
            subscription.close();
            vertx.cancelTimer(heartbeat);
            onEnd.run();
        }
    }

    /** One fetch at a time; a wake-up during a fetch leads to one more. */
    private void wake(Context loop) {
        woken = true;
        if (fetching.compareAndSet(false, true)) {
            READERS.execute(() -> fetch(loop));
        }
    }

    private void fetch(Context loop) {
        woken = false;
        FeedPage page = signed.after(epoch, known);
        String message =
                page instanceof FeedPage.Next(var batch)
                        ? "event: batch\nid: "
                                + batch.lastSeq()
                                + "\ndata: "
                                + signed.sign(batch)
                                + "\n\n"
                        : "";
        loop.runOnContext(_ -> write(loop, page, message));
    }

    private void write(Context loop, FeedPage page, String message) {
        if (ended.get()) {
            return;
        }
        if (!(page instanceof FeedPage.Next(var batch))) {
            response.end();
            return;
        }
        known = batch.lastSeq();
        response.write(message);
        if (response.writeQueueFull()) {
            response.drainHandler(_ -> goOn(loop));
            return;
        }
        goOn(loop);
    }

    private void goOn(Context loop) {
        fetching.set(false);
        if (woken || known < signed.feed().lastSeq()) {
            wake(loop);
        }
    }
}
