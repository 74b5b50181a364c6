package dev.signet.chat.http.socket;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.workspace.Connection;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** What the server says besides events, as text of a frame. */
final class ServerMessages {

    private static final String PROTOCOL = "signet.v1";

    private ServerMessages() {}

    static String event(RunEvent event) {
        return new JsonObject(event.envelope()).encode();
    }

    static String ready(Connection connection) {
        UserContext context = connection.context();
        return of("connection_ready")
                .put("connection_id", connection.id().value())
                .put("user_id", context.userId().value())
                .put("session_id", context.sessionId())
                .put("expires_at", context.expiresAt().toString())
                .put("protocol", PROTOCOL)
                .put(
                        "limits",
                        new JsonObject().put("frame_bytes", BackendLimits.Sockets.MESSAGE_BYTES))
                .encode();
    }

    static String expiring(long seconds) {
        return of("auth.expiring").put("expires_in_seconds", seconds).encode();
    }

    static String renewed(Instant expiresAt) {
        return of("auth.renewed").put("expires_at", expiresAt.toString()).encode();
    }

    static String pong(Optional<String> id) {
        JsonObject message = of("pong");
        id.ifPresent(text -> message.put("id", text));
        return message.encode();
    }

    static String accepted(Run run, Optional<String> idempotencyKey) {
        JsonObject message =
                of("chat_accepted")
                        .put("run_id", run.id().value())
                        .put("thread_id", run.threadId().value());
        idempotencyKey.ifPresent(key -> message.put("idempotency_key", key));
        return message.encode();
    }

    static String error(ErrorMessage error) {
        JsonObject message = of("error").put("code", error.code()).put("detail", error.detail());
        error.about().forEach(message::put);
        return message.encode();
    }

    private static JsonObject of(String type) {
        return new JsonObject().put("type", type);
    }
}
