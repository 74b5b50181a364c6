package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PHP's types, their members, and functions. */
final class PhpTypes {

    private final Php php;
    private final PhpExpressions expressions;

    PhpTypes(Php php, PhpExpressions expressions) {
        this.php = php;
        this.expressions = expressions;
    }

    /** Adds a type, a function or a member of a type; false when the node is none. */
    boolean member(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "class_declaration",
                    "interface_declaration",
                    "trait_declaration",
                    "enum_declaration",
                    "anonymous_class" ->
                    into.add(type(node));
            case "function_definition" -> into.add(define(node));
            case "method_declaration" -> {
                promoted(node, into);
                into.add(define(node));
            }
            case "property_declaration" -> properties(node, into);
            case "enum_case" ->
                    into.add(
                            new Statement.Assign(
                                    node.at(),
                                    expressions.part(node, "name"),
                                    Optional.empty(),
                                    node.child("value").map(expressions::of),
                                    List.of()));
            case "use_declaration", "attribute_list" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private Statement type(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        List<Expression> supertypes = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            if (child.is("base_clause") || child.is("class_interface_clause")) {
                supertypes.addAll(php.expressions(child.children()));
            }
        }
        node.child("body").ifPresent(body -> traits(body, supertypes));
        return new Statement.DefineType(
                node.at(),
                name.at(),
                node.is("anonymous_class") ? "" : name.text(),
                supertypes,
                attributes(node),
                php.blockIn(node, "body"));
    }

    /** What a type uses, it builds on. */
    private void traits(SyntaxNode body, List<Expression> supertypes) {
        for (SyntaxNode uses : body.each("use_declaration")) {
            for (SyntaxNode trait : uses.children()) {
                if (trait.is("name") || trait.is("qualified_name")) {
                    supertypes.add(expressions.of(trait));
                }
            }
        }
    }

    private static String withoutMark(SyntaxNode variable) {
        String text = variable.text();
        return text.startsWith("$") ? text.substring(1) : text;
    }

    private void properties(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode element : node.each("property_element")) {
            SyntaxNode name = element.child("name").orElse(element);
            into.add(
                    new Statement.Assign(
                            element.at(),
                            new Expression.Name(name.at(), withoutMark(name)),
                            node.child("type").flatMap(this::typeName),
                            element.child("default_value").map(expressions::of),
                            attributes(node)));
        }
        for (SyntaxNode hooks : node.each("property_hook_list")) {
            for (SyntaxNode hook : hooks.children()) {
                hook.child("body").ifPresent(body -> php.statement(body, into));
            }
        }
    }

    /** Parameters of a constructor that are properties, too. */
    private void promoted(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode parameter :
                node.child("parameters").map(SyntaxNode::children).orElse(List.of())) {
            if (parameter.is("property_promotion_parameter")) {
                SyntaxNode name = parameter.child("name").orElse(parameter);
                into.add(
                        new Statement.Assign(
                                parameter.at(),
                                new Expression.Name(name.at(), withoutMark(name)),
                                parameter.child("type").flatMap(this::typeName),
                                parameter.child("default_value").map(expressions::of),
                                List.of()));
            }
        }
    }

    private Statement define(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        return new Statement.Define(
                new Function(
                        node.at(),
                        name.at(),
                        name.text(),
                        node.child("parameters").map(this::parameters).orElse(List.of()),
                        attributes(node),
                        php.blockIn(node, "body")));
    }

    Expression lambda(SyntaxNode node) {
        Block body = Block.EMPTY;
        Optional<SyntaxNode> found = node.child("body");
        if (found.isPresent()) {
            Expression value = Lowering.nothing(node);
            if (!found.get().is("compound_statement")) {
                value = expressions.of(found.get());
            }
            body =
                    found.get().is("compound_statement")
                            ? php.block(found.get())
                            : Block.of(new Statement.Return(value.at(), Optional.of(value)));
        }
        return new Expression.Lambda(
                node.at(),
                new Function(
                        node.at(),
                        node.at(),
                        "",
                        node.child("parameters").map(this::parameters).orElse(List.of()),
                        attributes(node),
                        body));
    }

    private List<Function.Parameter> parameters(SyntaxNode list) {
        List<Function.Parameter> found = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            found.add(
                    new Function.Parameter(
                            child.child("name").map(SyntaxNode::text).orElse(child.text()),
                            child.child("type").flatMap(this::typeName),
                            child.child("default_value").map(expressions::of),
                            attributes(child)));
        }
        return found;
    }

    List<Expression> attributes(SyntaxNode node) {
        List<Expression> found = new ArrayList<>();
        for (SyntaxNode list : node.each("attribute_list")) {
            for (SyntaxNode group : list.children()) {
                group.each("attribute").forEach(one -> found.add(expressions.attribute(one)));
            }
        }
        return found;
    }

    /** A declared type; of several the first that is a class. */
    Optional<Expression> typeName(SyntaxNode node) {
        return switch (node.type()) {
            case "name", "qualified_name", "primitive_type" -> Optional.of(expressions.of(node));
            default -> {
                Optional<Expression> found = Optional.empty();
                for (SyntaxNode child : node.children()) {
                    Optional<Expression> next = typeName(child);
                    if (found.isEmpty() || !child.is("primitive_type")) {
                        found = next.isPresent() ? next : found;
                    }
                }
                yield found;
            }
        };
    }
}
