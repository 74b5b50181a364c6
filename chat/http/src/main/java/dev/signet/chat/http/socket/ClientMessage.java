package dev.signet.chat.http.socket;

import dev.signet.handshake.Credential;
import java.util.Optional;

/** What a client may say, as read from one message. */
sealed interface ClientMessage {

    /** Something is to be answered. */
    record Chat(String text, Optional<String> threadId, Optional<String> idempotencyKey)
            implements ClientMessage {}

    /** A run is to end. */
    record Stop(String runId) implements ClientMessage {}

    /** The events of a run after that one are wanted. */
    record Resume(String runId, long afterSeq) implements ClientMessage {}

    /** The socket is to live on by that credential. */
    record Renew(Credential credential) implements ClientMessage {}

    /** The credential of a socket that was opened without one. */
    record Auth(Credential credential) implements ClientMessage {}

    /** An answer is wanted, with the same id if there is one. */
    record Ping(Optional<String> id) implements ClientMessage {}
}
