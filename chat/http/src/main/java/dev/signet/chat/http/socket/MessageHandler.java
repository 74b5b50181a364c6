package dev.signet.chat.http.socket;

import dev.signet.chat.ChatUnavailableException;
import dev.signet.chat.id.Ids;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.workspace.Chat;
import dev.signet.chat.workspace.ChatRequest;
import dev.signet.chat.workspace.Connection;
import dev.signet.chat.workspace.StartOutcome;
import dev.signet.chat.workspace.Workspace;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what the client of one open socket says, one message after the other. May wait for
 * the store and the verifier, and makes nobody else wait.
 */
final class MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MessageHandler.class);

    private final Chat chat;
    private final Ids ids;
    private final UpgradedSocket upgraded;
    private final OpenSocket socket;
    private final Connection connection;

    MessageHandler(Chat chat, Ids ids, UpgradedSocket upgraded, OpenSocket socket) {
        this.chat = chat;
        this.ids = ids;
        this.upgraded = upgraded;
        this.socket = socket;
        this.connection = socket.connection();
    }

    void take(byte[] utf8) {
        switch (MessageReader.read(utf8)) {
            case ParsedMessage.Unreadable unreadable -> upgraded.end(unreadable.close());
            case ParsedMessage.Readable(var message) -> tryTo(message);
        }
    }

    private void tryTo(ClientMessage message) {
        try {
            carryOut(message);
        } catch (ChatUnavailableException e) {
            unavailable("store_unavailable", e);
        } catch (RuntimeException e) {
            unavailable("message_failed", e);
        }
    }

    private void unavailable(String event, RuntimeException e) {
        String supportCode = ids.supportCode();
        LOG.error("event={} connection={} support_code={}", event, connection.id(), supportCode, e);
        sendError(ErrorMessage.unavailable(supportCode));
    }

    private void carryOut(ClientMessage message) {
        switch (message) {
            case ClientMessage.Chat chat -> start(chat);
            case ClientMessage.Stop(var runId) -> stop(runId);
            case ClientMessage.Resume(var runId, var afterSeq) -> resume(runId, afterSeq);
            case ClientMessage.Renew(var credential) -> socket.renew(credential);
            case ClientMessage.Ping(var id) -> connection.note(ServerMessages.pong(id));
            case ClientMessage.Auth _ ->
                    upgraded.end(
                            new ParsedMessage.Unreadable("the socket has an owner already")
                                    .close());
        }
    }

    private void start(ClientMessage.Chat message) {
        Optional<String> key = message.idempotencyKey();
        Optional<ThreadId> thread = message.threadId().flatMap(ThreadId::parse);
        if (message.threadId().isPresent() && thread.isEmpty()) {
            sendError(ErrorMessage.noSuchThread().withKey(key));
            return;
        }
        if (key.isPresent() && !IdempotencyKey.fits(key.get())) {
            sendError(
                    ErrorMessage.of(
                            "invalid_request",
                            "The idempotency key must have 1 to "
                                    + IdempotencyKey.CHARS_MAX
                                    + " visible characters."));
            return;
        }
        ChatRequest request = new ChatRequest(message.text(), thread, key.map(IdempotencyKey::new));
        StartOutcome start =
                workspace()
                        .start(request, run -> connection.note(ServerMessages.accepted(run, key)));
        refusal(start).ifPresent(error -> sendError(error.withKey(key)));
    }

    private static Optional<ErrorMessage> refusal(StartOutcome start) {
        return switch (start) {
            case StartOutcome.Started _, StartOutcome.Repeated _ -> Optional.empty();
            case StartOutcome.NoSuchThread _ -> Optional.of(ErrorMessage.noSuchThread());
            case StartOutcome.Refused(var cause) -> Optional.of(ErrorMessage.of(cause));
        };
    }

    private void stop(String runId) {
        boolean known = RunId.parse(runId).flatMap(id -> workspace().stop(id)).isPresent();
        if (!known) {
            sendError(ErrorMessage.noSuchRun(plain(runId)));
        }
    }

    private void resume(String runId, long afterSeq) {
        boolean known =
                RunId.parse(runId).filter(id -> connection.resume(id, afterSeq)).isPresent();
        if (!known) {
            sendError(ErrorMessage.noSuchRun(plain(runId)));
        }
    }

    /** What a client called a run, as far as it may be repeated to it. */
    private static String plain(String runId) {
        return runId.matches("[A-Za-z0-9_-]{1,64}") ? runId : "";
    }

    private Workspace workspace() {
        return chat.workspace(connection.context());
    }

    private void sendError(ErrorMessage error) {
        connection.note(ServerMessages.error(error));
    }
}
