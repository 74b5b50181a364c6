package dev.signet.chat.assistant;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a tool gave; a member that is not there or of another type reads as empty. */
record ToolFacts(Map<String, Object> members) {

    String text(String name) {
        return optionalText(name).orElse("");
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(members.get(name))
                .map(Object::toString)
                .filter(t -> !t.isEmpty());
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    long number(String name) {
        return members.get(name) instanceof Number number ? number.longValue() : 0;
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    /** The texts of a list, as one text. */
    String joined(String name) {
        return members.get(name) instanceof List<?> list && !list.isEmpty()
                ? String.join(", ", list.stream().map(Object::toString).toList())
                : "none";
    }

    @SuppressWarnings("unchecked") // plain maps have text as names
    List<ToolFacts> list(String name) {
        if (!(members.get(name) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .map(member -> new ToolFacts((Map<String, Object>) member))
                .toList();
    }
}
