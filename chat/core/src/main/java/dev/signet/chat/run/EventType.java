package dev.signet.chat.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of events, in the order in which a simple run shows them. */
public enum EventType {
    AGENT_STARTED,
    AGENT_THINKING,
    TOOL_EXECUTING,
    TOOL_COMPLETED,
    ANSWER_DELTA,
    AGENT_COMPLETED,
    AGENT_FAILED,
    AGENT_STOPPED;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The name on the wire, e.g. {@code agent_started}. */
    public String wire() {
        return wire;
    }

    /** Whether nothing follows it. */
    public boolean terminal() {
        return this == AGENT_COMPLETED || this == AGENT_FAILED || this == AGENT_STOPPED;
    }

    public static Optional<EventType> ofWire(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }
}
