package dev.signet.handshake;

import dev.signet.token.jose.CompactJws;
import java.time.Duration;

/**
 * Every bound of the handshake and of a live socket.
 *
 * @param protocolEntries how many subprotocols a client may offer, 1 to 64
 * @param protocolChars length of all {@code Sec-WebSocket-Protocol} values together, 1 to 65,536
 * @param queryChars length of the raw query, 1 to 65,536
 * @param queryParameters how many parameters a query may have, 1 to 256
 * @param tokenBytes size of a decoded token, 1 to {@value #TOKEN_BYTES_CEILING}
 * @param ticketBytes size of a ticket, 1 to 1,024
 * @param firstMessage how long an unauthenticated socket may stay silent, at most 5 s
 * @param expiringNotice how long before the end the client is told, at most 1 h
 * @param unavailableGrace how long a live socket outlives a verifier that cannot answer, 0 to 5 min
 * @param retryAfter what a client is told to wait when the fault is ours, 1 s to 1 h
 */
public record HandshakeLimits(
        int protocolEntries,
        int protocolChars,
        int queryChars,
        int queryParameters,
        int tokenBytes,
        int ticketBytes,
        Duration firstMessage,
        Duration expiringNotice,
        Duration unavailableGrace,
        Duration retryAfter) {

    static final int TOKEN_BYTES_CEILING = CompactJws.LENGTH_MAX;

    /** How many of a query's names a log line shows. */
    static final int LOGGED_PARAMETERS = 16;

    private static final Duration INSTANTLY = Duration.ofMillis(1);

    /** The values of the contracts, and room for one encoded token of the largest size. */
    public static final HandshakeLimits STANDARD =
            new HandshakeLimits(
                    16,
                    32 * 1024,
                    32 * 1024,
                    64,
                    TOKEN_BYTES_CEILING,
                    256,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5));

    public HandshakeLimits {
        within("protocolEntries", protocolEntries, 64);
        within("protocolChars", protocolChars, 65_536);
        within("queryChars", queryChars, 65_536);
        within("queryParameters", queryParameters, 256);
        within("tokenBytes", tokenBytes, TOKEN_BYTES_CEILING);
        within("ticketBytes", ticketBytes, 1024);
        within("firstMessage", firstMessage, INSTANTLY, Duration.ofSeconds(5));
        within("expiringNotice", expiringNotice, INSTANTLY, Duration.ofHours(1));
        within("unavailableGrace", unavailableGrace, Duration.ZERO, Duration.ofMinutes(5));
        within("retryAfter", retryAfter, Duration.ofSeconds(1), Duration.ofHours(1));
    }

    private static void within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + ": 1 to " + most + ", not " + value);
        }
    }

    private static void within(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + ": " + least + " to " + most + ", not " + value);
        }
    }
}
