package dev.signet.scanner.meaning;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.meaning.Scope.Binding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells what the expressions of one file may stand for. Order and conditions do not matter: a name
 * stands for everything that it is ever set to in its scope. Each expression is worked out once;
 * depth and width are bounded, so that nothing is told rather than too much time spent. Used by one
 * thread.
 */
public final class Meaning {

    private static final int DEPTH_MAX = 40;
    private static final int WIDTH_MAX = 16;
    private static final int RESULTS_MAX = 1_024;

    private final Block file;
    private final Scope fileScope = Scope.file();
    private final Map<Object, Scope> scopes = new IdentityHashMap<>();
    private final Set<Expression> assignedTo = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Predicate<String> knownModuleNames;
    private final Predicate<String> firstKept;
    private final Map<Expression, List<Value>> known = new IdentityHashMap<>();
    private final Map<String, Boolean> knownNames = new LinkedHashMap<>();

    /**
     * @param knownModuleNames whether a full name is worth assuming when a file opens its whole
     *     module
     * @param firstKept texts that are kept before others where an expression may be too many
     */
    public Meaning(Block file, Predicate<String> knownModuleNames, Predicate<String> firstKept) {
        this.file = file;
        this.knownModuleNames = knownModuleNames;
        this.firstKept = firstKept;
        Binder binder = new Binder(scopes, assignedTo);
        binder.block(file, fileScope);
        binder.bindCreations();
    }

    public Block file() {
        return file;
    }

    public Scope fileScope() {
        return fileScope;
    }

    /** The scope inside a function of this file. */
    public Scope inside(Function function) {
        return scopes.getOrDefault(function, fileScope);
    }

    /** The scope inside a type of this file. */
    public Scope inside(Statement.DefineType type) {
        return scopes.getOrDefault(type, fileScope);
    }

    /** Whether that very expression is the target of an assignment. */
    public boolean isTarget(Expression expression) {
        return assignedTo.contains(expression);
    }

    /** What an expression may stand for; empty when nothing is known. */
    public List<Value> values(Expression expression, Scope scope) {
        return values(expression, scope, 0);
    }

    /** The same for something found before. */
    public List<Value> values(Value.Origin origin) {
        return values(origin.expression(), origin.scope());
    }

    /** The texts that an expression may be, whole ones only. */
    public List<Value.Constant> constants(Expression expression, Scope scope) {
        return Values.wholeOf(values(expression, scope));
    }

    /** The outside things that an expression may be. */
    public List<Value.Symbol> symbols(Expression expression, Scope scope) {
        return Values.symbolsOf(values(expression, scope));
    }

    /** What depends on itself adds nothing to what it is. */
    private List<Value> values(Expression expression, Scope scope, int depth) {
        List<Value> before = known.get(expression);
        if (before != null || depth > DEPTH_MAX) {
            return before == null ? List.of() : before;
        }
        known.put(expression, List.of());
        List<Value> bounded = Values.bounded(work(expression, scope, depth), WIDTH_MAX, firstKept);
        known.put(expression, bounded);
        return bounded;
    }

    private List<Value> work(Expression expression, Scope scope, int depth) {
        return switch (expression) {
            case Expression.Text text -> List.of(new Value.Constant(text.value(), text.at(), true));
            case Expression.Digits digits -> List.of(new Value.Digits(digits.digits()));
            case Expression.Truth truth -> List.of(new Value.Truth(truth.value()));
            case Expression.Nothing _ -> List.of(new Value.Nothing());
            case Expression.Name name -> ofName(name, scope, depth);
            case Expression.Member member -> ofMember(member, scope, depth);
            case Expression.Index index -> ofIndex(index, scope, depth);
            case Expression.Call call -> ofCall(call, scope, depth);
            case Expression.Concat concat -> ofConcat(concat, scope, depth);
            case Expression.Pairs pairs -> tables(pairs, scope, depth);
            case Expression.Items items -> List.of(Values.listing(items, scope));
            case Expression.Either either ->
                    all(List.of(either.first(), either.second()), scope, depth);
            case Expression.Conditional c -> all(List.of(c.then(), c.otherwise()), scope, depth);
            case Expression.Assigned assigned -> values(assigned.value(), scope, depth + 1);
            case Expression.Lambda lambda ->
                    List.of(new Value.Own(lambda.function(), inside(lambda.function())));
            case Expression.Other other when other.parts().size() == 1 ->
                    values(other.parts().getFirst(), scope, depth + 1);
            case Expression.Nested nested -> results(nested.block(), scope, depth);
            case Expression.Operation _, Expression.Other _ -> List.of();
        };
    }

    private List<Value> all(List<Expression> expressions, Scope scope, int depth) {
        return expressions.stream()
                .flatMap(expression -> values(expression, scope, depth + 1).stream())
                .toList();
    }

