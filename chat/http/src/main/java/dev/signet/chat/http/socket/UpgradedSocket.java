package dev.signet.chat.http.socket;

import dev.signet.handshake.SocketAction.Close;
import io.vertx.core.Context;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One upgraded connection, and the one owner of its end: whoever wants the socket closed, be it the
 * client, a timer, a revocation, the chat core or a shutdown, says so to {@link #end}. The first
 * reason counts; it is sent once. Safe for many threads.
 */
final class UpgradedSocket {

    private final Context loop;
    private final SocketPeer peer;
    private final FrameReader frames;
    private final SocketSlots.Slot slot;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Close> ended = Optional.empty();
    private Consumer<Close> whenEnded = _ -> {};

    /**
     * @param loop on which everything of this connection happens that must not wait
     * @param slot given back when the connection ends
     */
    UpgradedSocket(Context loop, SocketPeer peer, FrameReader frames, SocketSlots.Slot slot) {
        this.loop = loop;
        this.peer = peer;
        this.frames = frames;
        this.slot = slot;
    }

    /** Holds the connection: nothing is read before {@link #next}. On the event loop, once. */
    void start() {
        peer.whenGone(() -> end(SocketCloses.SILENT));
        frames.start(breach -> end(Close.of(breach)));
    }

    Context loop() {
        return loop;
    }

    SocketPeer peer() {
        return peer;
    }

    FrameReader frames() {
        return frames;
    }

    /** Reads on; from any thread. */
    void next() {
        loop.runOnContext(_ -> frames.next());
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ended.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Who is told of the end from now on, in place of who was before; at once if it has come. */
    void whenEnded(Consumer<Close> listener) {
        Optional<Close> already;
        lock.lock();
        try {
            already = ended;
            whenEnded = listener;
        } finally {
            lock.unlock();
        }
        already.ifPresent(listener);
    }

    /** Ends the socket with that code and reason; every call but the first does nothing. */
    void end(Close close) {
        Consumer<Close> listener;
        lock.lock();
        try {
            if (ended.isPresent()) {
                return;
            }
            ended = Optional.of(close);
            listener = whenEnded;
        } finally {
            lock.unlock();
        }
        peer.close(close);
        slot.giveBack();
        listener.accept(close);
    }
}
