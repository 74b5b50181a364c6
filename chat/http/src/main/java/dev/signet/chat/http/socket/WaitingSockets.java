package dev.signet.chat.http.socket;

import dev.signet.handshake.CloseCode;
import dev.signet.handshake.Credential;
import dev.signet.handshake.HandshakeOutcome.AwaitFirstMessage;
import dev.signet.handshake.SocketAction;
import dev.signet.handshake.SocketAction.Close;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Sockets without an owner, for the few seconds in which their credential may come. */
final class WaitingSockets {

    private final SocketParts parts;
    private final Set<Waiting> all = ConcurrentHashMap.newKeySet();

    WaitingSockets(SocketParts parts) {
        this.parts = parts;
    }

    /** Waits for the first message; on the line's event loop. */
    void add(
            Line line,
            AwaitFirstMessage awaited,
            Places.Place place,
            Consumer<Credential> onCredential) {
        Waiting waiting = new Waiting(line, awaited, place);
        all.add(waiting);
        line.peer().whenGone(() -> waiting.end(Closing.SILENT));
        line.intake()
                .listen(
                        message -> waiting.take(message, onCredential),
                        breach -> waiting.end(Close.of(breach)));
        waiting.setTimer();
        line.intake().next();
    }

    void shutDown() {
        all.forEach(waiting -> waiting.end(Close.of(CloseCode.SHUTTING_DOWN)));
    }

    /** One of them. */
    private final class Waiting {
        private final Line line;
        private final AwaitFirstMessage awaited;
        private final Places.Place place;
        private final AtomicBoolean over = new AtomicBoolean();
        private long timer;

        Waiting(Line line, AwaitFirstMessage awaited, Places.Place place) {
            this.line = line;
            this.awaited = awaited;
            this.place = place;
        }

        void setTimer() {
            Duration wait = Duration.between(parts.clock().instant(), awaited.deadline());
            long millis = Math.max(1, wait.plusNanos(999_999).toMillis());
            timer = parts.vertx().setTimer(millis, _ -> tick());
        }

        private void tick() {
            if (awaited.onTick(parts.clock().instant()) instanceof SocketAction.Close late) {
                end(late);
                return;
            }
            setTimer();
        }

        /** Whatever comes is the first message; there is no second one. */
        void take(byte[] message, Consumer<Credential> onCredential) {
            switch (MessageReader.read(message)) {
                case Reading.Unreadable unreadable -> end(unreadable.close());
                case Reading.Understood(ClientMessage.Auth(var credential)) -> {
                    if (leave()) {
                        onCredential.accept(credential);
                    }
                }
                case Reading.Understood _ ->
                        end(new Reading.Unreadable("the first message is auth").close());
            }
        }

        void end(Close close) {
            if (leave()) {
                line.close(close);
            }
        }

        /** True for the first caller. */
        private boolean leave() {
            if (!over.compareAndSet(false, true)) {
                return false;
            }
            all.remove(this);
            place.giveBack();
            line.loop().runOnContext(_ -> parts.vertx().cancelTimer(timer));
            return true;
        }
    }
}
