package dev.signet.http.server;

import dev.signet.http.message.Answer;
import dev.signet.http.route.Route;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A listener on a free port with a client beside it. */
final class LiveService implements AutoCloseable {

    static final HttpLimits LIMITS =
            new HttpLimits(1_000, 4_096, 100, 16, Duration.ofMillis(500), Duration.ofSeconds(2));

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpService service;

    private LiveService(HttpService.Settings settings, List<Route> routes) throws Exception {
        service =
                HttpService.start(vertx, settings, routes)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
    }

    static LiveService of(Route... routes) throws Exception {
        return of(settings -> settings, routes);
    }

    static LiveService of(UnaryOperator<HttpService.Settings> change, Route... routes)
            throws Exception {
        var settings = new HttpService.Settings("127.0.0.1", 0, _ -> false, List.of(), LIMITS);
        return new LiveService(change.apply(settings), List.of(routes));
    }

    static Answer text(String value) {
        return Answer.json(new JsonObject().put("value", value));
    }

    HttpService service() {
        return service;
    }

    Vertx vertx() {
        return vertx;
    }

    HttpClient client() {
        return client;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path) throws Exception {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", service.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Sends those bytes as they are and reads until the server ends the connection. */
    String raw(String bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
