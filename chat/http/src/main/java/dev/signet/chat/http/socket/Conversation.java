package dev.signet.chat.http.socket;

import dev.signet.chat.ChatUnavailableException;
import dev.signet.chat.delivery.Connection;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.workspace.ChatRequest;
import dev.signet.chat.workspace.Start;
import dev.signet.chat.workspace.Workspace;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what the client of one open socket says, one message after the other. May wait for
 * the store and the verifier, and makes nobody else wait.
 */
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final SocketParts parts;
    private final OpenSocket socket;
    private final Connection connection;

    Conversation(SocketParts parts, OpenSocket socket) {
        this.parts = parts;
        this.socket = socket;
        this.connection = socket.connection();
    }

    void take(byte[] utf8) {
        switch (MessageReader.read(utf8)) {
            case Reading.Unreadable unreadable -> socket.end(unreadable.close());
            case Reading.Understood(var message) -> tryTo(message);
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
        String supportCode = parts.ids().supportCode();
        LOG.error("event={} connection={} support_code={}", event, connection.id(), supportCode, e);
        complain(Complaint.unavailable(supportCode));
    }

    private void carryOut(ClientMessage message) {
        switch (message) {
            case ClientMessage.Chat chat -> chat(chat);
            case ClientMessage.Stop(var runId) -> stop(runId);
            case ClientMessage.Resume(var runId, var afterSeq) -> resume(runId, afterSeq);
            case ClientMessage.Renew(var credential) -> socket.renew(credential);
            case ClientMessage.Ping(var id) -> connection.note(ServerMessages.pong(id));
            case ClientMessage.Auth _ ->
                    socket.end(new Reading.Unreadable("the socket has an owner already").close());
        }
    }

    private void chat(ClientMessage.Chat chat) {
        Optional<String> key = chat.idempotencyKey();
        Optional<ThreadId> thread = chat.threadId().flatMap(ThreadId::parse);
        if (chat.threadId().isPresent() && thread.isEmpty()) {
            complain(Complaint.noSuchThread().withKey(key));
            return;
        }
        if (key.isPresent() && !IdempotencyKey.fits(key.get())) {
            complain(
                    Complaint.of(
                            "invalid_request",
                            "The idempotency key must have 1 to "
                                    + IdempotencyKey.CHARS_MAX
                                    + " visible characters."));
            return;
        }
        ChatRequest request = new ChatRequest(chat.text(), thread, key.map(IdempotencyKey::new));
        Start start =
                workspace()
                        .start(request, run -> connection.note(ServerMessages.accepted(run, key)));
        refusal(start).ifPresent(complaint -> complain(complaint.withKey(key)));
    }

    private static Optional<Complaint> refusal(Start start) {
        return switch (start) {
            case Start.Started _, Start.Repeated _ -> Optional.empty();
            case Start.NoSuchThread _ -> Optional.of(Complaint.noSuchThread());
            case Start.Refused(var cause) -> Optional.of(Complaint.of(cause));
        };
    }

    private void stop(String runId) {
        boolean known = RunId.parse(runId).flatMap(id -> workspace().stop(id)).isPresent();
        if (!known) {
            complain(Complaint.noSuchRun(plain(runId)));
        }
    }

    private void resume(String runId, long afterSeq) {
        boolean known =
                RunId.parse(runId).filter(id -> connection.resume(id, afterSeq)).isPresent();
        if (!known) {
            complain(Complaint.noSuchRun(plain(runId)));
        }
    }

    /** What a client called a run, as far as it may be repeated to it. */
    private static String plain(String runId) {
        return runId.matches("[A-Za-z0-9_-]{1,64}") ? runId : "";
    }

    private Workspace workspace() {
        return parts.chat().workspace(connection.context());
    }

    private void complain(Complaint complaint) {
        connection.note(ServerMessages.error(complaint));
    }
}
