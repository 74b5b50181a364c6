package dev.signet.storage;

/**
 * The store could not do what it was asked, for a reason that lies in the environment: a full disk,
 * a locked file, too much waiting work, a shut-down. Answer 503. The message names no data and is
 * for the log alone.
 */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
