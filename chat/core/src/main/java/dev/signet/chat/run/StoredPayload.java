package dev.signet.chat.run;

import java.util.Map;

/** Reads payloads back from what {@link Payload#fields()} gave. */
public final class StoredPayload {
    private StoredPayload() {}

    /**
     * The payload that the members spell.
     *
     * @throws IllegalArgumentException when a member is absent or of another type
     */
    public static Payload read(EventType type, Map<String, Object> fields) {
        return switch (type) {
            case AGENT_STARTED -> new Payload.AgentStarted(text(fields, "task"));
            case AGENT_THINKING -> new Payload.AgentThinking(text(fields, "text"));
            case TOOL_EXECUTING ->
                    new Payload.ToolExecuting(
                            text(fields, "tool_call_id"),
                            text(fields, "tool"),
                            members(fields, "arguments"));
            case TOOL_COMPLETED -> toolCompleted(fields);
            case ANSWER_DELTA -> new Payload.AnswerDelta(text(fields, "text"));
            case AGENT_COMPLETED ->
                    new Payload.AgentCompleted(
                            text(fields, "answer"), number(fields, "duration_ms"));
            case AGENT_FAILED ->
                    new Payload.AgentFailed(
                            text(fields, "code"),
                            text(fields, "detail"),
                            text(fields, "support_code"));
            case AGENT_STOPPED -> new Payload.AgentStopped(text(fields, "reason"));
        };
    }

    private static Payload toolCompleted(Map<String, Object> fields) {
        return new Payload.ToolCompleted(
                text(fields, "tool_call_id"),
                text(fields, "tool"),
                member(fields, "ok", Boolean.class),
                members(fields, "result"),
                number(fields, "duration_ms"));
    }

    private static String text(Map<String, Object> fields, String name) {
        return member(fields, name, String.class);
    }

    private static long number(Map<String, Object> fields, String name) {
        return member(fields, name, Number.class).longValue();
    }

    @SuppressWarnings("unchecked") // plain maps have text as names
    private static Map<String, Object> members(Map<String, Object> fields, String name) {
        return member(fields, name, Map.class);
    }

    private static <T> T member(Map<String, Object> fields, String name, Class<T> type) {
        Object value = fields.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("event member " + name + " is not there");
        }
        return type.cast(value);
    }
}
