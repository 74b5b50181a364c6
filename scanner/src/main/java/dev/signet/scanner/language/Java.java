package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Java, by the statements of its grammar; expressions are {@link JavaExpressions}, types {@link
 * JavaTypes}.
 */
final class Java extends Lowering {

    private final JavaExpressions expressions = new JavaExpressions(this);
    private final JavaTypes types = new JavaTypes(this);

    JavaExpressions expressions() {
        return expressions;
    }

    JavaTypes types() {
        return types;
    }

    @Override
    Expression expression(SyntaxNode node) {
        return expressions.of(node);
    }

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "package_declaration", "modifiers", "line_comment", "block_comment" -> {}
            case "import_declaration" -> into.add(imported(node));
            case "class_declaration",
                    "interface_declaration",
                    "enum_declaration",
                    "record_declaration",
                    "annotation_type_declaration" ->
                    into.add(types.type(node));
            case "field_declaration", "constant_declaration", "local_variable_declaration" ->
                    types.variables(node, into);
            case "method_declaration",
                    "constructor_declaration",
                    "compact_constructor_declaration",
                    "annotation_type_element_declaration" ->
                    into.add(types.method(node));
            case "static_initializer", "labeled_statement" ->
                    into.add(new Statement.Nested(node.at(), block(node)));
            case "block", "constructor_body" ->
                    into.add(new Statement.Nested(node.at(), block(node)));
            case "enum_body_declarations", "ERROR", "program", "class_body" ->
                    into.addAll(block(node).statements());
            default -> step(node, into);
        }
    }

    private void step(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "expression_statement" -> node.children().forEach(c -> effect(c, into));
            case "return_statement", "yield_statement" ->
                    into.add(new Statement.Return(node.at(), only(node)));
            case "throw_statement" -> into.add(new Statement.Throw(node.at(), only(node)));
            case "break_statement", "continue_statement" -> into.add(new Statement.Jump(node.at()));
            case "if_statement" -> into.add(branch(node));
            case "enhanced_for_statement" -> into.add(forEach(node));
            case "for_statement" -> into.add(forLoop(node));
            case "while_statement", "do_statement" -> into.add(whileLoop(node));
            case "try_statement", "try_with_resources_statement" -> into.add(attempt(node));
            case "switch_expression", "switch_statement" -> into.add(choose(node));
            case "synchronized_statement" -> synchronizedBlock(node, into);
            default -> effect(node, into);
        }
    }

    private void effect(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "assignment_expression" -> assignment(node, into);
            case "switch_expression" -> into.add(choose(node));
            default -> into.add(evaluate(expression(node)));
        }
    }

    /** {@code a = b = value} sets both. */
    private void assignment(SyntaxNode node, List<Statement> into) {
        Optional<SyntaxNode> right = node.child("right");
        into.add(
                new Statement.Assign(
                        node.at(),
                        expressionIn(node, "left").orElse(nothing(node)),
                        Optional.empty(),
                        assignedValue(node),
                        List.of()));
        right.filter(inner -> inner.is("assignment_expression"))
                .ifPresent(inner -> assignment(inner, into));
    }

    private Statement imported(SyntaxNode node) {
        SyntaxNode name = node.children().getFirst();
        String path = name.text().replaceAll("\\s", "");
        if (node.has("asterisk")) {
            return new Statement.Import(node.at(), path, "", Statement.Import.ALL);
        }
        int dot = path.lastIndexOf('.');
        return dot < 0
                ? new Statement.Import(node.at(), path, "", path)
                : new Statement.Import(
                        node.at(),
                        path.substring(0, dot),
                        path.substring(dot + 1),
                        path.substring(dot + 1));
    }

    /** The statements of a body, whether in braces or not. */
    Block body(SyntaxNode node) {
        return node.is("block") || node.is("constructor_body") ? block(node) : blockOf(node);
    }

    private Block bodyIn(SyntaxNode node, String field) {
        return node.child(field).map(this::body).orElse(Block.EMPTY);
    }

    private Statement branch(SyntaxNode node) {
        return new Statement.If(
                node.at(),
                expressionIn(node, "condition").orElse(nothing(node)),
                bodyIn(node, "consequence"),
                bodyIn(node, "alternative"));
    }

    private Statement forEach(SyntaxNode node) {
        Optional<Expression> name = expressionIn(node, "name");
        Optional<Expression> type = node.child("type").flatMap(types::ofVariable);
        return new Statement.Loop(
                node.at(),
                name,
                expressionIn(node, "value").orElse(nothing(node)),
                typed(name, type, bodyIn(node, "body")));
    }

    private Statement forLoop(SyntaxNode node) {
        List<Statement> inside = new ArrayList<>();
        node.children("init").forEach(init -> statement(init, inside));
        List<Statement> body = new ArrayList<>(bodyIn(node, "body").statements());
        node.children("update").forEach(update -> effect(update, body));
        inside.add(
                new Statement.Loop(
                        node.at(),
                        Optional.empty(),
                        expressionIn(node, "condition").orElse(nothing(node)),
                        new Block(body)));
        return new Statement.Nested(node.at(), new Block(inside));
    }

    private Statement whileLoop(SyntaxNode node) {
        return new Statement.Loop(
                node.at(),
                Optional.empty(),
                expressionIn(node, "condition").orElse(nothing(node)),
                bodyIn(node, "body"));
    }

    private Statement attempt(SyntaxNode node) {
        List<Statement> body = new ArrayList<>();
        node.child("resources")
                .ifPresent(list -> list.children().forEach(one -> resource(one, body)));
        body.addAll(bodyIn(node, "body").statements());
        List<Block> handlers =
                node.each("catch_clause").stream().map(clause -> bodyIn(clause, "body")).toList();
        Block always =
                node.first("finally_clause")
                        .flatMap(clause -> clause.first("block"))
                        .map(this::block)
                        .orElse(Block.EMPTY);
        return new Statement.Attempt(node.at(), new Block(body), handlers, Block.EMPTY, always);
    }

    private void resource(SyntaxNode node, List<Statement> into) {
        Optional<SyntaxNode> name = node.child("name");
        if (name.isEmpty()) {
            into.add(evaluate(other(node)));
            return;
        }
        into.add(
                new Statement.Assign(
                        node.at(),
                        name(name.get()),
                        node.child("type").flatMap(types::ofVariable),
                        expressionIn(node, "value"),
                        List.of()));
    }

    private void synchronizedBlock(SyntaxNode node, List<Statement> into) {
        node.first("parenthesized_expression")
                .ifPresent(lock -> into.add(evaluate(expression(lock))));
        into.add(new Statement.Nested(node.at(), bodyIn(node, "body")));
    }

    /** A group that falls through has the statements of those behind it, too. */
    Statement choose(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        String pending = "";
        for (SyntaxNode group : node.child("body").map(SyntaxNode::children).orElse(List.of())) {
            List<SyntaxNode> labels = group.each("switch_label");
            String pattern = pending + pattern(labels);
            List<SyntaxNode> steps =
                    group.children().stream().filter(c -> !c.is("switch_label")).toList();
            if (steps.isEmpty()) {
                pending = pattern + ", ";
                continue;
            }
            pending = "";
            List<Statement> body = new ArrayList<>();
            labels.forEach(label -> guards(label, body));
            steps.forEach(step -> way(step, body));
            cases.add(new Statement.Case(pattern, bound(labels), new Block(body)));
        }
        return new Statement.Choose(
                node.at(), expressionIn(node, "condition").orElse(nothing(node)), cases);
    }

    private void way(SyntaxNode step, List<Statement> into) {
        if (step.is("block")) {
            into.addAll(block(step).statements());
        } else {
            statement(step, into);
        }
    }

    private void guards(SyntaxNode label, List<Statement> into) {
        label.each("guard").forEach(guard -> into.add(evaluate(other(guard))));
    }

    private static String pattern(List<SyntaxNode> labels) {
        return labels.stream()
                .map(SyntaxNode::text)
                .map(text -> text.replaceFirst("^case\\s+", "").replaceFirst("^default\\b", ""))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static List<String> bound(List<SyntaxNode> labels) {
        List<String> names = new ArrayList<>();
        labels.forEach(label -> bound(label, names));
        return names;
    }

    private static void bound(SyntaxNode node, List<String> names) {
        if (node.is("guard")) {
            return;
        }
        if (node.is("type_pattern") || node.is("record_pattern_component")) {
            SyntaxNode last = node.children().getLast();
            if (last.is("identifier")) {
                names.add(last.text());
            }
        }
        node.children().forEach(child -> bound(child, names));
    }
}
