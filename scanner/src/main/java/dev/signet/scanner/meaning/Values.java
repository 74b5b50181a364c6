package dev.signet.scanner.meaning;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.meaning.Scope.Binding;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What can be told of values and bindings without working anything out. */
final class Values {

    /** Calls on what holds objects that give something which holds them, too. */
    private static final Set<String> STILL_HOLDING =
            WordList.set(
                    """
                    stream parallelStream values iterator filter sorted asSequence toList ToList Where
                    findFirst findAny
                    """);

    /** Properties that are what is held. */
    private static final Set<String> HELD = Set.of("Value", "value", "Current", "Result");

    private Values() {}

    /** What a member of something that holds objects is. */
    static Value member(Value.Holder holder, String name) {
        return HELD.contains(name) ? holder.held() : holder;
    }

    /** In {@code claims = claims(token)} the second one is a function of the same name. */
    static boolean isSetBy(Binding binding, Expression.Name name) {
        Expression at = binding instanceof Binding.To to ? to.value() : name;
        while (at instanceof Expression.Call call) {
            if (call.callee() == name) {
                return true;
            }
            at = call.callee() instanceof Expression.Member member ? member.object() : name;
        }
        return false;
    }

    /** A value of an enum is a table of what it was made with, and one of its type. */
    static boolean isEntry(List<Value> objects, String name) {
        return objects.stream()
                .anyMatch(value ->
                        value instanceof Value.Table table && table.entries().containsKey(name));
    }

    /** What the file's own types among them declare under that name. */
    static List<Binding> declared(List<Value> objects, String name) {
        List<Binding> found = new ArrayList<>();
        for (Value value : objects) {
            if (value instanceof Value.OwnType own) {
                found.addAll(own.scope().ownMember(name));
            }
        }
        return found;
    }

    static Value.Symbol memberOf(Value.Symbol symbol, String name, Optional<Value.Origin> origin) {
        if (symbol.path().equals("sys.modules")) {
            return new Value.Symbol(name, true, origin);
        }
        boolean wholeModule = name.equals("default");
        String path = wholeModule ? symbol.path() : symbol.path() + "." + name;
        return new Value.Symbol(path, symbol.imported(), origin);
    }

    static List<Value.Symbol> symbolsOf(List<Value> values) {
        return values.stream()
                .filter(Value.Symbol.class::isInstance)
                .map(Value.Symbol.class::cast)
                .toList();
    }

    static Value given(Value.Holder holder, Expression callee) {
        return callee instanceof Expression.Member member && STILL_HOLDING.contains(member.name())
                ? holder
                : holder.held();
    }

    /** At most so many: names that are to be kept come first, then the first of the others. */
    static List<Value> bounded(List<Value> values, int max, Predicate<String> firstKept) {
        if (values.size() <= max) {
            return values;
        }
        List<Value> kept = new ArrayList<>();
        values.stream().filter(v -> isFirst(v, firstKept)).limit(max).forEach(kept::add);
        values.stream()
                .filter(value -> !isFirst(value, firstKept))
                .limit(max - kept.size())
                .forEach(kept::add);
        return List.copyOf(kept);
    }

    private static boolean isFirst(Value value, Predicate<String> firstKept) {
        return switch (value) {
            case Value.Constant constant -> firstKept.test(constant.text());
            case Value.Symbol symbol -> firstKept.test(symbol.lastName());
            default -> false;
        };
    }

    static boolean isSelf(Expression object) {
        return object instanceof Expression.Name name && Binder.SELVES.contains(name.id());
    }

    static Value listing(Expression.Items items, Scope scope) {
        return new Value.Listing(
                items.values().stream().map(item -> new Value.Origin(item, scope)).toList());
    }

    /** The texts among them of which all is known. */
    static List<Value.Constant> wholeOf(List<Value> values) {
        return values.stream()
                .filter(Value.Constant.class::isInstance)
                .map(Value.Constant.class::cast)
                .filter(Value.Constant::whole)
                .toList();
    }
}
