package dev.signet.chat.http.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes texts to one peer from a virtual thread. While the peer has room a write returns as soon
 * as the event loop has taken it; when there is none it waits until the text has left, so that no
 * more than Vert.x's own queue is ever held for a peer.
 */
public final class PeerWriter {

    private final Context loop;
    private final Outlet outlet;
    private final Duration patience;

    /** The way out; called on the event loop alone. */
    public interface Outlet {

        /** Completes when the text has left, fails when it cannot. */
        Future<Void> write(String text);

        boolean isFull();
    }

    /**
     * @param patience how long one write waits for a peer without room
     */
    public PeerWriter(Context loop, Outlet outlet, Duration patience) {
        this.loop = loop;
        this.outlet = outlet;
        this.patience = patience;
    }

    /**
     * Writes one text; by one thread at a time.
     *
     * @throws SlowPeerException when the peer has no room for too long
     * @throws IOException when the peer is gone
     */
    public void write(String text) throws IOException, InterruptedException {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        loop.runOnContext(_ -> begin(text, taken));
        try {
            taken.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new IOException("the peer is gone", failed.getCause());
        } catch (TimeoutException late) {
            throw new SlowPeerException();
        }
    }

    private void begin(String text, CompletableFuture<Void> taken) {
        try {
            Future<Void> left = outlet.write(text);
            if (outlet.isFull()) {
                left.onComplete(_ -> taken.complete(null), taken::completeExceptionally);
                return;
            }
            taken.complete(null);
        } catch (RuntimeException closed) {
            taken.completeExceptionally(closed);
        }
    }
}
