package dev.signet.chat;

/**
 * The chat backend's store cannot do what it was asked, for a reason that lies in the environment.
 * Every method that reads or writes stored things may throw it. Answer 503; the message is for the
 * log alone.
 */
public final class ChatUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ChatUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
