package dev.signet.chat.http.api;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.live.PeerWriter;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.workspace.CloseReason;
import dev.signet.chat.workspace.Connection;
import dev.signet.chat.workspace.EventSink;
import dev.signet.token.verdict.Verdict;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One stream of events to one reader. Safe for many threads. */
final class RunStream implements EventSink {

    private final Vertx vertx;
    private final BackendLimits.Streams limits;
    private final InstantSource clock;
    private final UserContext context;
    private final CompletableFuture<Reader> begun = new CompletableFuture<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Optional<Connection> connection = Optional.empty();

    /** The far end. */
    private record Reader(
            Context loop, HttpServerResponse response, PeerWriter writer, List<Long> timers) {}

    RunStream(Vertx vertx, BackendLimits.Streams limits, InstantSource clock, UserContext context) {
        this.vertx = vertx;
        this.limits = limits;
        this.clock = clock;
        this.context = context;
    }

    /** The core's end, which ends with this one. A reader who never comes is waited for a while. */
    void belongTo(Connection core) {
        connection = Optional.of(core);
        if (ended.get()) {
            core.close(new CloseReason.PeerGone());
            return;
        }
        long patience = limits.writePatience().toMillis();
        vertx.setTimer(
                patience,
                _ -> {
                    if (!begun.isDone()) {
                        end();
                    }
                });
    }

    /** Takes the response over; on its event loop. */
    void begin(HttpServerResponse response) {
        Context loop = vertx.getOrCreateContext();
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("X-Accel-Buffering", "no");
        response.closeHandler(_ -> end());
        response.exceptionHandler(_ -> end());
        List<Long> timers = new ArrayList<>();
        begun.complete(new Reader(loop, response, writer(loop, response), timers));
        if (ended.get() || response.closed()) {
            end();
            return;
        }
        response.write(": events follow\n\n");
        timers.add(heartbeat(response));
        timers.add(vertx.setTimer(millisLeft(), _ -> end()));
    }

    private PeerWriter writer(Context loop, HttpServerResponse response) {
        var outlet =
                new PeerWriter.Outlet() {
                    @Override
                    public Future<Void> write(String text) {
                        return response.write(text);
                    }

                    @Override
                    public boolean isFull() {
                        return response.writeQueueFull();
                    }
                };
        return new PeerWriter(loop, outlet, limits.writePatience());
    }

    private long heartbeat(HttpServerResponse response) {
        return vertx.setPeriodic(
                limits.heartbeat().toMillis(),
                _ -> {
                    if (!ended.get() && !response.writeQueueFull()) {
                        response.write(":\n\n");
                    }
                });
    }

    private long millisLeft() {
        Duration left = Duration.between(clock.instant(), context.expiresAt());
        return Math.max(1, left.toMillis());
    }

    /** What cannot be told for a moment changes nothing. */
    @Override
    public void judged(Verdict verdict) {
        if (verdict instanceof Verdict.Unavailable(var cause)
                && cause == Verdict.Cause.FEED_STALE) {
            end();
        }
    }

    @Override
    public void write(RunEvent event) throws IOException, InterruptedException {
        String data = new JsonObject(event.envelope()).encode();
        reader().writer()
                .write(
                        "id: "
                                + event.seq()
                                + "\nevent: "
                                + event.type().wire()
                                + "\ndata: "
                                + data
                                + "\n\n");
    }

    /** A reader who left before the stream began never comes. */
    private Reader reader() throws IOException, InterruptedException {
        try {
            return begun.get(limits.writePatience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException never) {
            throw new IOException("the reader never came", never);
        }
    }

    @Override
    public void note(String text) {
        // a stream carries events alone
    }

    @Override
    public void close(CloseReason reason) {
        end();
    }

    private void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        connection.ifPresent(core -> core.close(new CloseReason.PeerGone()));
        begun.thenAccept(reader -> reader.loop().runOnContext(_ -> finish(reader)));
    }

    private void finish(Reader reader) {
        reader.timers().forEach(vertx::cancelTimer);
        if (!reader.response().ended() && !reader.response().closed()) {
            reader.response().end();
        }
    }
}
