package dev.signet.chat.http.socket;

import dev.signet.chat.http.live.SlowPeerException;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.workspace.CloseReason;
import dev.signet.chat.workspace.EventSink;
import dev.signet.handshake.SocketAction;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Writes a user's events to one socket, and nothing before the greeting. */
final class SocketSink implements EventSink {

    private final SocketPeer peer;
    private final CountDownLatch greeted = new CountDownLatch(1);
    private volatile Consumer<SocketAction.Close> onEnd;

    SocketSink(SocketPeer peer) {
        this.peer = peer;
        this.onEnd = peer::close;
    }

    /** Who ends the socket from now on. */
    void endBy(Consumer<SocketAction.Close> socket) {
        onEnd = socket;
    }

    /** Writes that text and lets the events follow. */
    void greet(String text) throws IOException, InterruptedException {
        send(text);
        greeted.countDown();
    }

    @Override
    public void write(RunEvent event) throws IOException, InterruptedException {
        greeted.await();
        send(ServerMessages.event(event));
    }

    @Override
    public void note(String text) throws IOException, InterruptedException {
        greeted.await();
        send(text);
    }

    private void send(String text) throws IOException, InterruptedException {
        try {
            peer.send(text);
        } catch (SlowPeerException e) {
            onEnd.accept(SocketCloses.TOO_SLOW);
            throw e;
        }
    }

    @Override
    public void close(CloseReason reason) {
        onEnd.accept(SocketCloses.of(reason));
    }
}
