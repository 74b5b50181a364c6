package dev.signet.scanner.library;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.meaning.Meaning;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import java.util.ArrayList;
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

    /** Every argument's expression. */
    public List<Value.Origin> all() {
        return call.arguments().stream().map(a -> new Value.Origin(a.value(), scope)).toList();
    }

    /** Whether all that a function gives back has that name. */
    public boolean givesOnly(Function function, String name) {
        List<Value> results =
                meaning.values(
                        new Expression.Nested(function.at(), function.body()),
                        meaning.inside(function));
        return !results.isEmpty()
                && results.stream()
                        .allMatch(v ->
                                v instanceof Value.Symbol symbol && symbol.lastName().equals(name));
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
        return where.name().isEmpty() ? Optional.empty() : spread(where.name());
    }

    /** {@code decode(token, key, **options)}. */
    private Optional<Value.Origin> spread(String name) {
        for (Expression.Argument argument : call.arguments()) {
            if (argument.name().equals(Expression.Argument.SPREAD)) {
                for (Value value : meaning.values(argument.value(), scope)) {
                    Optional<Value.Origin> entry = entry(value, name);
                    if (entry.isPresent()) {
                        return entry;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Value.Origin> inside(Value.Origin map, String keys) {
        Value.Origin found = map;
        for (String key : keys.split("\\.", -1)) {
            Optional<Value.Origin> next = Optional.empty();
            for (Value value : meaning.values(found)) {
                Optional<Value.Origin> entry = entry(value, key);
                next = entry.isPresent() ? entry : next;
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found = next.get();
        }
        return Optional.of(found);
    }

    /**
     * An entry of a literal map, of the map that a function gives back, or what an object is
     * created with under that name.
     */
    private Optional<Value.Origin> entry(Value value, String key) {
        if (value instanceof Value.Own own) {
            return meaning.results(own).stream()
                    .flatMap(result -> meaning.values(result).stream())
                    .filter(Value.Table.class::isInstance)
                    .flatMap(table -> entry(table, key).stream())
                    .findFirst();
        }
        if (value instanceof Value.Table table) {
            return Optional.ofNullable(table.entries().get(key));
        }
        return value instanceof Value.Symbol symbol
                ? symbol.origin().flatMap(origin -> entry(symbol, key, origin.scope()))
                : Optional.empty();
    }

    private Optional<Value.Origin> entry(Value.Symbol symbol, String key, Scope where) {
        return created(symbol).map(Expression.Call::arguments).orElse(List.of()).stream()
                .filter(argument -> argument.name().equals(key))
                .map(argument -> new Value.Origin(argument.value(), where))
                .findFirst();
    }

    /** The arguments of the calls of that name which are arguments here. */
    public List<Arguments> calls(String name) {
        List<Arguments> found = new ArrayList<>();
        for (Expression.Argument argument : call.arguments()) {
            for (Value.Symbol symbol : meaning.symbols(argument.value(), scope)) {
                if (symbol.lastName().equals(name)) {
                    symbol.origin()
                            .flatMap(origin ->
                                    created(symbol)
                                            .map(inner ->
                                                    new Arguments(inner, origin.scope(), meaning)))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Expression.Call> created(Value.Symbol symbol) {
        return symbol.origin()
                .map(Value.Origin::expression)
                .filter(Expression.Call.class::isInstance)
                .map(Expression.Call.class::cast);
    }

    /** What the argument may stand for; empty when it is not given or not known. */
    public List<Value> values(Where where) {
        return find(where).map(meaning::values).orElse(List.of());
    }

    /** The file's own functions that the argument may be. */
    public List<Function> functions(Where where) {
        List<Function> found = new ArrayList<>();
        for (Value value : values(where)) {
            if (value instanceof Value.Own own) {
                found.add(own.function());
            }
        }
        return found;
    }

    /** How long the argument is, as a plain number or by its unit: {@code FromMinutes(5)}. */
    public List<Long> seconds(Where where) {
        List<Long> found = new ArrayList<>();
        for (Value value : values(where)) {
            if (value instanceof Value.Digits digits) {
                found.add(number(digits));
            } else if (value instanceof Value.Symbol symbol) {
                found.add(span(symbol));
            }
        }
        return found;
    }

    private long span(Value.Symbol symbol) {
        if (symbol.lastName().equals("MaxValue") || symbol.lastName().equals("MAX_VALUE")) {
            return Long.MAX_VALUE;
        }
        Optional<Expression.Call> call = created(symbol);
        if (call.isPresent() && symbol.lastName().equals("timedelta")) {
            return call.get().arguments().stream().mapToLong(Arguments::part).sum();
        }
        if (call.isEmpty() || call.get().arguments().isEmpty() || symbol.origin().isEmpty()) {
            return 0;
        }
        Expression amount = call.get().arguments().getFirst().value();
        long count = 0;
        for (Value value : meaning.values(amount, symbol.origin().get().scope())) {
            count = value instanceof Value.Digits digits ? number(digits) : count;
        }
        return count
                * switch (symbol.lastName()) {
                    case "FromDays", "ofDays" -> 86_400;
                    case "FromHours", "ofHours" -> 3_600;
                    case "FromMinutes", "ofMinutes" -> 60;
                    case "FromSeconds", "ofSeconds" -> 1;
                    default -> 0;
                };
    }

    /** A part of {@code timedelta(days=1, hours=2)}. */
    private static long part(Expression.Argument argument) {
        long count =
                argument.value() instanceof Expression.Digits digits
                        ? number(new Value.Digits(digits.digits()))
                        : 0;
        return count
                * switch (argument.name()) {
                    case "", "days" -> 86_400;
                    case "weeks" -> 604_800;
                    case "hours" -> 3_600;
                    case "minutes" -> 60;
                    case "seconds" -> 1;
                    default -> 0;
                };
    }

    private static long number(Value.Digits digits) {
        try {
            return (long) Double.parseDouble(digits.digits());
        } catch (NumberFormatException notDecimal) {
            return 0;
        }
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
        boolean known = meaning.values(argument.get()).stream().anyMatch(Arguments::isKnownMap);
        return known && find(where).isEmpty();
    }

    /** Whether another map is spread in it. */
    private static boolean isOpen(Expression.Pairs pairs) {
        return pairs.pairs().stream().anyMatch(pair -> pair.key() instanceof Expression.Nothing);
    }

    private static boolean isKnownMap(Value value) {
        return value instanceof Value.Table
                || (value instanceof Value.Symbol symbol
                        && created(symbol).filter(Expression.Call::creates).isPresent());
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
