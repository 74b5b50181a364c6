package dev.signet.chat.http.socket;

import dev.signet.handshake.HandshakeLimits;
import dev.signet.token.verdict.Identity;
import java.time.Duration;

/** How long before its end a client is told to renew its socket. */
final class RenewalNotice {

    private static final int PART_OF_LIFE = 3;

    private RenewalNotice() {}

    /**
     * The usual notice, or a third of the token's life where that is shorter: a notice longer than
     * half of the life would come again right after each renewal.
     */
    static HandshakeLimits within(HandshakeLimits usual, Identity identity) {
        Duration life = Duration.between(identity.issuedAt(), identity.expiresAt());
        Duration part = life.dividedBy(PART_OF_LIFE);
        return part.compareTo(usual.expiringNotice()) < 0 ? with(usual, part) : usual;
    }

    private static HandshakeLimits with(HandshakeLimits usual, Duration notice) {
        return new HandshakeLimits(
                usual.protocolEntries(),
                usual.protocolChars(),
                usual.queryChars(),
                usual.queryParameters(),
                usual.tokenBytes(),
                usual.ticketBytes(),
                usual.firstMessage(),
                notice,
                usual.unavailableGrace(),
                usual.retryAfter());
    }
}
