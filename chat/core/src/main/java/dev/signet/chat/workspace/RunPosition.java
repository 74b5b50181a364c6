package dev.signet.chat.workspace;

/**
 * How far one connection has come in one run: live, or replaying what is stored. Guarded by the
 * connection's lock.
 */
final class RunPosition {
    private final long from;
    private long reached;
    private boolean replaying;
    private boolean missedLive;

    private RunPosition(long from, boolean replaying) {
        this.from = from;
        this.reached = from;
        this.replaying = replaying;
    }

    /** From the first event on, as they happen. */
    static RunPosition live() {
        return new RunPosition(0, false);
    }

    /** From the events after that one on, first out of the store. */
    static RunPosition replayAfter(long seq) {
        return new RunPosition(seq, true);
    }

    /** Whether everything after that event was or will be sent. */
    boolean covers(long afterSeq) {
        return afterSeq >= from;
    }

    boolean replaying() {
        return replaying;
    }

    long reached() {
        return reached;
    }

    /**
     * Whether an event that just happened is to be queued now. While replaying it is not: it is in
     * the store already and the replay will find it there.
     */
    boolean admitsLive(long seq) {
        if (replaying) {
            missedLive = true;
            return false;
        }
        return seq > reached;
    }

    void reach(long seq) {
        reached = seq;
    }

    /** The store had no further event: goes live, unless one came in the meantime. */
    boolean goLive() {
        replaying = missedLive;
        missedLive = false;
        return !replaying;
    }
}
