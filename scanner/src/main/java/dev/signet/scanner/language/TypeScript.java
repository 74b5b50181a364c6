package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What TypeScript adds to {@link JavaScript}: types, enums, namespaces. */
final class TypeScript extends JavaScript {

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "enum_declaration" -> into.add(enumeration(node));
            case "interface_declaration" -> into.add(shape(node, node.child("body")));
            case "type_alias_declaration" -> into.add(shape(node, node.child("value")));
            case "internal_module", "module" -> into.add(namespace(node));
            case "import_alias" -> alias(node, into);
            case "ambient_declaration", "function_signature" -> {}
            default -> super.statement(node, into);
        }
    }

    @Override
    Optional<Expression> type(SyntaxNode declared) {
        return declared.child("type")
                .flatMap(annotation -> annotation.children().stream().findFirst())
                .flatMap(this::known);
    }

    /** A type by its name, of which something may be known; not what is in it. */
    private Optional<Expression> known(SyntaxNode type) {
        return switch (type.type()) {
            case "type_identifier", "identifier", "predefined_type" -> Optional.of(name(type));
            case "nested_type_identifier", "nested_identifier" ->
                    Optional.of(dotted(type.at(), type.text().replaceAll("\\s", "")));
            case "generic_type" -> generic(type);
            case "type_query" -> type.children().stream().findFirst().map(this::expression);
            case "union_type", "parenthesized_type", "readonly_type", "intersection_type" ->
                    type.children().stream().map(this::known).flatMap(Optional::stream).findFirst();
            default -> Optional.empty();
        };
    }

    /** {@code Partial<X>} and {@code Promise<X>} are about X; other types about themselves. */
    private Optional<Expression> generic(SyntaxNode type) {
        String name = type.child("name").map(SyntaxNode::text).orElse("");
        boolean wraps =
                List.of("Promise", "Readonly", "Partial", "Required", "NonNullable", "Awaited")
                        .contains(name);
        return wraps
                ? type.child("type_arguments")
                        .flatMap(list -> list.children().stream().findFirst())
                        .flatMap(this::known)
                : type.child("name").flatMap(this::known);
    }

    private Statement enumeration(SyntaxNode node) {
        List<Statement> values = new ArrayList<>();
        for (SyntaxNode one : node.child("body").map(SyntaxNode::children).orElse(List.of())) {
            if (one.is("enum_assignment")) {
                SyntaxNode name = one.child("name").orElse(one);
                Expression target = new Expression.Name(name.at(), expressions().keyText(name));
                values.add(
                        assign(one.at(), target, expressionIn(one, "value").orElse(nothing(one))));
            }
        }
        return define(node, new Block(values));
    }

    /** The members of an interface whose types are known by name; the others say nothing. */
    private Statement shape(SyntaxNode node, Optional<SyntaxNode> body) {
        List<Statement> fields = new ArrayList<>();
        for (SyntaxNode member : body.map(SyntaxNode::children).orElse(List.of())) {
            Optional<SyntaxNode> name = member.child("name");
            Optional<Expression> type = type(member);
            boolean says = type.isPresent() && !isPredefined(member);
            if (member.is("property_signature") && name.isPresent() && says) {
                fields.add(
                        new Statement.Assign(
                                member.at(),
                                new Expression.Name(
                                        name.get().at(), expressions().keyText(name.get())),
                                type,
                                Optional.empty(),
                                List.of()));
            }
        }
        return define(node, new Block(fields));
    }

    private static boolean isPredefined(SyntaxNode member) {
        return member.child("type").filter(t -> t.has("predefined_type")).isPresent();
    }

    private Statement namespace(SyntaxNode node) {
        return define(node, blockIn(node, "body"));
    }

    private static Statement define(SyntaxNode node, Block body) {
        SyntaxNode name = node.child("name").orElse(node);
        return new Statement.DefineType(
                node.at(), name.at(), name.text(), List.of(), List.of(), body);
    }

    /** {@code import verify = jose.jwtVerify}. */
    private void alias(SyntaxNode node, List<Statement> into) {
        List<SyntaxNode> parts = node.children();
        if (parts.size() == 2) {
            String path = parts.getLast().text().replaceAll("\\s", "");
            into.add(assign(node.at(), name(parts.getFirst()), dotted(parts.getLast().at(), path)));
        }
    }
}
