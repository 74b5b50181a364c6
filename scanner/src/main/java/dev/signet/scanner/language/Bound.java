package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the frameworks of the JVM fill from their settings: fields, parameters, whole types. */
final class Bound {

    private static final Set<String> INJECTING =
            Set.of("Value", "ConfigProperty", "Property", "ConfigValue");

    private static final Set<String> BINDING =
            Set.of(
                    "ConfigurationProperties",
                    "ConfigMapping",
                    "ConfigProperties",
                    "EachProperty",
                    "ConfigRoot");

    private Bound() {}

    /** What an annotation puts into a field or parameter, as a call that reads settings. */
    static Optional<Expression> injected(List<Expression> annotations) {
        for (Expression annotation : annotations) {
            if (annotation instanceof Expression.Call call
                    && INJECTING.contains(lastName(call.callee()))) {
                Expression place = new Expression.Name(call.at(), "environment");
                Expression read = new Expression.Member(call.at(), place, lastName(call.callee()));
                return Optional.of(new Expression.Call(call.at(), read, call.arguments(), false));
            }
        }
        return Optional.empty();
    }

    /**
     * Under which prefix the settings of a type's fields are.
     *
     * @param outer that of the type around; null when there is none
     * @return empty for a type that is not filled from settings
     */
    static String prefix(List<Expression> annotations, @Nullable String outer, String type) {
        for (Expression annotation : annotations) {
            if (annotation instanceof Expression.Call call
                    && BINDING.contains(lastName(call.callee()))) {
                return call.arguments().stream()
                        .filter(a ->
                                a.name().isEmpty()
                                        || a.name().equals("prefix")
                                        || a.name().equals("value"))
                        .map(Expression.Argument::value)
                        .filter(Expression.Text.class::isInstance)
                        .map(value -> ((Expression.Text) value).value())
                        .findFirst()
                        .orElse(type);
            }
        }
        return outer == null || outer.isEmpty() ? "" : outer + "." + type;
    }

    /** The setting that fills a field, said as if the field itself did. */
    static Optional<Expression> annotation(@Nullable String prefix, String field, Span at) {
        if (prefix == null || prefix.isEmpty()) {
            return Optional.empty();
        }
        Expression setting = new Expression.Text(at, prefix + "." + field);
        return Optional.of(
                new Expression.Call(
                        at,
                        new Expression.Name(at, "ConfigProperty"),
                        List.of(Expression.Argument.of(setting)),
                        false));
    }

    private static String lastName(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> name.id();
            case Expression.Member member -> member.name();
            default -> "";
        };
    }
}
