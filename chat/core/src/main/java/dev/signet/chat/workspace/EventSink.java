package dev.signet.chat.workspace;

import dev.signet.chat.run.RunEvent;
import dev.signet.token.verdict.Verdict;
import java.io.IOException;

/**
 * The far end of one connection. Called by one thread at a time, a virtual one, and may block while
 * the peer has no room: only this connection waits.
 */
public interface EventSink {

    void write(RunEvent event) throws IOException, InterruptedException;

    /** Writes a text of the server's own, in its place among the events. */
    void note(String text) throws IOException, InterruptedException;

    /**
     * Tells of a fresh verdict on the connection's login that is not {@code INVALID}; returns at
     * once. A far end that goes on without a verdict needs to do nothing.
     */
    default void judged(Verdict verdict) {}

    /** The connection is over; called once, also while a write is stuck. */
    void close(CloseReason reason);
}
