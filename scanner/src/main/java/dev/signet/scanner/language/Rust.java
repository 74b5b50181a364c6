package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rust, by the statements of its grammar; expressions are {@link RustExpressions}, items {@link
 * RustItems}.
 */
final class Rust extends Lowering {

    private final RustExpressions expressions = new RustExpressions(this);
    private final RustItems items = new RustItems(this, expressions);

    @Override
    Block file(SyntaxNode root) {
        items.modules(root);
        List<Statement> statements = new ArrayList<>(block(RustMacros.opened(root)).statements());
        statements.addAll(items.types());
        return new Block(statements);
    }

    @Override
    Expression expression(SyntaxNode node) {
        return expressions.of(node);
    }

    /** Names in the file's own modules are known like all others. */
    boolean isOwnModule(Expression path) {
        return items.isModule(path);
    }

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        if (items.handles(node)) {
            items.item(node, into);
            return;
        }
        switch (node.type()) {
            case "let_declaration" -> let(node, into);
            case "expression_statement" -> node.children().forEach(c -> statement(c, into));
            case "assignment_expression", "compound_assignment_expr" ->
                    into.add(assign(node.at(), in(node, "left"), in(node, "right")));
            case "return_expression" ->
                    into.add(
                            new Statement.Return(
                                    node.at(),
                                    node.children().stream().findFirst().map(this::expression)));
            case "break_expression", "continue_expression" ->
                    into.add(new Statement.Jump(node.at()));
            case "if_expression" -> into.add(branch(node));
            case "match_expression" -> into.add(match(node));
            case "for_expression" ->
                    into.add(
                            new Statement.Loop(
                                    node.at(),
                                    node.child("pattern").map(expressions::pattern),
                                    in(node, "value"),
                                    blockIn(node, "body")));
            case "while_expression" -> into.add(whileLoop(node));
            case "loop_expression" ->
                    into.add(
                            new Statement.Loop(
                                    node.at(),
                                    Optional.empty(),
                                    nothing(node),
                                    blockIn(node, "body")));
            case "unsafe_block", "async_block", "try_block", "const_block" ->
                    node.children().stream()
                            .filter(c -> c.is("block"))
                            .forEach(c -> statement(c, into));
            case "block" -> into.add(new Statement.Nested(node.at(), block(node)));
            case "source_file", "declaration_list", "ERROR" ->
                    into.addAll(block(node).statements());
            case "empty_statement", "label" -> {}
            default -> into.add(evaluate(expression(node)));
        }
    }

    private Expression in(SyntaxNode node, String field) {
        return expressionIn(node, field).orElse(nothing(node));
    }

    /** {@code let Ok(x) = f() else { … };} chooses, too. */
    private void let(SyntaxNode node, List<Statement> into) {
        Expression target = node.child("pattern").map(expressions::pattern).orElse(nothing(node));
        into.add(
                new Statement.Assign(
                        node.at(),
                        target,
                        node.child("type").map(expressions::type),
                        expressionIn(node, "value"),
                        List.of()));
        Optional<SyntaxNode> otherwise = node.child("alternative");
        if (otherwise.isPresent()) {
            String pattern = node.child("pattern").map(SyntaxNode::text).orElse("");
            into.add(
                    new Statement.Choose(
                            node.at(),
                            target,
                            List.of(
                                    new Statement.Case(pattern, List.of(), Block.EMPTY),
                                    new Statement.Case("", List.of(), block(otherwise.get())))));
        }
    }

    Statement branch(SyntaxNode node) {
        Block then = blockIn(node, "consequence");
        Block otherwise =
                node.child("alternative")
                        .flatMap(e -> e.children().stream().findFirst())
                        .map(e -> e.is("block") ? block(e) : blockOf(e))
                        .orElse(Block.EMPTY);
        Optional<SyntaxNode> pattern = node.child("condition").filter(c -> c.is("let_condition"));
        if (pattern.isPresent()) {
            return chosen(pattern.get(), then, otherwise);
        }
        return new Statement.If(node.at(), in(node, "condition"), then, otherwise);
    }

    /** {@code if let P = x} chooses by the pattern. */
    private Statement chosen(SyntaxNode condition, Block then, Block otherwise) {
        SyntaxNode pattern = condition.child("pattern").orElse(condition);
        return new Statement.Choose(
                condition.at(),
                in(condition, "value"),
                List.of(
                        new Statement.Case(pattern.text(), expressions.names(pattern), then),
                        new Statement.Case("", List.of(), otherwise)));
    }

    Statement match(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        List<SyntaxNode> arms = node.child("body").map(b -> b.each("match_arm")).orElse(List.of());
        for (SyntaxNode arm : arms) {
            SyntaxNode pattern = arm.child("pattern").orElse(arm);
            String text = pattern.text().equals("_") ? "" : pattern.text();
            List<Statement> body = new ArrayList<>();
            pattern.child("condition").ifPresent(c -> body.add(evaluate(expression(c))));
            arm.child("value").ifPresent(value -> arm(value, body));
            cases.add(
                    new Statement.Case(
                            text.replaceAll("\\sif\\s.*", ""),
                            expressions.names(pattern),
                            new Block(body)));
        }
        return new Statement.Choose(node.at(), in(node, "value"), cases);
    }

    private void arm(SyntaxNode value, List<Statement> into) {
        if (value.is("block")) {
            into.addAll(block(value).statements());
        } else {
            statement(value, into);
        }
    }

    private Statement whileLoop(SyntaxNode node) {
        Optional<SyntaxNode> condition = node.child("condition");
        Optional<SyntaxNode> let = condition.filter(c -> c.is("let_condition"));
        return new Statement.Loop(
                node.at(),
                let.flatMap(c -> c.child("pattern")).map(expressions::pattern),
                let.map(c -> in(c, "value")).orElseGet(() -> in(node, "condition")),
                blockIn(node, "body"));
    }
}