    private List<Value> ofName(Expression.Name name, Scope scope, int depth) {
        List<Binding> bindings = scope.find(name.id());
        if (bindings.stream().anyMatch(binding -> Values.isSetBy(binding, name))) {
            List<Binding> outer = scope.findBeyond(name.id());
            bindings = outer.isEmpty() ? bindings : outer;
        }
        if (!bindings.isEmpty()) {
            List<Value> values =
                    ofBindings(bindings, Optional.of(new Value.Origin(name, scope)), depth);
            Map<String, Value.Origin> later = scope.entries(name.id());
            return values.stream()
                    .map(value -> value instanceof Value.Table table ? table.with(later) : value)
                    .toList();
        }
        if (Binder.SELVES.contains(name.id())) {
            return List.of();
        }
        List<Value> found = new ArrayList<>(ofReceiver(name, scope, depth));
        for (String module : scope.openModules()) {
            String path = module + "." + name.id();
            if (knownNames.computeIfAbsent(path, knownModuleNames::test)) {
                found.add(new Value.Symbol(path, true, Optional.empty()));
            }
        }
        if (found.isEmpty()) {
            found.add(new Value.Symbol(name.id(), false, Optional.empty()));
        }
        return found;
    }

    /** Where a function has a receiver, a name not known otherwise may be a member of it. */
    private List<Value> ofReceiver(Expression.Name name, Scope scope, int depth) {
        List<Binding> receiver = scope.find("this");
        if (receiver.isEmpty()) {
            return List.of();
        }
        Optional<Value.Origin> origin = Optional.of(new Value.Origin(name, scope));
        return Values.symbolsOf(ofBindings(receiver, Optional.empty(), depth)).stream()
                .filter(Value.Symbol::imported)
                .<Value>map(symbol -> Values.memberOf(symbol, name.id(), origin))
                .toList();
    }

    private List<Value> ofBindings(
            List<Binding> bindings, Optional<Value.Origin> origin, int depth) {
        List<Value> found = new ArrayList<>();
        for (Binding binding : bindings) {
            switch (binding) {
                case Binding.To to -> found.addAll(values(to.value(), to.scope(), depth + 1));
                case Binding.Part part -> found.addAll(ofPart(part, depth));
                case Binding.Typed typed -> found.addAll(ofTyped(typed, depth));
                case Binding.Each each -> found.addAll(elements(each, depth));
                case Binding.From from ->
                        found.add(new Value.Symbol(from.origin().path(), true, origin));
                case Binding.Defined own -> found.add(new Value.Own(own.function(), own.scope()));
                case Binding.DefinedType own ->
                        found.add(new Value.OwnType(own.type(), own.scope()));
                case Binding.Opaque _ -> {}
            }
        }
        return found;
    }

    /** A list that is taken apart gives its part; anything else may be any of the parts. */
    private List<Value> ofPart(Binding.Part part, int depth) {
        List<Value> found = new ArrayList<>();
        for (Value value : values(part.value(), part.scope(), depth + 1)) {
            if (value instanceof Value.Listing listing) {
                if (part.index() < listing.elements().size()) {
                    Value.Origin element = listing.elements().get(part.index());
                    found.addAll(values(element.expression(), element.scope(), depth + 1));
                }
            } else {
                found.add(value);
            }
        }
        return found;
    }

    /** A type that comes from outside makes an object of it known. */
    private List<Value> ofTyped(Binding.Typed typed, int depth) {
        if (typed.type() instanceof Expression.Index generic) {
            Optional<Value> holder = holder(generic, typed.scope(), depth);
            return holder.isPresent()
                    ? List.of(holder.get())
                    : ofTyped(new Binding.Typed(generic.object(), typed.scope()), depth);
        }
        List<Value> found = new ArrayList<>();
        for (Value value : values(typed.type(), typed.scope(), depth + 1)) {
            if (value instanceof Value.Symbol symbol) {
                found.add(
                        new Value.Symbol(symbol.path() + "()", symbol.imported(), symbol.origin()));
            } else if (value instanceof Value.OwnType own) {
                found.add(own);
            }
        }
        return found;
    }

    /** {@code Supplier<JwtParser>}, if what it gives is known to a library. */
    private Optional<Value> holder(Expression.Index generic, Scope scope, int depth) {
        for (Value value : values(generic.key(), scope, depth + 1)) {
            if (value instanceof Value.Symbol symbol
                    && knownNames.computeIfAbsent(symbol.path(), knownModuleNames::test)) {
                return Optional.of(
                        new Value.Holder(
                                new Value.Symbol(
                                        symbol.path() + "()", symbol.imported(), symbol.origin())));
            }
        }
        return Optional.empty();
    }

