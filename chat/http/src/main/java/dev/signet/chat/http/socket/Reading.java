package dev.signet.chat.http.socket;

import dev.signet.handshake.CloseCode;
import dev.signet.handshake.SocketAction.Close;

/** What one message of a client turned out to be. */
sealed interface Reading {

    record Understood(ClientMessage message) implements Reading {}

    /**
     * It breaks the protocol, so the socket ends.
     *
     * @param fault for the client's developer; holds nothing that the client sent
     */
    record Unreadable(String fault) implements Reading {

        Close close() {
            return new Close(CloseCode.BAD_FRAME, CloseCode.BAD_FRAME.reason() + ": " + fault);
        }
    }
}
