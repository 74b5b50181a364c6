package dev.signet.chat.run;

import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is known about a run at one moment.
 *
 * @param agent the agent at work
 * @param lastSeq the number of events so far
 * @param endedAt present exactly when the state is an end
 */
public record Run(
        RunId id,
        ThreadId threadId,
        UserId owner,
        String agent,
        RunState state,
        long lastSeq,
        Instant createdAt,
        Optional<Instant> endedAt) {

    public Run {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        endedAt = endedAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        if (state.ended() != endedAt.isPresent() || lastSeq < 0) {
            throw new IllegalArgumentException("run: state and end do not fit");
        }
    }

    /** A run without events yet. */
    static Run fresh(RunId id, ThreadId threadId, UserId owner, String agent, Instant now) {
        return new Run(id, threadId, owner, agent, RunState.RUNNING, 0, now, Optional.empty());
    }

    /** This run with one more event. */
    Run after(RunEvent event) {
        RunState next =
                switch (event.type()) {
                    case AGENT_COMPLETED -> RunState.COMPLETED;
                    case AGENT_FAILED -> RunState.FAILED;
                    case AGENT_STOPPED -> RunState.STOPPED;
                    default -> RunState.RUNNING;
                };
        Optional<Instant> end = next.ended() ? Optional.of(event.at()) : Optional.empty();
        return new Run(id, threadId, owner, agent, next, event.seq(), createdAt, end);
    }
}
