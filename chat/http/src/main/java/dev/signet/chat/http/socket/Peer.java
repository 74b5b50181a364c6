package dev.signet.chat.http.socket;

import dev.signet.chat.http.wire.PeerWriter;
import dev.signet.handshake.SocketAction;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The far end of one socket. Safe for many threads. */
final class Peer {

    private final ServerWebSocket socket;
    private final Context loop;
    private final PeerWriter writer;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Runnable onGone = () -> {};

    /** To be made on the event loop, before anything else happens to the socket. */
    Peer(ServerWebSocket socket, Context loop, Duration writePatience) {
        this.socket = socket;
        this.loop = loop;
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
                        writePatience);
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
        closed.set(true);
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

    /** Sends a close frame and forgets the socket; the first call counts. */
    void close(SocketAction.Close close) {
        if (closed.compareAndSet(false, true)) {
            loop.runOnContext(_ -> {
                if (!socket.isClosed()) {
                    socket.close((short) close.code().number(), close.reason());
                }
            });
        }
    }
}
