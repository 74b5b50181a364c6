package dev.signet.chat.run;

/** What became of the beginning of a run. */
public sealed interface NewRunOutcome {

    /** Stored. */
    record Stored() implements NewRunOutcome {}

    /** The key was used before, for this run; nothing was stored. */
    record Repeated(Run run) implements NewRunOutcome {}

    /** The owner has no such thread; nothing was stored. */
    record NoSuchThread() implements NewRunOutcome {}

    /** The owner has as many threads as allowed; nothing was stored. */
    record TooManyThreads() implements NewRunOutcome {}

    /** The thread has as many runs as allowed; nothing was stored. */
    record ThreadFull() implements NewRunOutcome {}
}
