package dev.signet.e2e;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client's end of {@code /ws}. */
final class ChatSocket implements WebSocket.Listener {

    private static final long PATIENCE_SECONDS = 15;

    /** How a socket ended. */
    record Closed(int code, String reason) {}

    private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    private ChatSocket() {}

    /** Connects with an access token in the subprotocol list. */
    static ChatSocket connect(HttpClient client, URI chat, String token) {
        ChatSocket mine = new ChatSocket();
        URI uri = URI.create("ws" + chat.toString().substring("http".length()));
        mine.socket =
                client.newWebSocketBuilder()
                        .subprotocols("signet.v1", "jwt-auth." + token)
                        .buildAsync(uri, mine)
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
        return mine;
    }

    void send(JsonObject message) {
        send(message.encode());
    }

    void send(String text) {
        socket.sendText(text, true).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The next message of that type; others before it are passed over. */
    JsonObject await(String type) throws InterruptedException {
        while (true) {
            JsonObject next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("no message of type " + type);
            }
            if (type.equals(next.getString("type"))) {
                return next;
            }
        }
    }

    /** All messages up to the one of that type. */
    List<JsonObject> until(String type) throws InterruptedException {
        List<JsonObject> all = new ArrayList<>();
        do {
            JsonObject next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("no message of type " + type + " in " + all);
            }
            all.add(next);
        } while (!type.equals(all.getLast().getString("type")));
        return all;
    }

    CompletableFuture<Closed> closed() {
        return closed;
    }

    void abort() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(new JsonObject(partial.toString()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(new Closed(statusCode, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
