package dev.signet.chat.workspace;

import dev.signet.chat.run.Run;
import java.util.Locale;

/** What became of a request to have something answered. */
public sealed interface StartOutcome {

    /** The run is stored and at work. */
    record Started(Run run) implements StartOutcome {}

    /** The same request came before and began this run. */
    record Repeated(Run run) implements StartOutcome {}

    /** The user has no such thread. */
    record NoSuchThread() implements StartOutcome {}

    /** Nothing was begun. */
    record Refused(Cause cause) implements StartOutcome {}

    /** Why nothing was begun. */
    enum Cause {
        /** The caller's mistake. */
        TEXT_EMPTY,
        /** The caller's mistake. */
        TEXT_TOO_LONG,
        /** The caller's mistake: the idempotency key names another text or thread. */
        KEY_REUSED,
        /** The user's runs; try again when one has ended. */
        TOO_MANY_RUNS,
        /** The user's threads; one must be deleted first. */
        TOO_MANY_THREADS,
        /** The thread's runs; begin another thread. */
        THREAD_FULL,
        /** Everybody's runs: the fault is ours. */
        BUSY,
        /** The fault is ours. */
        SHUTTING_DOWN;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** For programs, e.g. {@code too_many_runs}. */
        public String code() {
            return code;
        }
    }
}
