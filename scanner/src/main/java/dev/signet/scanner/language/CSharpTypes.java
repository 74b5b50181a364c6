package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** C#'s types, their members and the names of types. */
final class CSharpTypes {

    /** Of these only what they hold counts. */
    private static final Set<String> WRAPPERS =
            Set.of(
                    "IOptions",
                    "IOptionsSnapshot",
                    "IOptionsMonitor",
                    "Lazy",
                    "Task",
                    "ValueTask",
                    "Nullable");

    private final CSharp csharp;
    private final CSharpExpressions expressions;
    private final Deque<Set<String>> fields = new ArrayDeque<>();

    CSharpTypes(CSharp csharp, CSharpExpressions expressions) {
        this.csharp = csharp;
        this.expressions = expressions;
    }

    /** Adds a type or a member of one; false when the node is neither. */
    boolean member(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "class_declaration",
                    "record_declaration",
                    "record_struct_declaration",
                    "struct_declaration",
                    "interface_declaration",
                    "enum_declaration" ->
                    into.add(type(node));
            case "method_declaration",
                    "constructor_declaration",
                    "destructor_declaration",
                    "operator_declaration",
                    "conversion_operator_declaration",
                    "local_function_statement" ->
                    into.add(define(node));
            case "field_declaration", "event_field_declaration" -> {
                List<Expression> attributes = attributes(node);
                for (SyntaxNode declaration : node.each("variable_declaration")) {
                    into.addAll(variables(declaration, attributes));
                }
            }
            case "property_declaration", "indexer_declaration", "event_declaration" ->
                    property(node, into);
            case "enum_member_declaration" -> into.add(constant(node));
            case "attribute_list", "modifier", "base_list", "type_parameter_list" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A field that is set by its plain name is a member of this object. */
    Expression target(Expression target) {
        return target instanceof Expression.Name name
                        && !fields.isEmpty()
                        && fields.getFirst().contains(name.id())
                ? new Expression.Member(
                        name.at(), new Expression.Name(name.at(), "this"), name.id())
                : target;
    }

    private Statement type(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        List<SyntaxNode> members =
                node.child("body").map(SyntaxNode::children).orElse(List.of()).stream()
                        .flatMap(child ->
                                child.is("ERROR")
                                        ? child.children().stream()
                                        : List.of(child).stream())
                        .toList();
        fields.push(fieldsOf(members));
        List<Statement> body = new ArrayList<>(primary(node));
        members.forEach(member -> csharp.statement(member, body));
        fields.pop();
        return new Statement.DefineType(
                node.at(),
                name.at(),
                name.text(),
                node.first("base_list").map(this::supertypes).orElse(List.of()),
                attributes(node),
                new Block(body));
    }

    private static Set<String> fieldsOf(List<SyntaxNode> members) {
        Set<String> names = new LinkedHashSet<>();
        for (SyntaxNode member : members) {
            if (member.is("property_declaration")) {
                member.child("name").map(SyntaxNode::text).ifPresent(names::add);
            }
            for (SyntaxNode declaration : member.each("variable_declaration")) {
                for (SyntaxNode declarator : declaration.each("variable_declarator")) {
                    declarator.child("name").map(SyntaxNode::text).ifPresent(names::add);
                }
            }
        }
        return names;
    }

    private List<Expression> supertypes(SyntaxNode list) {
        List<Expression> found = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            if (child.is("primary_constructor_base_type")) {
                child.children().stream().findFirst().map(this::named).ifPresent(found::add);
            } else if (!child.is("argument_list")) {
                found.add(named(child));
            }
        }
        return found;
    }

    /** Parameters of a type are known in all of it. */
    private List<Statement> primary(SyntaxNode node) {
        List<Statement> found = new ArrayList<>();
        for (SyntaxNode list : node.each("parameter_list")) {
            for (SyntaxNode parameter : list.each("parameter")) {
                SyntaxNode name = parameter.child("name").orElse(parameter);
                found.add(
                        new Statement.Assign(
                                parameter.at(),
                                Lowering.name(name),
                                parameter.child("type").flatMap(this::typeName),
                                byDefault(parameter),
                                attributes(parameter)));
            }
        }
        return found;
    }

    private static Optional<SyntaxNode> last(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.isEmpty() ? Optional.empty() : Optional.of(children.getLast());
    }

    /** What stands behind a parameter's or variable's name. */
    private Optional<Expression> byDefault(SyntaxNode node) {
        return last(node)
                .filter(value -> value.field().isEmpty())
                .filter(value -> !value.is("attribute_list") && !value.is("modifier"))
                .map(expressions::of);
    }

    List<Statement> variables(SyntaxNode declaration, List<Expression> attributes) {
        Optional<SyntaxNode> type = declaration.child("type");
        List<Statement> found = new ArrayList<>();
        for (SyntaxNode declarator : declaration.each("variable_declarator")) {
            Expression target =
                    declarator
                            .child("name")
                            .or(() -> declarator.first("tuple_pattern"))
                            .map(expressions::of)
                            .orElse(Lowering.nothing(declarator));
            Optional<Expression> value =
                    last(declarator)
                            .filter(child -> child.field().isEmpty())
                            .filter(child -> !child.is("tuple_pattern"))
                            .filter(child -> !child.is("bracketed_argument_list"))
                            .map(child -> expressions.of(child, type.flatMap(this::typeName)));
            found.add(
                    new Statement.Assign(
                            declarator.at(),
                            target,
                            type.flatMap(this::typeName),
                            value,
                            attributes));
        }
        return found;
    }

