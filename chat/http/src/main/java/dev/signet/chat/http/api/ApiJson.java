package dev.signet.chat.http.api;

import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.platform.SessionFacts;
import dev.signet.chat.run.Run;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.function.Function;

/** What users see of their own things, as JSON. */
final class ApiJson {

    private ApiJson() {}

    static JsonObject thread(ChatThread thread) {
        return new JsonObject()
                .put("id", thread.id().value())
                .put("title", thread.title().value())
                .put("created_at", thread.createdAt().toString())
                .put("updated_at", thread.updatedAt().toString());
    }

    static JsonObject message(Message message) {
        JsonObject json =
                new JsonObject()
                        .put("id", message.id().value())
                        .put("role", message.role().wire())
                        .put("text", message.text());
        message.runId().ifPresent(run -> json.put("run_id", run.value()));
        return json.put("created_at", message.createdAt().toString());
    }

    static JsonObject run(Run run) {
        JsonObject json =
                new JsonObject()
                        .put("id", run.id().value())
                        .put("thread_id", run.threadId().value())
                        .put("state", run.state().wire())
                        .put("agent", run.agent())
                        .put("last_seq", run.lastSeq())
                        .put("created_at", run.createdAt().toString());
        run.endedAt().ifPresent(at -> json.put("ended_at", at.toString()));
        return json;
    }

    static JsonObject session(SessionFacts session) {
        JsonObject json =
                new JsonObject()
                        .put("sid", session.sessionId())
                        .put("created_at", session.createdAt().toString())
                        .put("last_used_at", session.lastUsedAt().toString())
                        .put("client", session.client());
        session.address().ifPresent(address -> json.put("address", address));
        session.userAgent().ifPresent(agent -> json.put("user_agent", agent));
        return json.put("current", session.current());
    }

    static JsonObject tool(ToolSpec tool) {
        JsonObject json =
                new JsonObject().put("name", tool.name()).put("description", tool.description());
        tool.permission().ifPresent(permission -> json.put("permission", permission));
        return json;
    }

    static <T> JsonArray list(Collection<T> things, Function<T, Object> json) {
        JsonArray list = new JsonArray();
        things.forEach(thing -> list.add(json.apply(thing)));
        return list;
    }
}
