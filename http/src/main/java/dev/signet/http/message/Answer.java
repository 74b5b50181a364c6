package dev.signet.http.message;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What an endpoint answers. Every answer says {@code no-store} unless it says otherwise itself. */
public sealed interface Answer {

    /** One response header. */
    record Header(String name, String value) {}

    /** Further headers, in order; a name may repeat. */
    List<Header> headers();

    /** A JSON object. */
    record Json(int status, JsonObject body, List<Header> headers) implements Answer {}

    /** A page. */
    record Html(int status, String body, List<Header> headers) implements Answer {}

    /** Bytes of another type. */
    record Bytes(int status, String contentType, Buffer body, List<Header> headers)
            implements Answer {}

    /** {@code 303 See Other}. */
    record Redirect(URI location, List<Header> headers) implements Answer {}

    /** {@code 204} or another status without a body. */
    record Empty(int status, List<Header> headers) implements Answer {}

    /** A refusal. */
    record Refusal(Problem problem) implements Answer {
        @Override
        public List<Header> headers() {
            return List.of();
        }
    }

    /** A response that goes on, such as server-sent events; the writer owns the response. */
    record Stream(Writer writer) implements Answer {
        @Override
        public List<Header> headers() {
            return List.of();
        }
    }

    /** Writes a response piece by piece; called on the connection's event loop. */
    interface Writer {
        void start(HttpServerResponse response);
    }

    static Answer json(JsonObject body) {
        return new Json(200, body, List.of());
    }

    static Answer json(int status, JsonObject body) {
        return new Json(status, body, List.of());
    }

    static Answer html(int status, String body) {
        return new Html(status, body, List.of());
    }

    static Answer redirect(URI location) {
        return new Redirect(location, List.of());
    }

    static Answer noContent() {
        return new Empty(204, List.of());
    }

    static Answer refusal(Problem problem) {
        return new Refusal(problem);
    }

    /** The same answer with one more header; a stream stays as it is. */
    default Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers());
        more.add(new Header(name, value));
        return switch (this) {
            case Json json -> new Json(json.status(), json.body(), more);
            case Html html -> new Html(html.status(), html.body(), more);
            case Bytes bytes -> new Bytes(bytes.status(), bytes.contentType(), bytes.body(), more);
            case Redirect redirect -> new Redirect(redirect.location(), more);
            case Empty empty -> new Empty(empty.status(), more);
            case Refusal refusal -> new Refusal(refusal.problem().withHeader(name, value));
            case Stream stream -> stream;
        };
    }
}
