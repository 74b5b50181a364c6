package dev.signet.chat.agent;

import dev.signet.chat.run.PlainData;
import java.util.Map;
import java.util.Optional;

/** The arguments of one tool call, checked against the tool's parameters. */
public record Arguments(Map<String, Object> values) {
    public Arguments {
        values = PlainData.copy(values);
    }

    /** The text of that name; empty when absent or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }

    /** The truth value of that name; false when absent. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }
}
