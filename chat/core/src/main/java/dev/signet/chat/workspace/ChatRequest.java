package dev.signet.chat.workspace;

import dev.signet.chat.id.ThreadId;
import dev.signet.chat.run.IdempotencyKey;
import java.util.Optional;

/**
 * What a user asks.
 *
 * @param threadId the thread to ask in; empty for a new one
 * @param key empty when repeating the request is to begin another run
 */
public record ChatRequest(String text, Optional<ThreadId> threadId, Optional<IdempotencyKey> key) {}
