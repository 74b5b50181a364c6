package dev.signet.http.server;

import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open connections: bounded in number, and closed when their next request takes too long to
 * begin, also when its head comes drop by drop. Safe for many threads.
 */
final class Connections {

    /** The server's name for its reader of requests; it takes it out by that name later. */
    private static final String DECODER = "httpDecoder";

    private final HttpLimits limits;
    private final int max;
    private final Duration idle;
    private final Map<HttpConnection, Activity> open = new ConcurrentHashMap<>();

    /** What goes on on one connection; changed on its event loop alone. */
    private static final class Activity {
        private volatile int requests;
        private volatile boolean streams;
        private volatile long quietSince = System.nanoTime();
    }

    Connections(HttpLimits limits) {
        this.limits = limits;
        this.max = limits.connectionsMax();
        this.idle = limits.idle();
    }

    /** Looks after the connections from now on; returns how to stop that. */
    Runnable watch(Vertx vertx) {
        long timer = vertx.setPeriodic(Math.max(1, idle.toMillis() / 4), _ -> closeQuietOnes());
        return () -> vertx.cancelTimer(timer);
    }

    /**
     * The channel tells of every end. The connection's own handler is silent when a WebSocket has
     * taken the connection over.
     */
    void opened(HttpConnection connection) {
        open.put(connection, new Activity());
        Channel channel = ((HttpServerConnection) connection).channelHandlerContext().channel();
        channel.closeFuture().addListener(_ -> open.remove(connection));
        StrictRequestDecoder decoder = new StrictRequestDecoder(limits);
        channel.pipeline()
                .addBefore(DECODER, null, new LingeringClose(decoder::isBroken))
                .replace(DECODER, DECODER, decoder);
        if (open.size() > max) {
            connection.close();
        }
    }

    /** A request's head has arrived; called on the connection's event loop. */
    void begun(HttpConnection connection) {
        count(connection, 1);
    }

    /** A request has its whole answer; called on the connection's event loop. */
    void answered(HttpConnection connection) {
        count(connection, -1);
    }

    /** The answer goes on until somebody ends it; called on the connection's event loop. */
    void streams(HttpConnection connection) {
        Activity activity = open.get(connection);
        if (activity != null) {
            activity.streams = true;
        }
    }

    /** Ends what would go on for ever; whoever reads it comes back elsewhere. */
    void closeStreams() {
        open.forEach((connection, activity) -> {
            if (activity.streams) {
                connection.close();
            }
        });
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one event loop writes, others only read
    private void count(HttpConnection connection, int change) {
        Activity activity = open.get(connection);
        if (activity != null) {
            activity.quietSince = System.nanoTime();
            activity.requests += change;
        }
    }

    private void closeQuietOnes() {
        long now = System.nanoTime();
        open.forEach((connection, activity) -> {
            if (activity.requests == 0 && now - activity.quietSince > idle.toNanos()) {
                connection.close();
            }
        });
    }
}
