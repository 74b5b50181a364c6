package dev.signet.chat.agent;

import dev.signet.chat.thread.Message;
import java.util.List;

/**
 * What a user asks, and what was said in the thread before.
 *
 * @param history the newest messages before this one, oldest first
 */
public record Task(String text, List<Message> history) {
    public Task {
        history = List.copyOf(history);
    }
}
