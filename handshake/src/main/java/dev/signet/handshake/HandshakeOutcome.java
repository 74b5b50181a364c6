package dev.signet.handshake;

import dev.signet.token.verdict.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a server does with a request for a socket. */
public sealed interface HandshakeOutcome {

    /**
     * Answer 101.
     *
     * @param identity who owns the socket, until {@link Identity#expiresAt}
     * @param subprotocol what to answer in {@code Sec-WebSocket-Protocol}; empty: do not send one
     * @param carrier where the credential was found
     * @param token the credential if it was a token, so that the server can act for its owner
     */
    record Accepted(
            Identity identity,
            Optional<String> subprotocol,
            Carrier carrier,
            Optional<Credential.Token> token)
            implements HandshakeOutcome {

        /** Leaves the subprotocol out: an old client's carries the credential. */
        @Override
        public String toString() {
            return "Accepted[" + identity + " carrier=" + carrier + "]";
        }
    }

    /**
     * Answer 101 and serve nothing until a credential comes as the first message: then {@link
     * Handshake#firstMessage} decides.
     *
     * @param deadline when the socket is closed if nothing has come
     * @param subprotocol what to answer in {@code Sec-WebSocket-Protocol}; empty: do not send one
     */
    record AwaitFirstMessage(Instant deadline, Optional<String> subprotocol)
            implements HandshakeOutcome {

        /** Closes with 4408 from the deadline on; before it there is nothing to do. */
        public SocketAction onTick(Instant now) {
            if (now.isBefore(deadline)) {
                return new SocketAction.None();
            }
            return SocketAction.Close.of(CloseCode.NO_FIRST_MESSAGE);
        }
    }

    /**
     * Answer with that status instead of upgrading.
     *
     * @param status 400, 401, 403, 429 or 503
     * @param code for programs: a {@link dev.signet.token.verdict.Reason} for 401 of a present
     *     credential, else e.g. {@code origin_not_allowed}
     * @param detail for people; never holds anything that the client sent
     * @param retryAfter present when waiting helps: with 429 and 503
     * @param wwwAuthenticate the challenge of RFC 6750 §3; present with 401
     */
    record Refused(
            int status,
            String code,
            String detail,
            Optional<Duration> retryAfter,
            Optional<String> wwwAuthenticate)
            implements HandshakeOutcome {

        private static final Set<Integer> STATUSES = Set.of(400, 401, 403, 429, 503);

        public Refused {
            if (!STATUSES.contains(status)) {
                throw new IllegalArgumentException("status: not one of a handshake: " + status);
            }
            if (wwwAuthenticate.isPresent() != (status == 401)) {
                throw new IllegalArgumentException("wwwAuthenticate: with 401 and only then");
            }
            if (retryAfter.isPresent() != (status == 429 || status == 503)) {
                throw new IllegalArgumentException("retryAfter: with 429 and 503 and only then");
            }
        }

        /** For servers that bound how many sockets or attempts they admit. */
        public static Refused tooMany(Duration retryAfter) {
            return Refusals.tooMany(retryAfter);
        }

        /** The response headers that belong to this refusal; seconds are rounded up. */
        public Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Cache-Control", "no-store");
            wwwAuthenticate.ifPresent(challenge -> headers.put("WWW-Authenticate", challenge));
            retryAfter.ifPresent(
                    wait -> headers.put("Retry-After", Long.toString(ceilSeconds(wait))));
            return headers;
        }

        private static long ceilSeconds(Duration wait) {
            return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        }
    }
}
