package dev.signet.chat.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One answer of a model on its way from the model's thread to the run's. Bounded: a model that is
 * faster than its pieces can be stored has to wait.
 */
final class ModelAnswer implements ModelListener {
    private static final int PIECES_WAITING = 256;
    private static final long WAIT_MILLIS = 50;

    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES_WAITING);
    private volatile boolean abandoned;

    /** Something that the model sent. */
    sealed interface Piece {
        record Text(String text) implements Piece {}

        record Call(ModelToolCall call) implements Piece {}

        record Done() implements Piece {}

        record Failed(ModelFailure failure, String detail) implements Piece {}
    }

    @Override
    public void text(String piece) {
        put(new Piece.Text(piece));
    }

    @Override
    public void toolCall(ModelToolCall call) {
        put(new Piece.Call(call));
    }

    @Override
    public void done() {
        put(new Piece.Done());
    }

    @Override
    public void failed(ModelFailure failure, String detail) {
        put(new Piece.Failed(failure, detail));
    }

    private void put(Piece piece) {
        try {
            boolean put = false;
            while (!put && !abandoned) {
                put = pieces.offer(piece, WAIT_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody takes pieces any more; what comes is dropped. */
    void abandon() {
        abandoned = true;
        pieces.clear();
    }

    /**
     * The pieces that are there, texts that follow each other as one; waits for the first.
     *
     * @return none when nothing came in that time
     */
    List<Piece> take(long nanos) throws InterruptedException {
        Optional<Piece> first = Optional.ofNullable(pieces.poll(nanos, TimeUnit.NANOSECONDS));
        if (first.isEmpty()) {
            return List.of();
        }
        List<Piece> waiting = new ArrayList<>();
        waiting.add(first.get());
        pieces.drainTo(waiting);
        return joined(waiting);
    }

    private static List<Piece> joined(List<Piece> waiting) {
        List<Piece> joined = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Piece piece : waiting) {
            if (piece instanceof Piece.Text(var more)) {
                text.append(more);
                continue;
            }
            flush(text, joined);
            joined.add(piece);
        }
        flush(text, joined);
        return joined;
    }

    private static void flush(StringBuilder text, List<Piece> joined) {
        if (!text.isEmpty()) {
            joined.add(new Piece.Text(text.toString()));
            text.setLength(0);
        }
    }
}
