package dev.signet.chat.http.live;

import java.io.IOException;

/** The peer took nothing for too long. */
public final class SlowPeerException extends IOException {
    private static final long serialVersionUID = 1L;

    SlowPeerException() {
        super("the peer has no room");
    }
}
