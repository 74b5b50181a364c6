package dev.signet.chat.agent;

/** Works on questions. Has no state of its own between runs; safe for use by many threads. */
public interface Agent {

    /** The name in events, e.g. {@code assistant}. */
    String name();

    /** How well it suits the task, 0 (not at all) to 100. Answers at once. */
    int bid(Task task);

    /**
     * Works on the run until it is answered; returning completes the run. Runs on a thread of its
     * own, which is interrupted when the run is stopped.
     *
     * @throws AgentFailedException when it cannot be answered
     */
    void work(AgentRun run) throws InterruptedException;
}
