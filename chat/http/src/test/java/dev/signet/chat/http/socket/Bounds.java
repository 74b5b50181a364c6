package dev.signet.chat.http.socket;

import dev.signet.chat.ChatLimits;
import dev.signet.handshake.HandshakeLimits;
import java.time.Duration;

/** Tighter bounds than the usual ones, so that a test need not wait. */
final class Bounds {

    private Bounds() {}

    static ChatLimits connectionsPerUser(int count) {
        ChatLimits usual = ChatLimits.standard();
        ChatLimits.Delivery delivery =
                new ChatLimits.Delivery(
                        count,
                        usual.delivery().connections(),
                        usual.delivery().outbox(),
                        usual.delivery().page());
        return new ChatLimits(
                usual.texts(), usual.stored(), usual.running(), delivery, usual.model());
    }

    static HandshakeLimits handshake(Duration firstMessage, Duration expiringNotice) {
        HandshakeLimits usual = HandshakeLimits.STANDARD;
        return new HandshakeLimits(
                usual.protocolEntries(),
                usual.protocolChars(),
                usual.queryChars(),
                usual.queryParameters(),
                usual.tokenBytes(),
                usual.ticketBytes(),
                firstMessage,
                expiringNotice,
                usual.unavailableGrace(),
                usual.retryAfter());
    }
}
