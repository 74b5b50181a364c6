package dev.signet.chat.tool;

/** Somebody whom a tool asks in the user's name says that this login may not. For the log only. */
public final class ToolForbiddenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ToolForbiddenException(String message) {
        super(message);
    }
}
