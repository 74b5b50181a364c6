package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import dev.signet.scanner.words.WordList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kotlin's types with their properties and functions. */
final class KotlinTypes {

    private static final Set<String> NOT_A_VALUE =
            WordList.set(
                    """
                    modifiers binding_pattern_kind variable_declaration multi_variable_declaration
                    property_delegate getter setter type_parameters type_constraints user_type
                    nullable_type
                    """);

    private final Kotlin kotlin;
    private final Deque<String> prefixes = new ArrayDeque<>();

    KotlinTypes(Kotlin kotlin) {
        this.kotlin = kotlin;
    }

    Statement type(SyntaxNode node) {
        SyntaxNode name = node.first("type_identifier").orElse(node);
        List<Expression> annotations = annotations(node);
        prefixes.push(Bound.prefix(annotations, prefixes.peek(), name.text()));
        List<Expression> supertypes = supertypes(node);
        List<Statement> body = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        node.first("primary_constructor")
                .ifPresent(constructor -> {
                    for (SyntaxNode part : constructor.each("class_parameter")) {
                        part.first("simple_identifier").ifPresent(n -> fields.add(n.text()));
                        body.add(field(part));
                    }
                });
        node.first("class_body").ifPresent(inside -> body.addAll(members(inside).statements()));
        node.first("enum_class_body")
                .ifPresent(inside -> {
                    for (SyntaxNode child : inside.children()) {
                        if (child.is("enum_entry")) {
                            body.add(constant(name, child, fields));
                        } else {
                            kotlin.statement(child, body);
                        }
                    }
                });
        prefixes.pop();
        return new Statement.DefineType(
                node.at(), name.at(), name.text(), supertypes, annotations, new Block(body));
    }

    /** What a super constructor is given stays in sight. */
    List<Expression> supertypes(SyntaxNode node) {
        List<Expression> found = new ArrayList<>();
        for (SyntaxNode one : node.each("delegation_specifier")) {
            for (SyntaxNode child : one.children()) {
                found.add(kotlin.expression(child));
            }
        }
        return found;
    }

    /** An accessor on a line of its own belongs to the property before it. */
    Block members(SyntaxNode body) {
        List<Statement> found = new ArrayList<>();
        for (SyntaxNode child : body.children()) {
            if (child.is("getter") || child.is("setter")) {
                accessor(child, found);
            } else {
                kotlin.statement(child, found);
            }
        }
        return new Block(found);
    }

    private void accessor(SyntaxNode node, List<Statement> into) {
        Optional<Expression> value = node.first("function_body").map(this::called);
        if (value.isEmpty()) {
            return;
        }
        if (node.is("getter")
                && !into.isEmpty()
                && into.getLast() instanceof Statement.Assign property) {
            into.add(
                    new Statement.Assign(
                            node.at(), property.target(), Optional.empty(), value, List.of()));
            return;
        }
        into.add(Lowering.evaluate(value.get()));
    }

    /** A constructor parameter, which mostly is a field, too. */
    private Statement field(SyntaxNode node) {
        SyntaxNode name = node.first("simple_identifier").orElse(node);
        List<Expression> annotations = new ArrayList<>(annotations(node));
        Optional<Expression> value = behind(node, "=").or(() -> Bound.injected(annotations(node)));
        Bound.annotation(prefixes.peek(), name.text(), name.at()).ifPresent(annotations::add);
        return new Statement.Assign(
                node.at(), Lowering.name(name), typeIn(node), value, annotations);
    }

    private Optional<Expression> behind(SyntaxNode node, String token) {
        boolean seen = false;
        for (SyntaxNode child : node.all()) {
            if (seen && (child.named() || child.is("null"))) {
                return Optional.of(kotlin.expression(child));
            }
            seen |= child.is(token);
        }
        return Optional.empty();
    }

    private Optional<Expression> typeIn(SyntaxNode node) {
        return node.children().stream()
                .filter(child -> child.is("user_type") || child.is("nullable_type"))
                .findFirst()
                .map(kotlin::expression);
    }

