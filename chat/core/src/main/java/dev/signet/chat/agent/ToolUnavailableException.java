package dev.signet.chat.agent;

/** Somebody whom a tool must ask does not answer. Its text is for the log only. */
public final class ToolUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ToolUnavailableException(String message) {
        super(message);
    }

    public ToolUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