    private Statement constant(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        return new Statement.Assign(
                node.at(),
                Lowering.name(name),
                Optional.empty(),
                node.child("value").map(expressions::of),
                attributes(node));
    }

    /** A property is what its getter gives or what it begins with. */
    private void property(SyntaxNode node, List<Statement> into) {
        Optional<Expression> type = node.child("type").flatMap(this::typeName);
        Optional<Expression> value =
                node.child("value").map(found -> expressions.of(inArrow(found), type));
        for (SyntaxNode accessor :
                node.first("accessor_list").map(SyntaxNode::children).orElse(List.of())) {
            Optional<SyntaxNode> body = accessor.child("body");
            if (body.isPresent() && accessor.has("get")) {
                value =
                        Optional.of(
                                new Expression.Nested(
                                        accessor.at(), functionBody(Optional.of(body.get()))));
            } else if (body.isPresent()) {
                into.add(
                        new Statement.Define(
                                new Function(
                                        accessor.at(),
                                        accessor.at(),
                                        "",
                                        List.of(Function.Parameter.of("value")),
                                        List.of(),
                                        functionBody(body))));
            }
        }
        Expression target = node.child("name").map(Lowering::name).orElse(Lowering.nothing(node));
        into.add(new Statement.Assign(node.at(), target, type, value, attributes(node)));
    }

    private static SyntaxNode inArrow(SyntaxNode node) {
        return node.is("arrow_expression_clause") && !node.children().isEmpty()
                ? node.children().getFirst()
                : node;
    }

    private Statement define(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        List<Statement> body = new ArrayList<>();
        node.first("constructor_initializer")
                .ifPresent(initializer ->
                        body.add(Lowering.evaluate(expressions.chained(initializer))));
        body.addAll(functionBody(node.child("body")).statements());
        return new Statement.Define(
                new Function(
                        node.at(),
                        name.at(),
                        name.text(),
                        node.child("parameters").map(this::parameters).orElse(List.of()),
                        attributes(node),
                        new Block(body),
                        node.child("returns")
                                .or(() -> node.child("type"))
                                .flatMap(this::typeName)));
    }

    /** A block, or the one expression that is given back. */
    Block functionBody(Optional<SyntaxNode> body) {
        if (body.isEmpty()) {
            return Block.EMPTY;
        }
        if (body.get().is("block")) {
            return csharp.block(body.get());
        }
        SyntaxNode node = inArrow(body.get());
        List<Statement> statements = new ArrayList<>();
        if (node.is("assignment_expression")) {
            csharp.effect(node, statements);
        } else {
            statements.add(new Statement.Return(node.at(), Optional.of(expressions.of(node))));
        }
        return new Block(statements);
    }

    List<Function.Parameter> parameters(SyntaxNode list) {
        if (list.is("implicit_parameter") || list.is("identifier")) {
            return List.of(Function.Parameter.of(list.text()));
        }
        List<Function.Parameter> found = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            found.add(
                    new Function.Parameter(
                            child.child("name").map(SyntaxNode::text).orElse(child.text()),
                            child.child("type").flatMap(this::typeName),
                            byDefault(child).filter(_ -> child.child("name").isPresent()),
                            attributes(child)));
        }
        return found;
    }

    private List<Expression> attributes(SyntaxNode node) {
        List<Expression> found = new ArrayList<>();
        for (SyntaxNode list : node.each("attribute_list")) {
            for (SyntaxNode attribute : list.each("attribute")) {
                found.add(expressions.attribute(attribute));
            }
        }
        return found;
    }

    /** A declared type; none for {@code var}. */
    Optional<Expression> typeName(SyntaxNode node) {
        return node.is("implicit_type") ? Optional.empty() : Optional.of(named(node));
    }

    /** A type by its name, without what it is generic over. */
    Expression named(SyntaxNode node) {
        return switch (node.type()) {
            case "qualified_name", "alias_qualified_name" ->
                    Lowering.dotted(node.at(), node.text().replaceAll("\\s|^\\w+::|<.*>", ""));
            case "nullable_type", "ref_type", "scoped_type" ->
                    node.children().isEmpty()
                            ? Lowering.name(node)
                            : named(node.children().getFirst());
            case "generic_name" -> generic(node);
            case "array_type", "tuple_type", "pointer_type", "function_pointer_type" ->
                    new Expression.Other(node.at(), List.of());
            default -> Lowering.name(node);
        };
    }

    private Expression generic(SyntaxNode node) {
        String name = node.children().isEmpty() ? "" : node.children().getFirst().text();
        List<SyntaxNode> inside =
                node.first("type_argument_list").map(SyntaxNode::children).orElse(List.of());
        if (WRAPPERS.contains(name) && inside.size() == 1) {
            return named(inside.getFirst());
        }
        Expression plain = new Expression.Name(node.at(), name);
        return Holders.isHolder(plain) && !inside.isEmpty()
                ? new Expression.Index(node.at(), plain, named(inside.getLast()))
                : plain;
    }
}
