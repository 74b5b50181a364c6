package dev.signet.handshake;

import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** What a server does with an open socket now. */
public sealed interface SocketAction {

    /** Nothing. */
    record None() implements SocketAction {}

    /**
     * Send {@code auth.expiring}.
     *
     * @param expiresAt when the socket closes unless it is renewed
     * @param expiresInSeconds the time until then, to the nearest second, at least 1
     */
    record SendExpiring(Instant expiresAt, long expiresInSeconds) implements SocketAction {}

    /**
     * Send a close frame and forget the socket.
     *
     * @param reason goes into the frame; at most 123 bytes (RFC 6455 §5.5)
     */
    record Close(CloseCode code, String reason) implements SocketAction {

        private static final int REASON_BYTES_MAX = 123;

        public Close {
            if (reason.getBytes(StandardCharsets.UTF_8).length > REASON_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "reason: at most " + REASON_BYTES_MAX + " bytes");
            }
        }

        /** With the code's own reason. */
        public static Close of(CloseCode code) {
            return new Close(code, code.reason());
        }

        /** The login was lost for that reason. */
        public static Close of(Reason reason) {
            return new Close(CloseCode.AUTHENTICATION_LOST, reason.code());
        }

        /** How a socket ends that a verdict ends: empty for {@code VALID}. */
        public static Optional<Close> of(Verdict verdict) {
            if (verdict instanceof Verdict.Valid) {
                return Optional.empty();
            }
            return Optional.of(
                    verdict instanceof Verdict.Invalid invalid
                            ? of(invalid.reason())
                            : of(CloseCode.AUTHORITY_UNAVAILABLE));
        }
    }
}
