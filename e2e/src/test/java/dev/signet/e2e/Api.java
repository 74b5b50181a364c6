package dev.signet.e2e;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP as any client would speak it. */
final class Api implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** One answer. */
    record Reply(int status, String body) {
        JsonObject json() {
            return new JsonObject(body);
        }
    }

    HttpClient client() {
        return client;
    }

    Reply post(URI uri, JsonObject body) throws IOException, InterruptedException {
        return send(json(uri).POST(BodyPublishers.ofString(body.encode())));
    }

    Reply post(URI uri, JsonObject body, String token) throws IOException, InterruptedException {
        return send(
                json(uri)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body.encode())));
    }

    Reply get(URI uri, String token) throws IOException, InterruptedException {
        return send(json(uri).header("Authorization", "Bearer " + token).GET());
    }

    Reply delete(URI uri, String token) throws IOException, InterruptedException {
        return send(json(uri).header("Authorization", "Bearer " + token).DELETE());
    }

    private static HttpRequest.Builder json(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
    }

    Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }

    /** Signs the demo account in. */
    JsonObject login(SignetProcess signet) throws IOException, InterruptedException {
        Reply reply =
                post(
                        signet.authority("/auth/login"),
                        new JsonObject()
                                .put("email", signet.email())
                                .put("password", signet.password()));
        if (reply.status() != 200) {
            throw new IllegalStateException("login: " + reply.status());
        }
        return reply.json();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