    /** A value of an enum knows what its constructor was given. */
    private Statement constant(SyntaxNode type, SyntaxNode node, List<String> fields) {
        SyntaxNode name = node.first("simple_identifier").orElse(node);
        List<Expression.Argument> arguments =
                node.first("value_arguments")
                        .map(kotlin.expressions()::arguments)
                        .orElse(List.of());
        List<Expression.Pair> entries = new ArrayList<>();
        entries.add(
                new Expression.Pair(
                        Lowering.text(name.at(), "name"), Lowering.text(name.at(), name.text())));
        for (int i = 0; i < arguments.size(); i++) {
            Expression.Argument argument = arguments.get(i);
            String field =
                    !argument.name().isEmpty()
                            ? argument.name()
                            : i < fields.size() ? fields.get(i) : "";
            entries.add(new Expression.Pair(Lowering.text(name.at(), field), argument.value()));
        }
        Expression made = new Expression.Call(node.at(), Lowering.name(type), List.of(), true);
        Expression value =
                new Expression.Either(node.at(), new Expression.Pairs(node.at(), entries), made);
        return new Statement.Assign(
                node.at(), Lowering.name(name), Optional.empty(), Optional.of(value), List.of());
    }

    void property(SyntaxNode node, List<Statement> into) {
        List<Expression> annotations = new ArrayList<>(annotations(node));
        Optional<SyntaxNode> one = node.first("variable_declaration");
        Optional<Expression> type = one.flatMap(this::typeIn);
        Optional<SyntaxNode> name = one.flatMap(v -> v.first("simple_identifier"));
        Expression target =
                name.map(Lowering::name)
                        .or(() ->
                                node.first("multi_variable_declaration")
                                        .map(kotlin.expressions()::target))
                        .orElse(Lowering.nothing(node));
        Optional<Expression> value = value(node).or(() -> Bound.injected(annotations));
        boolean isConstant =
                node.first("modifiers").map(SyntaxNode::text).orElse("").contains("const");
        if (!isConstant && name.isPresent()) {
            Bound.annotation(prefixes.peek(), name.get().text(), name.get().at())
                    .ifPresent(annotations::add);
        }
        into.add(
                new Statement.Assign(
                        node.at(),
                        target,
                        isConstant ? Optional.empty() : type,
                        value,
                        annotations));
        node.each("getter").forEach(getter -> accessor(getter, into));
        node.each("setter").forEach(setter -> accessor(setter, into));
    }

    private Optional<Expression> value(SyntaxNode node) {
        Optional<SyntaxNode> delegate = node.first("property_delegate");
        if (delegate.isPresent()) {
            return delegate.get().children().stream().findFirst().map(this::delegated);
        }
        return Kotlin.parts(node).stream()
                .filter(child -> !NOT_A_VALUE.contains(child.type()))
                .findFirst()
                .map(kotlin::expression);
    }

    /** {@code by lazy { x }} is x. */
    private Expression delegated(SyntaxNode node) {
        Expression value = kotlin.expression(node);
        if (value instanceof Expression.Call call
                && call.callee() instanceof Expression.Name name
                && name.id().equals("lazy")
                && !call.arguments().isEmpty()) {
            return new Expression.Call(
                    call.at(), call.arguments().getLast().value(), List.of(), false);
        }
        return value;
    }

    Statement function(SyntaxNode node) {
        SyntaxNode name = node.first("simple_identifier").orElse(node);
        List<Expression> annotations = new ArrayList<>(annotations(node));
        Block body = node.first("function_body").map(this::body).orElse(Block.EMPTY);
        List<Function.Parameter> parameters = new ArrayList<>();
        extended(node)
                .map(type ->
                        new Function.Parameter(
                                "this", Optional.of(type), Optional.empty(), List.of()))
                .ifPresent(parameters::add);
        node.first("function_value_parameters").map(this::parameters).ifPresent(parameters::addAll);
        return new Statement.Define(
                new Function(
                        node.at(),
                        name.at(),
                        name.text(),
                        parameters,
                        annotations,
                        body,
                        result(node)));
    }

