package dev.signet.scanner.library;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.meaning.Meaning;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one call is given. */
public final class Arguments {

    private final Expression.Call call;
    private final Scope scope;
    private final Meaning meaning;

    public Arguments(Expression.Call call, Scope scope, Meaning meaning) {
        this.call = call;
        this.scope = scope;
        this.meaning = meaning;
    }

    public int count() {
        return call.arguments().size();
    }

    /** The argument's expression and scope; empty when it is not given, as far as is known. */
    public Optional<Value.Origin> find(Where where) {
        Optional<Value.Origin> argument = argument(where);
        if (argument.isEmpty() || where.inside().isEmpty()) {
            return argument;
        }
        return inside(argument.get(), where.inside());
    }

    private Optional<Value.Origin> argument(Where where) {
        int place = 0;
        for (Expression.Argument argument : call.arguments()) {
            if (argument.name().isEmpty()) {
                if (place == where.place()) {
                    return Optional.of(new Value.Origin(argument.value(), scope));
                }
                place++;
            } else if (argument.name().equals(where.name())) {
                return Optional.of(new Value.Origin(argument.value(), scope));
            }
        }
        return Optional.empty();
    }

    private Optional<Value.Origin> inside(Value.Origin map, String keys) {
        Value.Origin found = map;
        for (String key : keys.split("\\.", -1)) {
            Optional<Value.Origin> next = entry(meaning.values(found), key);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found = next.get();
        }
        return Optional.of(found);
    }

    /** A function that is given instead of a map stands for the map that it gives back. */
    private Optional<Value.Origin> entry(List<Value> maps, String key) {
        Optional<Value.Origin> found = Optional.empty();
        for (Value value : maps) {
            if (value instanceof Value.Table table && table.entries().containsKey(key)) {
                found = Optional.ofNullable(table.entries().get(key));
            }
            if (value instanceof Value.Own own) {
                for (Value.Origin result : meaning.results(own)) {
                    for (Value given : meaning.values(result)) {
                        if (given instanceof Value.Table table
                                && table.entries().containsKey(key)) {
                            found = Optional.ofNullable(table.entries().get(key));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** What the argument may stand for; empty when it is not given or not known. */
    public List<Value> values(Where where) {
        return find(where).map(meaning::values).orElse(List.of());
    }

    /** Whether the argument, or the entry in it, is certainly not given. */
    public boolean lacks(Where where) {
        for (Expression.Argument argument : call.arguments()) {
            if (argument.name().equals(Expression.Argument.SPREAD)) {
                return false;
            }
        }
        Optional<Value.Origin> argument = argument(where);
        if (argument.isEmpty() || where.inside().isEmpty()) {
            return argument.isEmpty();
        }
        if (argument.get().expression() instanceof Expression.Pairs pairs && isOpen(pairs)) {
            return false;
        }
        boolean known =
                meaning.values(argument.get()).stream().anyMatch(v -> v instanceof Value.Table);
        return known && find(where).isEmpty();
    }

    /** Whether another map is spread in it. */
    private static boolean isOpen(Expression.Pairs pairs) {
        return pairs.pairs().stream().anyMatch(pair -> pair.key() instanceof Expression.Nothing);
    }

    /** All texts that stand in the argument, also in a list there. */
    public List<String> texts(Where where) {
        Optional<Value.Origin> argument = find(where);
        if (argument.isEmpty()) {
            return List.of();
        }
        return meaning.values(argument.get()).stream()
                .flatMap(value ->
                        switch (value) {
                            case Value.Constant constant -> List.of(constant.text()).stream();
                            case Value.Symbol symbol -> List.of(symbol.lastName()).stream();
                            case Value.Listing listing ->
                                    listing.elements().stream().flatMap(this::texts);
                            default -> List.<String>of().stream();
                        })
                .toList();
    }

    private Stream<String> texts(Value.Origin element) {
        return meaning.values(element).stream()
                .flatMap(value ->
                        switch (value) {
                            case Value.Constant constant -> List.of(constant.text()).stream();
                            case Value.Symbol symbol -> List.of(symbol.lastName()).stream();
                            default -> List.<String>of().stream();
                        });
    }
}
