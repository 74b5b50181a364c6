package dev.signet.authority.store;

/**
 * The storage did not answer or lost its medium. It is caught once, at the edge, as 503: an error
 * is never read as "not found", "not revoked" or "not valid".
 */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
