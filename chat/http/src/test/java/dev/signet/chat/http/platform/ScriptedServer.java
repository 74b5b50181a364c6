package dev.signet.chat.http.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small HTTP server that answers by a test's script and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedDeque<Script> scripts = new ConcurrentLinkedDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One request as it came. */
    public record Asked(String method, String path, Map<String, String> headers, String body) {}

    /** Answers one request. */
    public interface Script {
        void answer(Exchange exchange) throws IOException;
    }

    /** One exchange in the hands of a script. */
    public record Exchange(HttpExchange raw) {

        public void json(int status, String body) throws IOException {
            whole(status, "application/json", body);
        }

        public void whole(int status, String type, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            raw.getResponseHeaders().set("Content-Type", type);
            raw.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                raw.getResponseBody().write(bytes);
            }
            raw.close();
        }

        /** Begins a stream of server-sent events. */
        public OutputStream events() throws IOException {
            raw.getResponseHeaders().set("Content-Type", "text/event-stream");
            raw.sendResponseHeaders(200, 0);
            return raw.getResponseBody();
        }

        public void end() {
            raw.close();
        }
    }

    public ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange raw) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        raw.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        String body = new String(raw.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(raw.getRequestMethod(), raw.getRequestURI().toString(), headers, body));
        Script script = scripts.size() > 1 ? scripts.poll() : scripts.peek();
        if (script == null) {
            raw.close();
            return;
        }
        script.answer(new Exchange(raw));
    }

    /** Adds a script for the next request; the last one answers all that follow. */
    public ScriptedServer then(Script script) {
        scripts.add(script);
        return this;
    }

    /** From now on that script alone. */
    public void now(Script script) {
        scripts.clear();
        scripts.add(script);
    }

    public List<Asked> asked() {
        return asked;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
