package dev.signet.chat.http.socket;

import dev.signet.handshake.SocketAction;
import io.vertx.core.Context;

/**
 * One upgraded connection.
 *
 * @param loop on which everything of this connection happens that must not wait
 * @param place given back when the connection ends
 */
record Line(Context loop, Peer peer, Intake intake, Places.Place place) {

    void close(SocketAction.Close close) {
        peer.close(close);
        place.giveBack();
    }

    /** Reads on; from any thread. */
    void next() {
        loop.runOnContext(_ -> intake.next());
    }
}
