package dev.signet.chat.http.socket;

import dev.signet.chat.http.live.PeerWriter;
import dev.signet.handshake.SocketAction;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.time.Duration;

/** The far end of one socket. Safe for many threads. */
final class SocketPeer {

    private final ServerWebSocket socket;
    private final Context loop;
    private final PeerWriter writer;
    private final Runnable cut;
    private final Duration patience;
    private Runnable onGone = () -> {};
    private long cutTimer = -1;

    /**
     * To be made on the event loop, before anything else happens to the socket.
     *
     * @param cut ends the connection at once, without a word
     * @param patience how long a write waits for a peer without room, be it the last one
     */
    SocketPeer(ServerWebSocket socket, Context loop, Runnable cut, Duration patience) {
        this.socket = socket;
        this.loop = loop;
        this.cut = cut;
        this.patience = patience;
        this.writer =
                new PeerWriter(
                        loop,
                        new PeerWriter.Outlet() {
                            @Override
                            public Future<Void> write(String text) {
                                return socket.writeTextMessage(text);
                            }

                            @Override
                            public boolean isFull() {
                                return socket.writeQueueFull();
                            }
                        },
                        patience);
        socket.closeHandler(_ -> gone());
    }

    /** What to do when the peer has gone; on the event loop. */
    void whenGone(Runnable step) {
        onGone = step;
        if (socket.isClosed()) {
            step.run();
        }
    }

    private void gone() {
        loop.owner().cancelTimer(cutTimer);
        onGone.run();
    }

    void send(String text) throws IOException, InterruptedException {
        writer.write(text);
    }

    /** Asks for a sign of life, unless so much waits for the peer that it is heard from anyway. */
    void ping() {
        if (!socket.isClosed() && !socket.writeQueueFull()) {
            socket.writePing(Buffer.buffer());
        }
    }

    /**
     * Sends a close frame; called once, by the socket's owner. On the event loop that happens at
     * once, so that after a broken frame nobody closes the socket with another code.
     */
    void close(SocketAction.Close close) {
        if (Vertx.currentContext() == loop) {
            closeNow(close);
            return;
        }
        loop.runOnContext(_ -> closeNow(close));
    }

    /** The close frame waits behind what the peer has not taken yet, but not for ever. */
    private void closeNow(SocketAction.Close close) {
        if (socket.isClosed()) {
            return;
        }
        socket.close((short) close.code().number(), close.reason());
        cutTimer = loop.owner().setTimer(patience.toMillis(), _ -> cut.run());
    }
}
