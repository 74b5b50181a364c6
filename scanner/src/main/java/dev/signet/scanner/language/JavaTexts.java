package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of Java's own library that are only another way to write a text, a list or a map. */
final class JavaTexts {

    private JavaTexts() {}

    static Optional<Expression> known(
            Span at, Expression callee, List<Expression.Argument> arguments) {
        if (!(callee instanceof Expression.Member member)
                || !(member.object() instanceof Expression.Name type)
                || arguments.isEmpty()) {
            return Optional.empty();
        }
        List<Expression> values = arguments.stream().map(Expression.Argument::value).toList();
        List<Expression> rest = values.subList(1, values.size());
        return switch (type.id() + "." + member.name()) {
            case "String.format" -> Optional.of(of(member, "format", values, rest));
            case "String.join" ->
                    Optional.of(
                            of(member, "join", values, List.of(new Expression.Items(at, rest))));
            case "String.valueOf" -> Optional.of(values.getFirst());
            case "Map.of" -> Optional.of(new Expression.Pairs(at, pairs(values)));
            case "Map.ofEntries" ->
                    Optional.of(
                            new Expression.Pairs(
                                    at, values.stream().map(JavaTexts::entry).toList()));
            case "List.of", "Set.of", "Arrays.asList" ->
                    Optional.of(new Expression.Items(at, values));
            default -> Optional.empty();
        };
    }

    /** As if the method were called on its first argument. */
    private static Expression of(
            Expression.Member member,
            String method,
            List<Expression> values,
            List<Expression> arguments) {
        Expression callee = new Expression.Member(member.at(), values.getFirst(), method);
        return new Expression.Call(
                member.at(),
                callee,
                arguments.stream().map(Expression.Argument::of).toList(),
                false);
    }

    private static List<Expression.Pair> pairs(List<Expression> values) {
        List<Expression.Pair> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < values.size(); i += 2) {
            pairs.add(new Expression.Pair(values.get(i), values.get(i + 1)));
        }
        return pairs;
    }

    private static Expression.Pair entry(Expression value) {
        return value instanceof Expression.Call call && call.arguments().size() == 2
                ? new Expression.Pair(
                        call.arguments().get(0).value(), call.arguments().get(1).value())
                : new Expression.Pair(new Expression.Nothing(value.at()), value);
    }
}
