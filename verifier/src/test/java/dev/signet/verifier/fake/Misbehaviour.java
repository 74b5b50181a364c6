package dev.signet.verifier.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Ways in which a document that would be good is not delivered, or a bad one is. */
public enum Misbehaviour {
    ERROR((good, reply) -> reply.send(500, "application/json", good)),
    NOT_FOUND((good, reply) -> reply.send(404, "application/json", good)),
    CREATED((good, reply) -> reply.send(201, "application/json", good)),
    NO_CONTENT((good, reply) -> reply.send(204, "application/json", new byte[0])),
    REDIRECT((good, reply) ->
            reply.send(302, "application/json", good, "Location: http://127.0.0.1:1/x")),
    WRONG_TYPE((good, reply) -> reply.send(200, "text/html", good)),
    COMPRESSED((good, reply) ->
            reply.send(200, "application/json", gzip(good), "Content-Encoding: gzip")),
    EMPTY((good, reply) -> reply.send(200, "application/json", new byte[0])),
    EMPTY_OBJECT((good, reply) -> reply.send(200, "application/json", "{}")),
    NO_KEYS((good, reply) -> reply.send(200, "application/json", "{\"keys\":[]}")),
    GARBAGE((good, reply) -> reply.send(200, "application/json", "<html>")),
    TWICE((good, reply) -> reply.send(200, "application/json", twice(good))),
    TRUNCATED((good, reply) -> {
        reply.head(200, "application/json", "Content-Length: " + good.length);
        reply.write(Arrays.copyOf(good, good.length / 2));
    }),
    SAME_KID((good, reply) -> reply.send(200, "application/json", FakeAuthority.ambiguousKeySet())),
    SECRET_KEY((good, reply) ->
            reply.send(
                    200,
                    "application/json",
                    "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"alg\":\"HS256\","
                            + "\"k\":\"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXM\"}]}")),
    HUGE((good, reply) -> {
        reply.head(200, "application/json");
        while (true) {
            reply.write(" ".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        }
    }),
    DRIP((good, reply) -> {
        reply.head(200, "application/json");
        reply.drip(good);
    }),
    STALL((good, reply) -> reply.stall()),
    RESET((good, reply) -> reply.reset());

    private interface Way {
        void answer(byte[] good, Reply reply) throws Exception;
    }

    private final Way way;

    Misbehaviour(Way way) {
        this.way = way;
    }

    /** Answers like this where that document would have been good. */
    public Handler handler(byte[] good) {
        return (request, reply) -> way.answer(good, reply);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] twice(byte[] good) {
        byte[] twice = Arrays.copyOf(good, 2 * good.length);
        System.arraycopy(good, 0, twice, good.length, good.length);
        return twice;
    }
}
