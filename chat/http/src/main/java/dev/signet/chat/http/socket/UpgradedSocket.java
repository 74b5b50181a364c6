package dev.signet.chat.http.socket;

import dev.signet.handshake.SocketAction;
import io.vertx.core.Context;

/**
 * One upgraded connection.
 *
 * @param loop on which everything of this connection happens that must not wait
 * @param slot given back when the connection ends
 */
record UpgradedSocket(Context loop, SocketPeer peer, FrameReader frames, SocketSlots.Slot slot) {

    void close(SocketAction.Close close) {
        peer.close(close);
        slot.giveBack();
    }

    /** Reads on; from any thread. */
    void next() {
        loop.runOnContext(_ -> frames.next());
    }
}
