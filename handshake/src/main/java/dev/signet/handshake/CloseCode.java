package dev.signet.handshake;

/** Why the server ends a socket (RFC 6455 §7.4): the numbers that clients act on. */
public enum CloseCode {
    /** A frame or message that is not of the protocol. */
    BAD_FRAME(4400, "bad_frame"),
    /** The login behind the socket ended; the reason is a verdict's, e.g. {@code expired}. */
    AUTHENTICATION_LOST(4401, "authentication_lost"),
    /** The owner may not do this. */
    NOT_PERMITTED(4403, "not_permitted"),
    /** No credential came as the first message in time. */
    NO_FIRST_MESSAGE(4408, "no_first_message"),
    /** Somebody else's credential, or another session's, came for the renewal. */
    CONFLICTING_IDENTITY(4409, "conflicting_identity"),
    /** More messages or sockets than admitted. */
    TOO_MANY(4429, "too_many"),
    /** A message larger than admitted. */
    TOO_BIG(1009, "too_big"),
    /** The server goes away; connecting again finds another. */
    SHUTTING_DOWN(1001, "shutting_down"),
    /** Whether the login still stands could not be learnt for too long; try again later. */
    AUTHORITY_UNAVAILABLE(1013, "authority_unavailable");

    private final int number;
    private final String reason;

    CloseCode(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    /** The number in the close frame. */
    public int number() {
        return number;
    }

    /** The reason in the close frame when nothing more precise is known. */
    public String reason() {
        return reason;
    }
}
