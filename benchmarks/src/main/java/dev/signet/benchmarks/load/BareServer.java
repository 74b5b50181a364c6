package dev.signet.benchmarks.load;

import dev.signet.benchmarks.token.RawProvider;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The peer: Vert.x alone, which reads a request's body and answers {@code /N} with N bytes, headers
 * included; {@code /signed/N} is answered alike, after one ES256 signature by the bare provider.
 * What the authority reaches of its rate is what is left beside sockets, HTTP and signature.
 */
public final class BareServer {

    static final String READY = "listening";

    private static final String HEAD = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";

    private static final String SIGNED = "/signed/";

    /** About as long as the header and the claims of an access token. */
    private static final int SIGNED_BYTES = 600;

    private final Map<String, Buffer> bodies = new ConcurrentHashMap<>();
    private final RawProvider provider = RawProvider.create();
    private final byte[] claims = new byte[SIGNED_BYTES];

    private BareServer() {}

    /** Where a request is answered with so many bytes. */
    static String path(int bytes, boolean signed) {
        return (signed ? SIGNED : "/") + bytes;
    }

    /**
     * Listens until the process is ended.
     *
     * @param arguments the port
     */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1))
                .createHttpServer()
                .requestHandler(new BareServer()::answer)
                .listen(port, "localhost")
                .onSuccess(_ -> System.out.println(READY))
                .onFailure(_ -> System.exit(1));
    }

    private void answer(HttpServerRequest request) {
        String path = Objects.requireNonNull(request.path());
        Buffer body = bodies.computeIfAbsent(path, BareServer::body);
        boolean signed = path.startsWith(SIGNED);
        request.endHandler(_ -> {
            if (signed) {
                provider.sign(claims);
            }
            request.response().end(body);
        });
    }

    private static Buffer body(String path) {
        int bytes = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)) - HEAD.length();
        return Buffer.buffer("x".repeat(Math.max(0, bytes)));
    }
}
