package dev.signet.config.source;

import dev.signet.token.access.Environment;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What holds when nobody gives a value. */
sealed interface Fallback {

    /** Nothing; the setting is optional, or required by a check. */
    record None(String meaning) implements Fallback {}

    record Fixed(String text) implements Fallback {}

    /** Another value for each environment. */
    record ByEnvironment(Map<Environment, String> texts) implements Fallback {
        public ByEnvironment {
            texts = Map.copyOf(texts);
            if (texts.size() != Environment.values().length) {
                throw new IllegalArgumentException("a default for each environment");
            }
        }
    }

    /** Follows from other settings. */
    record Derived(String meaning, Function<Values, String> rule) implements Fallback {}

    /** The text for these values; empty only for {@link None}. */
    default Optional<String> text(Values values) {
        return switch (this) {
            case None _ -> Optional.empty();
            case Fixed(String text) -> Optional.of(text);
            case ByEnvironment(var texts) -> Optional.ofNullable(texts.get(values.environment()));
            case Derived(_, var rule) -> Optional.of(rule.apply(values));
        };
    }
}
