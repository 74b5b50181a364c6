package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * C#, by the statements of its grammar; types and their members are {@link CSharpTypes},
 * expressions are {@link CSharpExpressions}.
 */
final class CSharp extends Lowering {

    private final CSharpExpressions expressions = new CSharpExpressions(this);
    private final CSharpTypes types = new CSharpTypes(this, expressions);

    CSharpTypes types() {
        return types;
    }

    @Override
    Expression expression(SyntaxNode node) {
        return expressions.of(node);
    }

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "using_directive" -> into.add(using(node));
            case "local_declaration_statement", "variable_declaration" -> declaration(node, into);
            case "expression_statement" -> node.children().forEach(child -> effect(child, into));
            case "return_statement" -> into.add(new Statement.Return(node.at(), only(node)));
            case "throw_statement" -> into.add(new Statement.Throw(node.at(), only(node)));
            case "break_statement", "continue_statement", "goto_statement" ->
                    into.add(new Statement.Jump(node.at()));
            case "if_statement" -> into.add(branch(node));
            case "switch_statement" -> into.add(choose(node));
            case "for_statement" -> forLoop(node, into);
            case "foreach_statement" -> into.add(forEach(node));
            case "while_statement", "do_statement" -> into.add(whileLoop(node));
            case "try_statement" -> into.add(attempt(node));
            case "using_statement", "lock_statement", "fixed_statement" -> with(node, into);
            case "block", "checked_statement", "unsafe_statement" ->
                    into.add(new Statement.Nested(node.at(), block(node)));
            case "global_statement",
                    "declaration_list",
                    "ERROR",
                    "labeled_statement",
                    "namespace_declaration",
                    "file_scoped_namespace_declaration",
                    "preproc_if",
                    "preproc_else",
                    "preproc_elif" ->
                    into.addAll(block(node).statements());
            case "empty_statement", "extern_alias_directive" -> {}
            default -> {
                if (!types.member(node, into)) {
                    effect(node, into);
                }
            }
        }
    }

    /** An expression as a statement; assignments become statements of their own. */
    void effect(SyntaxNode node, List<Statement> into) {
        if (node.is("assignment_expression")) {
            into.add(
                    assign(
                            node.at(),
                            types.target(expressions.part(node, "left")),
                            expressions.assigned(node)));
            return;
        }
        into.add(evaluate(expression(node)));
    }

    /** {@code using A.B;}, {@code using X = A.B;}, {@code using static A.B;}. */
    private static Statement using(SyntaxNode node) {
        String module =
                node.children().isEmpty()
                        ? ""
                        : node.children().getLast().text().replaceAll("\\s|^global::", "");
        return new Statement.Import(
                node.at(),
                module,
                "",
                node.child("name").map(SyntaxNode::text).orElse(Statement.Import.ALL));
    }

    private void declaration(SyntaxNode node, List<Statement> into) {
        if (node.is("variable_declaration")) {
            into.addAll(types.variables(node, List.of()));
            return;
        }
        for (SyntaxNode child : node.each("variable_declaration")) {
            into.addAll(types.variables(child, List.of()));
        }
    }

    private Block body(SyntaxNode node, String field) {
        return node.child(field).map(this::bodyOf).orElse(Block.EMPTY);
    }

    /** A block's statements, or the one statement. */
    private Block bodyOf(SyntaxNode node) {
        return node.is("block") ? block(node) : blockOf(node);
    }

    private Statement branch(SyntaxNode node) {
        return new Statement.If(
                node.at(),
                expressions.part(node, "condition"),
                body(node, "consequence"),
                body(node, "alternative"));
    }

    /** Labels without statements of their own share those of the next. */
    private Statement choose(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean byDefault = false;
        for (SyntaxNode section : node.child("body").map(SyntaxNode::children).orElse(List.of())) {
            List<Statement> statements = new ArrayList<>();
            for (SyntaxNode child : section.children()) {
                if (child.type().endsWith("_pattern") || child.is("discard")) {
                    patterns.add(child.text());
                    child.child("name").map(SyntaxNode::text).ifPresent(names::add);
                } else if (child.is("when_clause")) {
                    child.children().forEach(c -> statements.add(evaluate(expression(c))));
                } else {
                    statement(child, statements);
                }
            }
            byDefault |= section.has("default");
            if (!statements.isEmpty()) {
                String pattern = byDefault ? "" : String.join(", ", patterns);
                cases.add(new Statement.Case(pattern, names, new Block(statements)));
                patterns.clear();
                names.clear();
                byDefault = false;
            }
        }
        return new Statement.Choose(node.at(), expressions.part(node, "value"), cases);
    }

    private void forLoop(SyntaxNode node, List<Statement> into) {
        node.child("initializer").ifPresent(initializer -> statement(initializer, into));
        into.add(whileLoop(node));
    }

    private Statement whileLoop(SyntaxNode node) {
        return new Statement.Loop(
                node.at(),
                Optional.empty(),
                expressions.part(node, "condition"),
                body(node, "body"));
    }

    private Statement forEach(SyntaxNode node) {
        Optional<Expression> variable = expressionIn(node, "left");
        return new Statement.Loop(
                node.at(),
                variable,
                expressions.part(node, "right"),
                typed(variable, node.child("type").flatMap(types::typeName), body(node, "body")));
    }

    private Statement attempt(SyntaxNode node) {
        List<Block> handlers = new ArrayList<>();
        for (SyntaxNode clause : node.each("catch_clause")) {
            List<Statement> statements = new ArrayList<>();
            clause.first("catch_filter_clause")
                    .ifPresent(filter -> statements.add(evaluate(other(filter))));
            statements.addAll(blockIn(clause, "body").statements());
            handlers.add(new Block(statements));
        }
        Block always =
                node.first("finally_clause")
                        .flatMap(clause -> clause.first("block"))
                        .map(this::block)
                        .orElse(Block.EMPTY);
        return new Statement.Attempt(
                node.at(), blockIn(node, "body"), handlers, Block.EMPTY, always);
    }

    /** What is used or locked, then what is done with it. */
    private void with(SyntaxNode node, List<Statement> into) {
        List<Statement> statements = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            if (child.is("block")) {
                statements.addAll(block(child).statements());
            } else {
                statement(child, statements);
            }
        }
        into.add(new Statement.Nested(node.at(), new Block(statements)));
    }
}
