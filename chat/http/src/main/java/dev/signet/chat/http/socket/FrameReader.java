package dev.signet.chat.http.socket;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.handshake.CloseCode;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Puts frames together to messages and hands them on one at a time: the next frame is read from the
 * network only when the message before is dealt with, so that a client which sends faster than it
 * is served fills its own connection and no memory of ours. For the socket's event loop alone.
 */
final class FrameReader {

    private final ServerWebSocket socket;
    private final InstantSource clock;
    private final int messageBytes;
    private final MessageRate messages;
    private final MessageRate frames;
    private Consumer<byte[]> onMessage = _ -> {};
    private Consumer<CloseCode> onBreach = _ -> {};
    private Buffer parts = Buffer.buffer();
    private boolean inMessage;
    private boolean breached;
    private Instant heardAt;

    FrameReader(ServerWebSocket socket, BackendLimits.Sockets limits, InstantSource clock) {
        Instant now = clock.instant();
        this.socket = socket;
        this.clock = clock;
        this.messageBytes = limits.messageBytes();
        this.messages = new MessageRate(limits.messageBurst(), limits.messageEvery(), now);
        this.frames =
                new MessageRate(
                        limits.messageBurst() * BackendLimits.Sockets.FRAMES_PER_MESSAGE,
                        limits.messageEvery().dividedBy(BackendLimits.Sockets.FRAMES_PER_MESSAGE),
                        now);
        this.heardAt = now;
    }

    /**
     * Holds the connection: nothing is read until {@link #next}.
     *
     * @param breach is told once how the client broke the rules
     */
    void start(Consumer<CloseCode> breach) {
        onBreach = breach;
        socket.pause();
        socket.pongHandler(_ -> heardAt = clock.instant());
        socket.frameHandler(this::take);
        socket.exceptionHandler(this::refuse);
    }

    /**
     * Who gets the messages from now on.
     *
     * @param message is given each message's bytes and calls {@link #next} when done
     */
    void listen(Consumer<byte[]> message) {
        onMessage = message;
    }

    /** Asks for the next message. */
    void next() {
        if (!breached) {
            socket.fetch(1);
        }
    }

    /** When the peer last gave a sign of life. */
    Instant heardAt() {
        return heardAt;
    }

    private void take(WebSocketFrame frame) {
        heardAt = clock.instant();
        if (breached || frame.isClose()) {
            return;
        }
        if (!frames.spend(heardAt)) {
            breach(CloseCode.TOO_MANY);
            return;
        }
        switch (frame.type()) {
            case PING, PONG -> next();
            case TEXT -> appendIf(!inMessage, frame);
            case CONTINUATION -> appendIf(inMessage, frame);
            case BINARY, CLOSE -> breach(CloseCode.BAD_FRAME);
        }
    }

    private void appendIf(boolean inOrder, WebSocketFrame frame) {
        if (!inOrder) {
            breach(CloseCode.BAD_FRAME);
            return;
        }
        append(frame);
    }

    /** What came is no frame at all, or one that announces more than it may hold. */
    private void refuse(Throwable fault) {
        boolean tooBig =
                fault instanceof CorruptedWebSocketFrameException corrupted
                        && corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
        breach(tooBig ? CloseCode.TOO_BIG : CloseCode.BAD_FRAME);
    }

    private void append(WebSocketFrame frame) {
        inMessage = true;
        if (parts.length() + frame.binaryData().length() > messageBytes) {
            breach(CloseCode.TOO_BIG);
            return;
        }
        parts.appendBuffer(frame.binaryData());
        if (!frame.isFinal()) {
            next();
            return;
        }
        byte[] message = parts.getBytes();
        parts = Buffer.buffer();
        inMessage = false;
        finish(message);
    }

    private void finish(byte[] message) {
        if (!messages.spend(heardAt)) {
            breach(CloseCode.TOO_MANY);
            return;
        }
        onMessage.accept(message);
    }

    private void breach(CloseCode code) {
        if (breached) {
            return;
        }
        breached = true;
        parts = Buffer.buffer();
        onBreach.accept(code);
    }
}
