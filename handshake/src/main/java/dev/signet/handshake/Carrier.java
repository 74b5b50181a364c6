package dev.signet.handshake;

/** Where a credential was found, in the order of precedence. */
public enum Carrier {
    /** An entry of {@code Sec-WebSocket-Protocol}. */
    SUBPROTOCOL,
    /** {@code Authorization: Bearer}. */
    AUTHORIZATION,
    /** A query parameter. */
    QUERY,
    /**
     * A token of the test issuer, in whichever place it was sent. It yields to a token of the real
     * issuer wherever that one stands, and it is the only way to act as a test user: no header can
     * name one.
     */
    TEST_IDENTITY,
    /** The first message on a socket that was opened without a credential. */
    FIRST_MESSAGE;

    /** The number that contracts and logs use: 1 is looked at first. */
    public int number() {
        return ordinal() + 1;
    }
}
