package dev.signet.chat.thread;

import dev.signet.chat.id.MessageId;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that was said in a thread.
 *
 * @param owner the user whose thread it is, also of what the assistant said
 * @param text not empty
 * @param runId the run that the message began or ended; empty when there is none
 */
public record Message(
        MessageId id,
        ThreadId threadId,
        UserId owner,
        Role role,
        String text,
        Optional<RunId> runId,
        Instant createdAt) {

    public Message {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("message: empty");
        }
    }

    /** Who spoke. */
    public enum Role {
        USER,
        ASSISTANT;

        private final String wire = name().toLowerCase(Locale.ROOT);

        /** {@code user} or {@code assistant}. */
        public String wire() {
            return wire;
        }

        public static Optional<Role> ofWire(String wire) {
            return Arrays.stream(values()).filter(role -> role.wire.equals(wire)).findFirst();
        }
    }
}
