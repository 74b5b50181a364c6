package dev.signet.authority.http;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the server answered. */
public record Reply(int status, HttpHeaders headers, String body) {

    static Reply of(HttpResponse<byte[]> response) {
        return new Reply(
                response.statusCode(),
                response.headers(),
                new String(response.body(), StandardCharsets.UTF_8));
    }

    public JsonObject json() {
        return new JsonObject(body);
    }

    public String text(String member) {
        return json().getString(member);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public List<String> all(String name) {
        return headers.allValues(name);
    }

    /** Where the browser is sent; fails when it is sent nowhere. */
    public String location() {
        return header("Location").orElseThrow(() -> new AssertionError("no redirect: " + this));
    }
}
