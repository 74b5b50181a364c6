package dev.signet.chat.agent;

import dev.signet.chat.run.Failure;

/** An agent cannot answer, for a reason that its user is told. */
public final class AgentFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    /**
     * @param failure what the user is told
     * @param cause for the log only
     */
    public AgentFailedException(Failure failure, String cause) {
        super(failure.code() + ": " + cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
