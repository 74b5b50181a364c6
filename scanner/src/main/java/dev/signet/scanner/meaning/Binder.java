package dev.signet.scanner.meaning;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.meaning.Scope.Binding;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds every name that a file binds, and the scope of every function and type. */
final class Binder {

    static final Set<String> SELVES = Set.of("self", "this", "cls", "static", "@");

    /** Methods that call a lambda with what they are called on, or with each part of it. */
    private static final Set<String> EACH =
            WordList.set(
                    """
                    map flatMap mapNotNull forEach filter anyMatch allMatch ifPresent any all
                    firstNotNullOfOrNull firstOrNull Select Any All First FirstOrDefault some every find
                    """);

    private final Map<Object, Scope> scopes;
    private final Set<Expression> assignedTo;
    private final List<Creation> creations = new ArrayList<>();

    /** What lambdas are called with one of. */
    private final Map<Function, Expression> each = new IdentityHashMap<>();

    /** An object that is created with names for its fields. */
    private record Creation(Expression.Call call, Scope scope) {}

    /**
     * @param scopes filled with the scope inside each function and type, by identity
     * @param assignedTo filled with the targets of assignments, by identity
     */
    Binder(Map<Object, Scope> scopes, Set<Expression> assignedTo) {
        this.scopes = scopes;
        this.assignedTo = assignedTo;
    }

    void block(Block block, Scope scope) {
        for (Statement statement : block.statements()) {
            statement(statement, scope);
        }
    }

    private void statement(Statement statement, Scope scope) {
        switch (statement) {
            case Statement.Assign assign -> assign(assign, scope);
            case Statement.Loop loop -> loop(loop, scope);
            case Statement.Import known -> bindImport(known, scope);
            case Statement.Define define -> {
                scope.bind(define.function().name(), function(define.function(), scope));
                return;
            }
            case Statement.DefineType type -> {
                type(type, scope);
                return;
            }
            case Statement.Choose choose -> bindPatterns(choose, scope);
            default -> {}
        }
        Children.of(statement).forEach(inner -> expression(inner, scope));
        Children.blocks(statement).forEach(inner -> block(inner, scope));
    }

    private static void bindImport(Statement.Import known, Scope scope) {
        if (known.local().equals(Statement.Import.ALL)) {
            scope.open(known.module());
            return;
        }
        scope.bind(known.local(), new Binding.From(known));
    }

    /** Names in patterns mostly name what the subject is, so they stand for the subject. */
    private static void bindPatterns(Statement.Choose choose, Scope scope) {
        for (Statement.Case way : choose.cases()) {
            way.names().forEach(name -> scope.bind(name, new Binding.To(choose.subject(), scope)));
        }
    }

    private void assign(Statement.Assign assign, Scope scope) {
        assign.value()
                .ifPresent(value -> bind(assign.target(), new Binding.To(value, scope), scope));
        assign.type()
                .ifPresent(type -> bind(assign.target(), new Binding.Typed(type, scope), scope));
        if (assign.value().isEmpty() && assign.type().isEmpty()) {
            bind(assign.target(), new Binding.Opaque(), scope);
        }
    }

    private void loop(Statement.Loop loop, Scope scope) {
        loop.target()
                .ifPresent(target -> bind(target, new Binding.Each(loop.over(), scope), scope));
    }

    private void bind(Expression target, Binding binding, Scope scope) {
        assignedTo.add(target);
        switch (target) {
            case Expression.Name name -> scope.bind(name.id(), binding);
            case Expression.Member member -> {
                if (member.object() instanceof Expression.Name owner
                        && SELVES.contains(owner.id())) {
                    scope.bindField(member.name(), binding);
                }
                bindEntry(member.object(), member.name(), binding, scope);
            }
            case Expression.Index index -> {
                if (index.key() instanceof Expression.Text key) {
                    bindEntry(index.object(), key.value(), binding, scope);
                }
            }
            case Expression.Items items -> bindParts(items.values(), binding, scope);
            case Expression.Other other -> bindParts(other.parts(), binding, scope);
            case Expression.Pairs pairs ->
                    pairs.pairs().forEach(pair -> unpack(pair, binding, scope));
            default -> {}
        }
    }

    private static void bindEntry(Expression object, String key, Binding binding, Scope scope) {
        if (object instanceof Expression.Name name && binding instanceof Binding.To to) {
            scope.bindEntry(name.id(), key, new Value.Origin(to.value(), to.scope()));
        }
    }

    /** {@code a, b = x}: every name may stand for what x stands for. */
    private void bindParts(List<Expression> parts, Binding binding, Scope scope) {
        if (binding instanceof Binding.To to
                && to.value() instanceof Expression.Items values
                && values.values().size() == parts.size()) {
            for (int i = 0; i < parts.size(); i++) {
                bind(parts.get(i), new Binding.To(values.values().get(i), to.scope()), scope);
            }
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            bind(parts.get(i), partOf(binding, i), scope);
        }
    }

