package dev.signet.chat.http.platform;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One HTTP answer. */
public record Reply(int status, Map<String, List<String>> headers, String body) {

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers().map(), response.body());
    }

    public List<String> all(String header) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(header))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    public Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    public String location() {
        return header("Location").orElseThrow(() -> new AssertionError("no Location: " + this));
    }

    public JsonObject json() {
        return new JsonObject(body);
    }

    public String code() {
        return json().getString("code");
    }
}
