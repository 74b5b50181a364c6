package dev.signet.chat.agent;

/** Ends an agent's work when its run has ended. No error; carries no stack. */
public final class RunEndedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RunEndedException() {
        super("the run has ended", null, false, false);
    }
}
