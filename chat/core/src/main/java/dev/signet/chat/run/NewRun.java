package dev.signet.chat.run;

import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import java.util.Optional;

/**
 * Everything that is stored when a run begins.
 *
 * @param run with {@code lastSeq} 1
 * @param question the user's message
 * @param started the first event
 * @param newThread the thread to add before; empty when the run's thread must be there already
 * @param key empty when the request had none
 * @param bounds how much its owner may have
 */
public record NewRun(
        Run run,
        Message question,
        RunEvent started,
        Optional<ChatThread> newThread,
        Optional<IdempotencyKey> key,
        Bounds bounds) {

    public NewRun {
        boolean sameRun = started.runId().equals(run.id()) && run.lastSeq() == 1;
        boolean sameThread =
                question.threadId().equals(run.threadId())
                        && newThread.stream().allMatch(t -> t.id().equals(run.threadId()));
        boolean sameOwner =
                question.owner().equals(run.owner())
                        && started.userId().equals(run.owner())
                        && newThread.stream().allMatch(t -> t.owner().equals(run.owner()));
        if (!sameRun || !sameThread || !sameOwner) {
            throw new IllegalArgumentException("beginning: parts of different runs");
        }
    }

    /** How many threads the owner and how many runs the thread may have. */
    public record Bounds(int threadsPerUser, int runsPerThread) {}
}
