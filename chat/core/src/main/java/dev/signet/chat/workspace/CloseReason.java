package dev.signet.chat.workspace;

import dev.signet.token.verdict.Reason;

/** Why a connection is over. */
public sealed interface CloseReason {

    /** The token is no longer good: close code 4401 with the reason's code. */
    record AuthenticationLost(Reason reason) implements CloseReason {}

    /** The peer read too slowly; it may come back and resume after the last {@code seq} it saw. */
    record TooSlow() implements CloseReason {}

    /** The one run that was followed has ended, and its last event is written. */
    record RunEnded() implements CloseReason {}

    /** The server goes down. */
    record ShuttingDown() implements CloseReason {}

    /** The peer left, or writing to it failed. */
    record PeerGone() implements CloseReason {}

    /** A fault of ours, e.g. the store does not answer. */
    record Fault() implements CloseReason {}
}
