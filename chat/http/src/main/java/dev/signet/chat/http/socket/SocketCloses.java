package dev.signet.chat.http.socket;

import dev.signet.chat.workspace.CloseReason;
import dev.signet.handshake.CloseCode;
import dev.signet.handshake.SocketAction.Close;

/** How the ends that the chat core knows look on the wire. */
final class SocketCloses {

    /** The client may connect again later and resume after the last event it saw. */
    static final Close TOO_SLOW = new Close(CloseCode.AUTHORITY_UNAVAILABLE, "too_slow");

    /** The peer gave no sign of life. */
    static final Close SILENT = new Close(CloseCode.SHUTTING_DOWN, "silent");

    /** A fault of ours. */
    static final Close FAULT = new Close(CloseCode.AUTHORITY_UNAVAILABLE, "fault");

    private SocketCloses() {}

    static Close of(CloseReason reason) {
        return switch (reason) {
            case CloseReason.AuthenticationLost(var lost) -> Close.of(lost);
            case CloseReason.TooSlow _ -> TOO_SLOW;
            case CloseReason.ShuttingDown _, CloseReason.RunEnded _ ->
                    Close.of(CloseCode.SHUTTING_DOWN);
            case CloseReason.PeerGone _ -> SILENT;
            case CloseReason.Fault _ -> FAULT;
        };
    }
}
