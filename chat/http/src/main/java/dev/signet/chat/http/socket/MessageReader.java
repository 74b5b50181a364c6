package dev.signet.chat.http.socket;

import dev.signet.chat.http.socket.ClientMessage.Auth;
import dev.signet.chat.http.socket.ClientMessage.Chat;
import dev.signet.chat.http.socket.ClientMessage.Ping;
import dev.signet.chat.http.socket.ClientMessage.Renew;
import dev.signet.chat.http.socket.ClientMessage.Resume;
import dev.signet.chat.http.socket.ClientMessage.Stop;
import dev.signet.handshake.Credential;
import dev.signet.token.jose.StrictJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one message: a strict JSON object with a known {@code type} and no member that this type
 * does not have.
 */
final class MessageReader {

    private final Map<String, Object> members;

    /** The message is not of the protocol. */
    private static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String fault;

        UnreadableException(String fault) {
            super(null, null, false, false);
            this.fault = fault;
        }
    }

    private MessageReader(Map<String, Object> members) {
        this.members = new HashMap<>(members);
    }

    static ParsedMessage read(byte[] utf8) {
        return StrictJson.parseObject(utf8)
                .map(MessageReader::read)
                .orElseGet(() ->
                        new ParsedMessage.Unreadable(
                                "not one JSON object in UTF-8 without duplicate members"));
    }

    private static ParsedMessage read(Map<String, Object> members) {
        try {
            MessageReader reader = new MessageReader(members);
            ClientMessage message = reader.message();
            return reader.members.isEmpty()
                    ? new ParsedMessage.Readable(message)
                    : new ParsedMessage.Unreadable("a member that this type does not have");
        } catch (UnreadableException e) {
            return new ParsedMessage.Unreadable(e.fault);
        }
    }

    private ClientMessage message() {
        return switch (text("type")) {
            case "chat", "user_message", "start_agent" ->
                    new Chat(
                            text("text"),
                            optionalText("thread_id"),
                            optionalText("idempotency_key"));
            case "stop" -> new Stop(text("run_id"));
            case "resume" -> new Resume(text("run_id"), sequence("after_seq"));
            case "auth.renew" -> new Renew(credential());
            case "auth" -> new Auth(credential());
            case "ping" -> new Ping(optionalText("id"));
            default -> throw new UnreadableException("type is none that is known");
        };
    }

    private Credential credential() {
        Optional<String> token = optionalText("token");
        Optional<String> ticket = optionalText("ticket");
        if (token.isPresent() == ticket.isPresent()) {
            throw new UnreadableException("either token or ticket is needed");
        }
        return token.<Credential>map(Credential.Token::new)
                .orElseGet(() -> new Credential.Ticket(ticket.orElseThrow()));
    }

    private String text(String name) {
        return optionalText(name).orElseThrow(() -> new UnreadableException(name + " is missing"));
    }

    private Optional<String> optionalText(String name) {
        Object value = members.remove(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw new UnreadableException(name + " is not a text");
    }

    private long sequence(String name) {
        if (members.remove(name) instanceof Long number && number >= 0) {
            return number;
        }
        throw new UnreadableException(name + " is not a whole number from 0 on");
    }
}
