package dev.signet.benchmarks.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Gets tokens from a running demo the way that its clients do. */
public final class Tokens {

    private static final int AT_ONCE = 8;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DemoServer demo;

    public Tokens(DemoServer demo) {
        this.demo = demo;
    }

    /** Different tokens of the service. */
    public List<String> ofService(int count) {
        List<Callable<String>> calls = Collections.nCopies(count, this::ofService);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<String> tokens = new ArrayList<>();
            for (Future<String> token : threads.invokeAll(calls)) {
                tokens.add(token.get());
            }
            return tokens;
        } catch (ExecutionException e) {
            throw new IllegalStateException("no tokens", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("no tokens", e);
        }
    }

    private String ofService() {
        HttpRequest.Builder request =
                request("/oauth2/token", "application/x-www-form-urlencoded")
                        .header("Authorization", demo.authorization())
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
        return send(request).getString("access_token");
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(demo.url() + path)).header("Content-Type", type);
    }

    private JsonObject send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        answer.uri().getPath() + " answered " + answer.statusCode());
            }
            return new JsonObject(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
