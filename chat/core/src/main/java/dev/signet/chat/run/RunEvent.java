package dev.signet.chat.run;

import dev.signet.chat.id.EventId;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One event of a run in its envelope. Only the run's state machine makes new ones.
 *
 * @param seq 1 for the first event of a run, then without gaps
 * @param userId the owner of the run, and the only one who may see the event
 * @param agent the agent at work
 * @param at in whole milliseconds
 */
public record RunEvent(
        EventId id,
        long seq,
        RunId runId,
        ThreadId threadId,
        UserId userId,
        String agent,
        Instant at,
        Payload payload) {

    /** The version of the envelope. */
    public static final int VERSION = 1;

    public RunEvent {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (seq < 1 || agent.isEmpty()) {
            throw new IllegalArgumentException("event: seq from 1 and an agent are required");
        }
        if (seq == 1 != (payload.type() == EventType.AGENT_STARTED)) {
            throw new IllegalArgumentException("event: agent_started is seq 1 and nothing else is");
        }
    }

    public EventType type() {
        return payload.type();
    }

    public boolean terminal() {
        return type().terminal();
    }

    /** The envelope as it goes over the wire, in the contract's order. */
    public Map<String, Object> envelope() {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("v", VERSION);
        envelope.put("event_id", id.value());
        envelope.put("type", type().wire());
        envelope.put("seq", seq);
        envelope.put("run_id", runId.value());
        envelope.put("thread_id", threadId.value());
        envelope.put("user_id", userId.value());
        envelope.put("agent", agent);
        envelope.put("ts", at.toString());
        envelope.put("payload", payload.fields());
        return envelope;
    }
}
