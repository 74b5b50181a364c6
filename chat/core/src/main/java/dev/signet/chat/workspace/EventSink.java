package dev.signet.chat.workspace;

import dev.signet.chat.run.RunEvent;
import java.io.IOException;

/**
 * The far end of one connection. Called by one thread at a time, a virtual one, and may block while
 * the peer has no room: only this connection waits.
 */
public interface EventSink {

    void write(RunEvent event) throws IOException, InterruptedException;

    /** Writes a text of the server's own, in its place among the events. */
    void note(String text) throws IOException, InterruptedException;

    /** The connection is over; called once, also while a write is stuck. */
    void close(CloseReason reason);
}
