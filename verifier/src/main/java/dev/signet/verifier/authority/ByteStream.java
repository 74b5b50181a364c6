package dev.signet.verifier.authority;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A response body read piece by piece by one thread that never waits longer than it says. The next
 * piece is asked of the network when the last one has been taken, so memory stays bounded.
 */
public final class ByteStream implements HttpResponse.BodySubscriber<Answer>, AutoCloseable {

    static final String MEDIA_TYPE = "text/event-stream";

    /** What {@link #next} saw. */
    public sealed interface Piece {
        /** Some bytes. */
        record Bytes(byte[] bytes) implements Piece {}

        /** The stream is over. */
        record End() implements Piece {}

        /** Nothing came in time. */
        record Silence() implements Piece {}
    }

    private static final Piece END = new Piece.End();
    private static final Piece SILENCE = new Piece.Silence();

    /** Takes the place of a subscription that must not be used any more. */
    private static final Subscription CANCELLED =
            new Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {}
            };

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();

    @Override
    public CompletionStage<Answer> getBody() {
        return CompletableFuture.completedFuture(new Answer.Streaming(this));
    }

    @Override
    public void onSubscribe(Subscription fresh) {
        if (subscription.compareAndSet(null, fresh)) {
            fresh.request(1);
            return;
        }
        fresh.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        int size = buffers.stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer joined = ByteBuffer.allocate(size);
        buffers.forEach(joined::put);
        pieces.add(new Piece.Bytes(joined.array()));
    }

    @Override
    public void onError(Throwable broken) {
        pieces.add(END);
    }

    @Override
    public void onComplete() {
        pieces.add(END);
    }

    /** The next piece; waits at most that long. After the end: the end again. */
    public Piece next(Duration patience) throws InterruptedException {
        Piece piece = pieces.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (piece == null) {
            return SILENCE;
        }
        if (piece instanceof Piece.End) {
            pieces.add(piece);
            return piece;
        }
        Subscription current = subscription.get();
        if (current != null) {
            current.request(1);
        }
        return piece;
    }

    /** Ends the connection; again: no effect. */
    @Override
    public void close() {
        Subscription current = subscription.getAndSet(CANCELLED);
        if (current != null) {
            current.cancel();
        }
    }
}
