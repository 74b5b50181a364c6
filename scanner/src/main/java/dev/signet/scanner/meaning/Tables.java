package dev.signet.scanner.meaning;

import dev.signet.scanner.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What calls and keys take out of literal maps and lists. */
final class Tables {

    /** More entries than that are data, not names. */
    private static final int ENTRIES_MAX = 32;

    private static final Set<String> GETTERS =
            Set.of("get", "getOrDefault", "getValue", "fetch", "dig");

    private static final Set<String> VIEWS = Set.of("items", "keys", "values", "entries");

    private static final Set<String> COPIES =
            Set.of("list", "tuple", "set", "frozenset", "sorted", "reversed", "iter");

    private Tables() {}

    static boolean isOne(Value value) {
        return value instanceof Value.Table || value instanceof Value.Listing;
    }

    /** Of which map {@code table.get(key)} gets something. */
    static Optional<Expression> got(Expression.Call call) {
        return call.callee() instanceof Expression.Member member
                        && GETTERS.contains(member.name())
                        && !call.arguments().isEmpty()
                ? Optional.of(member.object())
                : Optional.empty();
    }

    /**
     * Of what {@code table.items()}, {@code Object.entries(table)} and {@code sorted(list)} give
     * everything.
     */
    static Optional<Expression> listed(Expression.Call call) {
        boolean one = call.arguments().size() == 1 && call.arguments().getFirst().name().isEmpty();
        if (call.callee() instanceof Expression.Member member && VIEWS.contains(member.name())) {
            boolean ofObject =
                    member.object() instanceof Expression.Name n && n.id().equals("Object");
            if (ofObject && one) {
                return Optional.of(call.arguments().getFirst().value());
            }
            return call.arguments().isEmpty() && !ofObject
                    ? Optional.of(member.object())
                    : Optional.empty();
        }
        return one && call.callee() instanceof Expression.Name name && COPIES.contains(name.id())
                ? Optional.of(call.arguments().getFirst().value())
                : Optional.empty();
    }

    /** The entry of a known key; any of them if no key is known, of many the ones first kept. */
    static List<Value.Origin> entries(
            Value.Table table, List<Value> keys, Predicate<String> firstKept) {
        List<Value.Origin> found = new ArrayList<>();
        boolean known = false;
        for (Value key : keys) {
            if (key instanceof Value.Constant constant) {
                known = true;
                Value.Origin entry = table.entries().get(constant.text());
                if (entry != null) {
                    found.add(entry);
                }
            }
        }
        if (!known) {
            boolean all = table.entries().size() <= ENTRIES_MAX;
            table.entries().values().stream()
                    .filter(entry -> all || isText(entry.expression(), firstKept))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean isText(Expression expression, Predicate<String> firstKept) {
        return expression instanceof Expression.Text text && firstKept.test(text.value());
    }
}
