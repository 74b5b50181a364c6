package dev.signet.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The peer: Vert.x alone, which reads a request's body and answers {@code /N} with N bytes, headers
 * included. What the authority reaches of its rate is what is left beside sockets and HTTP.
 */
public final class BareServer {

    static final String READY = "listening";

    private static final String HEAD = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";

    private final Map<String, Buffer> bodies = new ConcurrentHashMap<>();

    private BareServer() {}

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
        Buffer body = bodies.computeIfAbsent(request.path(), BareServer::body);
        request.endHandler(_ -> request.response().end(body));
    }

    private static Buffer body(String path) {
        int bytes = Integer.parseInt(path.substring(1)) - HEAD.length();
        return Buffer.buffer("x".repeat(Math.max(0, bytes)));
    }
}