    private static Binding partOf(Binding binding, int index) {
        return binding instanceof Binding.To to
                ? new Binding.Part(to.value(), index, to.scope())
                : binding;
    }

    /** {@code const { a: b } = x}: b is a member of x. */
    private void unpack(Expression.Pair pair, Binding binding, Scope scope) {
        Binding part =
                binding instanceof Binding.To to
                        ? new Binding.To(part(to.value(), pair.key()), to.scope())
                        : new Binding.Opaque();
        bind(pair.value(), part, scope);
    }

    /** What has no key is the rest, and like the whole. */
    private static Expression part(Expression whole, Expression key) {
        return switch (key) {
            case Expression.Text text -> new Expression.Member(text.at(), whole, text.value());
            case Expression.Nothing _ -> whole;
            default -> new Expression.Index(key.at(), whole, key);
        };
    }

    private void expression(Expression expression, Scope scope) {
        switch (expression) {
            case Expression.Lambda lambda -> {
                function(lambda.function(), scope);
                return;
            }
            case Expression.Call call -> {
                created(call, scope);
                call.arguments().forEach(argument -> given(argument.value(), call.callee()));
            }
            case Expression.Assigned assigned ->
                    bind(assigned.target(), new Binding.To(assigned.value(), scope), scope);
            case Expression.Nested nested -> block(nested.block(), scope);
            default -> {}
        }
        Children.of(expression).forEach(inner -> expression(inner, scope));
    }

    /** {@code all.map(x -> …)}: x is one of all. */
    private void given(Expression argument, Expression callee) {
        if (argument instanceof Expression.Lambda lambda
                && !lambda.function().parameters().isEmpty()
                && callee instanceof Expression.Member member
                && EACH.contains(member.name())) {
            each.put(lambda.function(), member.object());
        }
    }

    /** {@code new X(name: value)}: remembered until all types of the file are known. */
    private void created(Expression.Call call, Scope scope) {
        if (!call.arguments().isEmpty()
                && call.callee() instanceof Expression.Name type
                && !type.id().isEmpty()
                && Character.isUpperCase(type.id().charAt(0))) {
            creations.add(new Creation(call, scope));
        }
    }

    /** Fields of own types hold what objects are created with. */
    void bindCreations() {
        for (Creation creation : creations) {
            if (!(creation.call().callee() instanceof Expression.Name type)) {
                continue;
            }
            for (Binding binding : creation.scope().find(type.id())) {
                if (binding instanceof Binding.DefinedType own) {
                    bindCreation(creation, own);
                }
            }
        }
    }

    /** What has no name is for the fields in their order, if there is no constructor. */
    private static void bindCreation(Creation creation, Binding.DefinedType own) {
        List<String> fields = fields(own.type().body());
        int place = 0;
        for (Expression.Argument argument : creation.call().arguments()) {
            String name = argument.name();
            if (name.isEmpty() && place < fields.size()) {
                name = fields.get(place++);
            }
            if (!name.isEmpty()) {
                own.scope().bindField(name, new Binding.To(argument.value(), creation.scope()));
            }
        }
    }

    /** The declared fields of a type that says nothing of how it is made. */
    private static List<String> fields(Block body) {
        List<String> fields = new ArrayList<>();
        for (Statement statement : body.statements()) {
            if (statement instanceof Statement.Define define
                    && define.function().name().equals("__init__")) {
                return List.of();
            }
            if (statement instanceof Statement.Assign assign
                    && assign.type().isPresent()
                    && assign.target() instanceof Expression.Name name) {
                fields.add(name.id());
            }
        }
        return fields;
    }

    private Binding function(Function function, Scope scope) {
        Scope inside = scope.inner(Scope.Kind.FUNCTION);
        scopes.put(function, inside);
        for (Function.Parameter parameter : function.parameters()) {
            inside.bind(parameter.name(), parameter(parameter, scope));
            parameter
                    .byDefault()
                    .ifPresent(
                            value -> inside.bind(parameter.name(), new Binding.To(value, scope)));
        }
        Expression over = each.get(function);
        if (over != null) {
            inside.bind(function.parameters().getFirst().name(), new Binding.Each(over, scope));
        }
        Children.ofFunction(function).forEach(inner -> expression(inner, scope));
        block(function.body(), inside);
        return new Binding.Defined(function, inside);
    }

    private static Binding parameter(Function.Parameter parameter, Scope scope) {
        Optional<Expression> type = parameter.type();
        return type.isPresent() ? new Binding.Typed(type.get(), scope) : new Binding.Opaque();
    }

    private void type(Statement.DefineType type, Scope scope) {
        Scope inside = scope.inner(Scope.Kind.TYPE);
        scopes.put(type, inside);
        scope.bind(type.name(), new Binding.DefinedType(type, inside));
        type.supertypes().stream()
                .filter(Expression.Name.class::isInstance)
                .forEach(base -> inside.buildsOn(((Expression.Name) base).id()));
        Children.of(type).forEach(inner -> expression(inner, scope));
        block(type.body(), inside);
    }
}
