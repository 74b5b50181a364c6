package dev.signet.chat.http.api;

import dev.signet.chat.id.ThreadId;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.thread.Title;
import dev.signet.chat.workspace.Chat;
import dev.signet.chat.workspace.ChatRequest;
import dev.signet.chat.workspace.StartOutcome;
import dev.signet.chat.workspace.Workspace;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Members;
import dev.signet.http.message.Problem;
import dev.signet.http.message.RefusedException;
import dev.signet.http.message.Request;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/** A user's conversations. */
final class ThreadEndpoints {

    private static final String THREAD = "conversation";
    private static final int TEXT_CHARS_MAX = 64 * 1024;

    private final Chat chat;

    ThreadEndpoints(Chat chat) {
        this.chat = chat;
    }

    Answer list(Request request, UserContext context) {
        var threads = chat.workspace(context).threads();
        return Answer.json(new JsonObject().put("threads", ApiJson.list(threads, ApiJson::thread)));
    }

    Answer add(Request request, UserContext context) {
        Members members = request.jsonOrNothing();
        Optional<String> title = members.optionalText("title", Title.CHARS_MAX);
        members.done();
        if (title.isPresent() && !Title.fits(title.get())) {
            throw new RefusedException(Problem.badRequest("The title must be one line of text."));
        }
        return chat.workspace(context)
                .addThread(title.map(Title::new).orElseGet(Title::ofNew))
                .map(thread -> Answer.json(201, ApiJson.thread(thread)))
                .orElseGet(Problems::tooManyThreads);
    }

    Answer show(Request request, UserContext context) {
        return of(
                request,
                id -> chat.workspace(context).thread(id).map(ApiJson::thread).map(Answer::json));
    }

    Answer remove(Request request, UserContext context) {
        return of(
                request,
                id ->
                        chat.workspace(context).removeThread(id)
                                ? Optional.of(Answer.noContent())
                                : Optional.empty());
    }

    Answer messages(Request request, UserContext context) {
        return of(
                request,
                id ->
                        chat.workspace(context)
                                .messages(id)
                                .map(messages -> ApiJson.list(messages, ApiJson::message))
                                .map(list -> Answer.json(new JsonObject().put("messages", list))));
    }

    Answer runs(Request request, UserContext context) {
        return of(
                request,
                id ->
                        chat.workspace(context)
                                .runs(id)
                                .map(runs -> ApiJson.list(runs, ApiJson::run))
                                .map(list -> Answer.json(new JsonObject().put("runs", list))));
    }

    Answer start(Request request, UserContext context) {
        Members members = request.json();
        String text = members.text("text", TEXT_CHARS_MAX);
        Optional<String> key = members.optionalText("idempotency_key", IdempotencyKey.CHARS_MAX);
        members.done();
        if (key.isPresent() && !IdempotencyKey.fits(key.get())) {
            throw new RefusedException(
                    Problem.badRequest("The idempotency key must be visible ASCII."));
        }
        Workspace workspace = chat.workspace(context);
        return of(
                request,
                id ->
                        started(
                                workspace.start(
                                        new ChatRequest(
                                                text,
                                                Optional.of(id),
                                                key.map(IdempotencyKey::new)))));
    }

    private static Optional<Answer> started(StartOutcome start) {
        return switch (start) {
            case StartOutcome.Started(var run) -> Optional.of(Answer.json(202, ApiJson.run(run)));
            case StartOutcome.Repeated(var run) -> Optional.of(Answer.json(202, ApiJson.run(run)));
            case StartOutcome.NoSuchThread _ -> Optional.empty();
            case StartOutcome.Refused(var cause) -> Optional.of(Answer.refusal(Problems.of(cause)));
        };
    }

    private static Answer of(Request request, Function<ThreadId, Optional<Answer>> answer) {
        return ThreadId.parse(request.pathParameter("id"))
                .flatMap(answer)
                .orElseGet(() -> Problems.notFound(THREAD));
    }
}
