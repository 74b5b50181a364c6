package dev.signet.verifier.authority;

import dev.signet.token.jose.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What became of a request to the authority. */
public sealed interface Answer {

    /**
     * A whole response within its bounds, of whatever status. Never printed.
     *
     * @param mediaType lower case, without parameters; empty when the response names none
     */
    record Received(int status, String mediaType, byte[] body) implements Answer {

        private static final Set<String> JSON = Set.of("application/json");

        /** Whether the request succeeded with a document of one of those types. */
        public boolean isOk(Set<String> mediaTypes) {
            return status == 200 && mediaTypes.contains(mediaType);
        }

        /** The members of a successful JSON answer, read strictly; empty for anything else. */
        public Optional<Map<String, Object>> json() {
            return isOk(JSON) ? StrictJson.parseObject(body) : Optional.empty();
        }

        /** The members of a problem (RFC 9457), whatever its status. */
        public Optional<Map<String, Object>> problem() {
            return mediaType.equals("application/problem+json")
                    ? StrictJson.parseObject(body)
                    : Optional.empty();
        }

        /** The body as text of one byte per character. */
        public String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return "Received[" + status + " " + mediaType + "]";
        }
    }

    /** A stream of events has begun; the receiver must close it. */
    record Streaming(ByteStream bytes) implements Answer {}

    /** No response that may be used. */
    record Failed(Why why) implements Answer {}

    /** Why there is no usable response. */
    enum Why {
        /** No connection, or one that broke. */
        UNREACHABLE,
        /** The last byte did not come in time. */
        TIMED_OUT,
        /** Longer than the bound. */
        TOO_LARGE,
        /** Compressed although nobody asked for it. */
        ENCODED,
        /** No service token could be had. */
        UNAUTHENTICATED
    }
}
