package dev.signet.chat.run;

import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.thread.Message;
import java.util.List;
import java.util.Optional;

/**
 * Keeps runs and their events. Every call names the owner, and what belongs to somebody else is as
 * if it were not there. What a call has accepted survives a crash. Safe for use by many threads.
 */
public interface RunStore {

    /**
     * Stores the beginning of a run in one transaction: the new thread if there is one, the user's
     * message, the run with its idempotency key, and its first event. Sets the thread's last use.
     */
    NewRunOutcome begin(NewRun beginning);

    /** The run that the owner began under that key. */
    Optional<Run> run(UserId owner, IdempotencyKey key);

    Optional<Run> run(UserId owner, RunId id);

    /** The newest runs of a thread, oldest first; none when the owner has no such thread. */
    List<Run> runs(UserId owner, ThreadId thread, int newest);

    /** The run's events with a greater {@code seq}, in order, at most that many. */
    List<RunEvent> events(UserId owner, RunId id, long afterSeq, int max);

    /**
     * Appends the next events of a run that has not ended, in one transaction.
     *
     * @param run the run as it is after the events
     * @param events 1 or more, the last one with the run's {@code lastSeq}
     * @return false, and nothing is stored, when the run is gone or its events do not end just
     *     before these
     */
    boolean append(Run run, List<RunEvent> events);

    /** As {@link #append(Run, List)}, together with the message that the run ended in. */
    boolean append(Run run, List<RunEvent> events, Message answer);

    /**
     * Runs of all users that have not ended, oldest first; for recovery after a crash and nothing
     * else.
     */
    List<Run> unfinished(int max);
}
