package dev.signet.chat.thread;

import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One conversation of one user.
 *
 * @param updatedAt when the last message came; not before {@code createdAt}; in milliseconds, like
 *     all times here
 */
public record ChatThread(
        ThreadId id, UserId owner, Title title, Instant createdAt, Instant updatedAt) {

    public ChatThread {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
        if (updatedAt.isBefore(createdAt)) {
            throw new IllegalArgumentException("thread: updated before it was created");
        }
    }

    /** A thread that begins now. */
    public static ChatThread begin(ThreadId id, UserId owner, Title title, Instant now) {
        return new ChatThread(id, owner, title, now, now);
    }
}
