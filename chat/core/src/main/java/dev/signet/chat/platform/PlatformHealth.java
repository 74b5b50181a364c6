package dev.signet.chat.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the parts of the platform are at one moment; each is measured, none is assumed. */
public record PlatformHealth(List<Part> parts) {
    public PlatformHealth {
        parts = List.copyOf(parts);
    }

    /** Whether a part does what it is for, the worst last. */
    public enum State {
        UP,
        /** It was not measured. */
        UNKNOWN,
        DEGRADED,
        DOWN
    }

    /**
     * One part.
     *
     * @param detail what was measured, in a few words
     */
    public record Part(String name, State state, String detail) {}

    /** The worst state of all parts; unknown when there are none. */
    public State overall() {
        return parts.stream().map(Part::state).max(State::compareTo).orElse(State.UNKNOWN);
    }

    /** As plain values for {@code tool_completed}. */
    public Map<String, Object> facts() {
        return Map.of(
                "overall",
                wire(overall()),
                "parts",
                parts.stream().map(PlatformHealth::facts).toList());
    }

    private static Map<String, Object> facts(Part part) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", part.name());
        facts.put("state", wire(part.state()));
        facts.put("detail", part.detail());
        return facts;
    }

    private static String wire(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
