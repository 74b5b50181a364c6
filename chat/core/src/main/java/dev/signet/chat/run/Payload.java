package dev.signet.chat.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one event says. The records are the contract's payloads, member by member. */
public sealed interface Payload {

    EventType type();

    /**
     * The members as they stand in JSON, in the contract's order; all values are {@link PlainData}.
     */
    Map<String, Object> fields();

    /** The run began on that text. */
    record AgentStarted(String task) implements Payload {
        @Override
        public EventType type() {
            return EventType.AGENT_STARTED;
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("task", task);
        }
    }

    /** What the agent understood or is about to do. */
    record AgentThinking(String text) implements Payload {
        @Override
        public EventType type() {
            return EventType.AGENT_THINKING;
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("text", text);
        }
    }

    /** A tool is about to be used; one {@link ToolCompleted} with the same id follows. */
    record ToolExecuting(String toolCallId, String tool, Map<String, Object> arguments)
            implements Payload {
        public ToolExecuting {
            arguments = PlainData.copy(arguments);
        }

        @Override
        public EventType type() {
            return EventType.TOOL_EXECUTING;
        }

        @Override
        public Map<String, Object> fields() {
            return ordered("tool_call_id", toolCallId, "tool", tool, "arguments", arguments);
        }
    }

    /**
     * A tool was used.
     *
     * @param ok false when it was refused, failed or did not come to its end
     * @param result the facts, or {@code code} and {@code detail} when not ok
     * @param durationMs milliseconds since its {@link ToolExecuting}
     */
    record ToolCompleted(
            String toolCallId, String tool, boolean ok, Map<String, Object> result, long durationMs)
            implements Payload {
        public ToolCompleted {
            result = PlainData.copy(result);
        }

        @Override
        public EventType type() {
            return EventType.TOOL_COMPLETED;
        }

        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields =
                    ordered("tool_call_id", toolCallId, "tool", tool, "ok", ok);
            fields.put("result", result);
            fields.put("duration_ms", durationMs);
            return fields;
        }
    }

    /** The next piece of the answer. */
    record AnswerDelta(String text) implements Payload {
        @Override
        public EventType type() {
            return EventType.ANSWER_DELTA;
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("text", text);
        }
    }

    /**
     * The run came to a good end.
     *
     * @param answer all {@link AnswerDelta}s together
     * @param durationMs milliseconds since the run began
     */
    record AgentCompleted(String answer, long durationMs) implements Payload {
        @Override
        public EventType type() {
            return EventType.AGENT_COMPLETED;
        }

        @Override
        public Map<String, Object> fields() {
            return ordered("answer", answer, "duration_ms", durationMs);
        }
    }

    /**
     * The run could not be brought to an end.
     *
     * @param code for programs, e.g. {@code interrupted}
     * @param detail for people, without internals
     * @param supportCode also in the log
     */
    record AgentFailed(String code, String detail, String supportCode) implements Payload {
        @Override
        public EventType type() {
            return EventType.AGENT_FAILED;
        }

        @Override
        public Map<String, Object> fields() {
            return ordered("code", code, "detail", detail, "support_code", supportCode);
        }
    }

    /** Somebody or something ended the run before its end. */
    record AgentStopped(String reason) implements Payload {
        @Override
        public EventType type() {
            return EventType.AGENT_STOPPED;
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("reason", reason);
        }
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