    private List<Value> elements(Binding.Each each, int depth) {
        List<Value> found = new ArrayList<>();
        for (Value value : values(each.over(), each.scope(), depth + 1)) {
            if (value instanceof Value.Holder holder) {
                found.add(holder.held());
            }
            if (value instanceof Value.Listing listing) {
                for (Value.Origin element : listing.elements()) {
                    found.addAll(values(element.expression(), element.scope(), depth + 1));
                }
            }
            if (value instanceof Value.Table table) {
                for (Map.Entry<String, Value.Origin> entry : table.entries().entrySet()) {
                    found.add(
                            new Value.Constant(
                                    entry.getKey(), entry.getValue().expression().at(), true));
                    found.addAll(
                            values(
                                    entry.getValue().expression(),
                                    entry.getValue().scope(),
                                    depth + 1));
                }
            }
        }
        return found;
    }

    private List<Value> ofMember(Expression.Member member, Scope scope, int depth) {
        Optional<Value.Origin> origin = Optional.of(new Value.Origin(member, scope));
        if (Values.isSelf(member.object())) {
            List<Binding> own = scope.member(member.name());
            if (!own.isEmpty()) {
                return ofBindings(own, origin, depth);
            }
            if (scope.find("this").isEmpty()) {
                return List.of(new Value.Symbol("self." + member.name(), false, origin));
            }
        }
        List<Value> objects = values(member.object(), scope, depth);
        List<Binding> declared = Values.declared(objects, member.name());
        if (!declared.isEmpty() && !Values.isEntry(objects, member.name())) {
            return ofBindings(declared, origin, depth);
        }
        List<Value> found = new ArrayList<>();
        for (Value value : objects) {
            switch (value) {
                case Value.Symbol symbol ->
                        found.add(Values.memberOf(symbol, member.name(), origin));
                case Value.Table table -> found.addAll(entry(table, member.name(), depth));
                case Value.Constant type when Modules.isType(type.text()) -> {
                    String path = Modules.path(type.text()) + "." + member.name();
                    found.add(new Value.Symbol(path, true, origin));
                }
                case Value.Constant constant when Texts.keeps(member.name()) -> found.add(constant);
                case Value.Holder holder -> found.add(Values.member(holder, member.name()));
                case Value.OwnType own ->
                        Values.symbolsOf(ofSupertypes(own, origin, depth))
                                .forEach(s -> found.add(Values.memberOf(s, member.name(), origin)));
                default -> {}
            }
        }
        return found;
    }

    private List<Value> entry(Value.Table table, String key, int depth) {
        Value.Origin entry = table.entries().get(key);
        return entry == null ? List.of() : values(entry.expression(), entry.scope(), depth + 1);
    }

    /** A constant key is like a member; another one is any of them. */
    private List<Value> ofIndex(Expression.Index index, Scope scope, int depth) {
        List<Value> found = new ArrayList<>();
        List<Value> keys = values(index.key(), scope, depth + 1);
        Optional<Value.Origin> origin = Optional.of(new Value.Origin(index, scope));
        for (Value value : values(index.object(), scope, depth + 1)) {
            switch (value) {
                case Value.Symbol symbol ->
                        found.add(
                                keys.size() == 1 && keys.getFirst() instanceof Value.Constant key
                                        ? Values.memberOf(symbol, key.text(), origin)
                                        : new Value.Symbol(
                                                symbol.path() + ".[]", symbol.imported(), origin));
                case Value.Table table -> found.addAll(entries(table, keys, depth));
                case Value.Listing listing -> {
                    for (Value.Origin element : listing.elements()) {
                        found.addAll(values(element.expression(), element.scope(), depth + 1));
                    }
                }
                case Value.Holder holder -> found.add(holder.held());
                default -> {}
            }
        }
        return found;
    }

    private List<Value> ofCall(Expression.Call call, Scope scope, int depth) {
        Optional<String> module = Modules.required(call, text -> values(text, scope, depth + 1));
        Optional<Value.Origin> origin = Optional.of(new Value.Origin(call, scope));
        if (module.isPresent()) {
            return List.of(new Value.Symbol(module.get(), true, origin));
        }
        Optional<Expression> wrapped = Modules.wrapped(call);
        if (wrapped.isPresent()) {
            return values(wrapped.get(), scope, depth + 1);
        }
        List<Value> folded = ofTextCall(call, scope, depth);
        if (!folded.isEmpty()) {
            return folded;
        }
        Optional<Expression> listed = Tables.listed(call);
        if (listed.isPresent()) {
            return values(listed.get(), scope, depth + 1).stream().filter(Tables::isOne).toList();
        }
        List<Value> found = new ArrayList<>(ofTableCall(call, scope, depth));
        for (Value callee : values(call.callee(), scope, depth)) {
            switch (callee) {
                case Value.Symbol symbol ->
                        found.add(
                                new Value.Symbol(symbol.path() + "()", symbol.imported(), origin));
                case Value.Own own ->
                        ofOwnCall(own, depth).forEach(v -> found.add(Results.from(own, v, origin)));
                case Value.Holder holder -> found.add(Values.given(holder, call.callee()));
                case Value.OwnType own -> {
                    found.add(own);
                    found.addAll(ofSupertypes(own, origin, depth));
                }
                default -> {}
            }
        }
        return found;
    }

