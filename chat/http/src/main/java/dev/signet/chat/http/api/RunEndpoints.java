package dev.signet.chat.http.api;

import dev.signet.chat.id.RunId;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.workspace.Chat;
import dev.signet.chat.workspace.Workspace;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.RefusedException;
import dev.signet.http.message.Request;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A user's runs and their events. */
final class RunEndpoints {

    private final Chat chat;
    private final RunStreams streams;
    private final int listBytes;

    RunEndpoints(Chat chat, RunStreams streams, int listBytes) {
        this.chat = chat;
        this.streams = streams;
        this.listBytes = listBytes;
    }

    Answer show(Request request, UserContext context) {
        return of(
                request, id -> chat.workspace(context).run(id).map(ApiJson::run).map(Answer::json));
    }

    Answer stop(Request request, UserContext context) {
        request.jsonOrNothing().done();
        return of(
                request,
                id -> chat.workspace(context).stop(id).map(ApiJson::run).map(Answer::json));
    }

    Answer events(Request request, UserContext context) {
        long after = after(request);
        Workspace workspace = chat.workspace(context);
        if (wantsStream(request)) {
            return of(request, id -> Optional.of(streams.stream(workspace, id, after)));
        }
        return of(request, id -> list(workspace, id, after).map(Answer::json));
    }

    /** A HEAD request gets no stream: it would never begin. */
    private static boolean wantsStream(Request request) {
        return request.method().equals("GET")
                && request.header("Accept")
                        .filter(accept ->
                                accept.toLowerCase(Locale.ROOT).contains("text/event-stream"))
                        .isPresent();
    }

    /** A reader that comes back says so by the header; it knows better than its first address. */
    private static long after(Request request) {
        Optional<String> inQuery = request.queryParameters().find("after");
        Optional<String> text = request.header("Last-Event-ID").or(() -> inQuery);
        return text.map(RunEndpoints::number).orElse(0L);
    }

    private static long number(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return Long.parseLong(text);
        }
        throw new RefusedException(
                Problem.badRequest("after and Last-Event-ID must be whole numbers, 0 or more."));
    }

    /** As many events as fit in one answer; the caller asks on after the last one. */
    private Optional<JsonObject> list(Workspace workspace, RunId id, long after) {
        Optional<List<RunEvent>> page = workspace.events(id, after);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        JsonArray events = new JsonArray();
        int bytes = 0;
        while (page.isPresent() && !page.get().isEmpty() && bytes < listBytes) {
            for (RunEvent event : page.get()) {
                JsonObject json = new JsonObject(event.envelope());
                bytes += json.encode().length();
                events.add(json);
            }
            page = workspace.events(id, page.get().getLast().seq());
        }
        return Optional.of(new JsonObject().put("events", events));
    }

    private static Answer of(Request request, Function<RunId, Optional<Answer>> answer) {
        return RunId.parse(request.pathParameter("id"))
                .flatMap(answer)
                .orElseGet(() -> Problems.notFound("run"));
    }
}
