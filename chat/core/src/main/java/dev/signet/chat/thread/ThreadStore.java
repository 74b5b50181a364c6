package dev.signet.chat.thread;

import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps threads and messages. Every call names the owner, and what belongs to somebody else is as
 * if it were not there. What a call has accepted survives a crash. Safe for use by many threads.
 */
public interface ThreadStore {

    /**
     * Adds a thread.
     *
     * @param threadsMax the number of threads that its owner may have
     * @return false, and nothing is added, when the owner has that many
     */
    boolean add(ChatThread thread, int threadsMax);

    Optional<ChatThread> thread(UserId owner, ThreadId id);

    /** The owner's threads, the most recently used first. */
    List<ChatThread> threads(UserId owner);

    /**
     * Removes a thread with its messages, runs and events.
     *
     * @return false when the owner has no such thread
     */
    boolean remove(UserId owner, ThreadId id);

    /** The newest messages of a thread, oldest first; none when the owner has no such thread. */
    List<Message> messages(UserId owner, ThreadId id, int newest);
}
