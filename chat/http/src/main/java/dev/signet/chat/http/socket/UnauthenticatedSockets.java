package dev.signet.chat.http.socket;

import dev.signet.handshake.CloseCode;
import dev.signet.handshake.Credential;
import dev.signet.handshake.HandshakeOutcome.AwaitFirstMessage;
import dev.signet.handshake.SocketAction;
import dev.signet.handshake.SocketAction.Close;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Sockets without an owner, for the few seconds in which their credential may come. */
final class UnauthenticatedSockets {

    private final InstantSource clock;
    private final Set<Unauthenticated> all = ConcurrentHashMap.newKeySet();

    UnauthenticatedSockets(InstantSource clock) {
        this.clock = clock;
    }

    /** Waits for the first message; on the line's event loop. */
    void add(
            UpgradedSocket upgraded,
            AwaitFirstMessage awaited,
            SocketSlots.Slot slot,
            Consumer<Credential> onCredential) {
        Unauthenticated waiting = new Unauthenticated(upgraded, awaited, slot);
        all.add(waiting);
        upgraded.whenEnded(_ -> waiting.leave());
        upgraded.frames().listen(message -> waiting.take(message, onCredential));
        waiting.setTimer();
        upgraded.frames().next();
    }

    void shutDown() {
        all.forEach(waiting -> waiting.end(Close.of(CloseCode.SHUTTING_DOWN)));
    }

    /** One of them. */
    private final class Unauthenticated {
        private final UpgradedSocket upgraded;
        private final AwaitFirstMessage awaited;
        private final SocketSlots.Slot slot;
        private final AtomicBoolean over = new AtomicBoolean();
        private long timer;

        Unauthenticated(UpgradedSocket upgraded, AwaitFirstMessage awaited, SocketSlots.Slot slot) {
            this.upgraded = upgraded;
            this.awaited = awaited;
            this.slot = slot;
        }

        void setTimer() {
            Duration wait = Duration.between(clock.instant(), awaited.deadline());
            long millis = Math.max(1, wait.plusNanos(999_999).toMillis());
            timer = upgraded.loop().owner().setTimer(millis, _ -> tick());
        }

        private void tick() {
            if (awaited.onTick(clock.instant()) instanceof SocketAction.Close late) {
                end(late);
                return;
            }
            setTimer();
        }

        /** Whatever comes is the first message; there is no second one. */
        void take(byte[] message, Consumer<Credential> onCredential) {
            switch (MessageReader.read(message)) {
                case ParsedMessage.Unreadable unreadable -> end(unreadable.close());
                case ParsedMessage.Readable(ClientMessage.Auth(var credential)) -> {
                    if (leave()) {
                        onCredential.accept(credential);
                    }
                }
                case ParsedMessage.Readable _ ->
                        end(new ParsedMessage.Unreadable("the first message is auth").close());
            }
        }

        void end(Close close) {
            if (leave()) {
                upgraded.end(close);
            }
        }

        /** True for the first caller. */
        private boolean leave() {
            if (!over.compareAndSet(false, true)) {
                return false;
            }
            all.remove(this);
            slot.giveBack();
            upgraded.loop().runOnContext(_ -> upgraded.loop().owner().cancelTimer(timer));
            return true;
        }
    }
}
