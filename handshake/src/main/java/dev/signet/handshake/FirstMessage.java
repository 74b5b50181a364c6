package dev.signet.handshake;

/** What became of a credential that came as the first message. */
public sealed interface FirstMessage {

    /** The socket has an owner now; serve it. */
    record Authenticated(HandshakeOutcome.Accepted accepted) implements FirstMessage {}

    /** The socket ends; there is no second try. */
    record Refused(SocketAction.Close close) implements FirstMessage {}
}
