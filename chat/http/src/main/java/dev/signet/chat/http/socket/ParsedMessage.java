package dev.signet.chat.http.socket;

import dev.signet.handshake.CloseCode;
import dev.signet.handshake.SocketAction.Close;

/** What one message of a client turned out to be. */
sealed interface ParsedMessage {

    record Readable(ClientMessage message) implements ParsedMessage {}

    /**
     * It breaks the protocol, so the socket ends.
     *
     * @param fault for the client's developer; holds nothing that the client sent
     */
    record Unreadable(String fault) implements ParsedMessage {

        Close close() {
            return new Close(CloseCode.BAD_FRAME, CloseCode.BAD_FRAME.reason() + ": " + fault);
        }
    }
}