    /** What its body gives; where that says nothing, what the function says that it gives. */
    private List<Value> ofOwnCall(Value.Own own, int depth) {
        List<Value> found = results(own.function().body(), own.scope(), depth);
        Optional<Expression> result = own.function().result();
        return result.isPresent() && found.stream().allMatch(Value.Nothing.class::isInstance)
                ? ofTyped(new Binding.Typed(result.get(), own.scope()), depth + 1)
                : found;
    }

    /** {@code table.get("key")} is like {@code table["key"]}. */
    private List<Value> ofTableCall(Expression.Call call, Scope scope, int depth) {
        Optional<Expression> from = Tables.got(call);
        if (from.isEmpty()) {
            return List.of();
        }
        List<Value> found = new ArrayList<>();
        for (Value value : values(from.get(), scope, depth)) {
            if (value instanceof Value.Table table) {
                Expression key = call.arguments().getFirst().value();
                found.addAll(entries(table, values(key, scope, depth + 1), depth));
            }
        }
        return found;
    }

    /** With a key that is not known it may be any entry. */
    private List<Value> entries(Value.Table table, List<Value> keys, int depth) {
        List<Value> found = new ArrayList<>();
        for (Value.Origin entry : Tables.entries(table, keys, firstKept)) {
            found.addAll(values(entry.expression(), entry.scope(), depth + 1));
        }
        return found;
    }

    /** An object of an own type is also one of the outside types that it builds on. */
    private List<Value> ofSupertypes(Value.OwnType own, Optional<Value.Origin> origin, int depth) {
        return Values.symbolsOf(all(own.type().supertypes(), fileScope, depth)).stream()
                .<Value>map(type -> new Value.Symbol(type.path() + "()", type.imported(), origin))
                .toList();
    }

    private List<Value> ofTextCall(Expression.Call call, Scope scope, int depth) {
        if (!(call.callee() instanceof Expression.Member method) || !Texts.knows(method.name())) {
            return List.of();
        }
        List<Value> found = new ArrayList<>();
        for (Value receiver : values(method.object(), scope, depth + 1)) {
            if (receiver instanceof Value.Constant || receiver instanceof Value.Listing) {
                List<List<Value>> arguments =
                        call.arguments().stream()
                                .map(argument -> values(argument.value(), scope, depth + 1))
                                .toList();
                Texts.call(
                                receiver,
                                method.name(),
                                arguments,
                                o -> values(o.expression(), o.scope(), depth + 1))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** What a function of the file may give back. */
    public List<Value.Origin> results(Value.Own own) {
        return Results.of(own.function().body()).stream()
                .map(result -> new Value.Origin(result, own.scope()))
                .toList();
    }

    /** What the returns of a block give back. */
    private List<Value> results(Block block, Scope scope, int depth) {
        List<Value> found = new ArrayList<>();
        for (Expression result : Results.of(block)) {
            found.addAll(values(result, scope, depth + 1));
            if (found.size() > RESULTS_MAX) {
                break;
            }
        }
        return found;
    }

    private List<Value> ofConcat(Expression.Concat concat, Scope scope, int depth) {
        List<List<Value>> parts =
                concat.parts().stream().map(part -> values(part, scope, depth + 1)).toList();
        return List.of(Texts.join(parts, concat.at(), ""));
    }

    /** {@code {...others}} has the entries of the others, and may be one that is outside. */
    private List<Value> tables(Expression.Pairs pairs, Scope scope, int depth) {
        Map<String, Value.Origin> entries = new LinkedHashMap<>();
        List<Value> found = new ArrayList<>();
        for (Expression.Pair pair : pairs.pairs()) {
            for (Value key : values(pair.key(), scope, depth + 1)) {
                switch (key) {
                    case Value.Constant constant ->
                            entries.put(constant.text(), new Value.Origin(pair.value(), scope));
                    case Value.Nothing _ -> {
                        for (Value other : values(pair.value(), scope, depth + 1)) {
                            if (other instanceof Value.Table table) {
                                entries.putAll(table.entries());
                            } else if (other instanceof Value.Symbol) {
                                found.add(other);
                            }
                        }
                    }
                    default -> {}
                }
            }
        }
        found.addFirst(new Value.Table(entries));
        return found;
    }
}
