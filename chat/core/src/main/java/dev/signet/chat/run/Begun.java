package dev.signet.chat.run;

/** What became of the beginning of a run. */
public sealed interface Begun {

    /** Stored. */
    record New() implements Begun {}

    /** The key was used before, for this run; nothing was stored. */
    record Before(Run run) implements Begun {}

    /** The owner has no such thread; nothing was stored. */
    record NoSuchThread() implements Begun {}

    /** The owner has as many threads as allowed; nothing was stored. */
    record TooManyThreads() implements Begun {}

    /** The thread has as many runs as allowed; nothing was stored. */
    record ThreadFull() implements Begun {}
}