    /** The type behind the parameters. */
    private Optional<Expression> result(SyntaxNode function) {
        int end = function.first("function_value_parameters").map(p -> p.at().end()).orElse(0);
        return function.children().stream()
                .filter(child -> child.is("user_type") || child.is("nullable_type"))
                .filter(child -> child.at().start() >= end)
                .findFirst()
                .map(kotlin::expression);
    }

    /** The type that a function extends. */
    private Optional<Expression> extended(SyntaxNode function) {
        return function.has(".")
                ? function.children().stream()
                        .filter(child -> child.is("user_type") || child.is("nullable_type"))
                        .findFirst()
                        .filter(type ->
                                function.first("simple_identifier")
                                        .filter(n -> type.at().start() < n.at().start())
                                        .isPresent())
                        .map(kotlin::expression)
                : Optional.empty();
    }

    Statement constructor(SyntaxNode node) {
        List<Statement> body = new ArrayList<>();
        node.first("constructor_delegation_call")
                .ifPresent(call -> body.add(Lowering.evaluate(kotlin.other(call))));
        node.first("statements").ifPresent(s -> body.addAll(kotlin.listed(s).statements()));
        return new Statement.Define(
                new Function(
                        node.at(),
                        node.at(),
                        "<init>",
                        node.first("function_value_parameters")
                                .map(this::parameters)
                                .orElse(List.of()),
                        annotations(node),
                        new Block(body)));
    }

    /** A body of one expression returns it, unless it is a statement that has a value. */
    Block body(SyntaxNode node) {
        if (!node.has("=")) {
            return kotlin.bodyOf(node);
        }
        List<Statement> found = new ArrayList<>();
        for (SyntaxNode child : Kotlin.parts(node)) {
            switch (child.type()) {
                case "if_expression", "when_expression", "try_expression" ->
                        kotlin.statement(child, found);
                default ->
                        found.add(
                                new Statement.Return(
                                        child.at(), Optional.of(kotlin.expression(child))));
            }
        }
        return new Block(found);
    }

    private Expression called(SyntaxNode body) {
        Expression function = Expression.Lambda.of(body.at(), List.of(), body(body));
        return new Expression.Call(body.at(), function, List.of(), false);
    }

    List<Function.Parameter> parameters(SyntaxNode list) {
        List<Function.Parameter> parameters = new ArrayList<>();
        List<Expression> annotations = new ArrayList<>();
        boolean defaults = false;
        for (SyntaxNode child : list.all()) {
            if (child.is("parameter_modifiers")) {
                annotations.clear();
                annotations.addAll(annotationsIn(child));
            } else if (child.is("parameter")) {
                parameters.add(parameter(child, annotations));
                annotations.clear();
                defaults = false;
            } else if (child.is("=")) {
                defaults = true;
            } else if (defaults && (child.named() || child.is("null"))) {
                Function.Parameter last = parameters.removeLast();
                parameters.add(
                        new Function.Parameter(
                                last.name(),
                                last.type(),
                                Optional.of(kotlin.expression(child)),
                                last.annotations()));
                defaults = false;
            }
        }
        return parameters;
    }

    private Function.Parameter parameter(SyntaxNode node, List<Expression> annotations) {
        return new Function.Parameter(
                node.first("simple_identifier").map(SyntaxNode::text).orElse(""),
                typeIn(node),
                Bound.injected(annotations),
                annotations);
    }

    private List<Expression> annotations(SyntaxNode node) {
        return node.each("modifiers").stream()
                .flatMap(modifiers -> annotationsIn(modifiers).stream())
                .toList();
    }

    private List<Expression> annotationsIn(SyntaxNode modifiers) {
        List<Expression> found = new ArrayList<>();
        for (SyntaxNode annotation : modifiers.each("annotation")) {
            annotation.children().stream()
                    .filter(child -> !child.is("use_site_target"))
                    .map(kotlin::expression)
                    .forEach(found::add);
        }
        return found;
    }
}
