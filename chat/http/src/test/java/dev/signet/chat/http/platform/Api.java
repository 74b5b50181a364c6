package dev.signet.chat.http.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends plain HTTP requests and follows nothing. */
public final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final URI base;
    private final String[] headers;

    Api(URI base, String... headers) {
        this.base = base;
        this.headers = headers;
    }

    /** The same with further headers on each request. */
    public Api with(String... more) {
        String[] all = new String[headers.length + more.length];
        System.arraycopy(headers, 0, all, 0, headers.length);
        System.arraycopy(more, 0, all, headers.length, more.length);
        return new Api(base, all);
    }

    public Api bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Reply get(String path) {
        return send("GET", path, "");
    }

    public Reply delete(String path) {
        return send("DELETE", path, "");
    }

    public Reply post(String path) {
        return send("POST", path, "");
    }

    public Reply post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, json);
    }

    public Reply send(String method, String path, String body) {
        return Reply.of(exchange(request(method, path, body), BodyHandlers.ofString()));
    }

    /** A stream that goes on. */
    public HttpResponse<InputStream> stream(String path) {
        return exchange(
                with("Accept", "text/event-stream").request("GET", path, ""),
                BodyHandlers.ofInputStream());
    }

    private HttpRequest request(String method, String path, String body) {
        URI target = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(target)
                        .timeout(Duration.ofSeconds(20))
                        .method(method, BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.build();
    }

    private static <T> HttpResponse<T> exchange(
            HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
