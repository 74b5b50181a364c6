package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JavaScript, by the statements of its grammar; expressions are {@link JavaScriptExpressions}. */
class JavaScript extends Lowering {

    private final JavaScriptExpressions expressions = new JavaScriptExpressions(this);
    private final JavaScriptModules modules = new JavaScriptModules(this);
    private final JavaScriptClasses classes = new JavaScriptClasses(this);

    final JavaScriptExpressions expressions() {
        return expressions;
    }

    final JavaScriptClasses classes() {
        return classes;
    }

    /** The declared type of a parameter, variable or field, where it says what can be done. */
    Optional<Expression> type(SyntaxNode declared) {
        return Optional.empty();
    }

    @Override
    Expression expression(SyntaxNode node) {
        return expressions.of(node);
    }

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "import_statement" -> modules.imports(node, into);
            case "export_statement" -> modules.exports(node, into);
            case "expression_statement",
                    "program",
                    "statement_block",
                    "labeled_statement",
                    "else_clause",
                    "class_static_block",
                    "ERROR" ->
                    into.addAll(block(node).statements());
            case "lexical_declaration", "variable_declaration" ->
                    node.each("variable_declarator").forEach(one -> declare(one, into));
            case "function_declaration", "generator_function_declaration" ->
                    into.add(new Statement.Define(expressions.function(node, nameOf(node))));
            case "class_declaration", "abstract_class_declaration" ->
                    into.add(classes.type(node, nameOf(node), List.of()));
            case "assignment_expression" -> assignment(node, into);
            case "augmented_assignment_expression" -> into.add(augmented(node));
            case "return_statement" -> into.add(new Statement.Return(node.at(), only(node)));
            case "throw_statement" -> into.add(new Statement.Throw(node.at(), only(node)));
            case "break_statement", "continue_statement" -> into.add(new Statement.Jump(node.at()));
            case "if_statement" -> into.add(branch(node));
            case "for_in_statement" -> into.add(forEach(node));
            case "for_statement" -> into.add(forLoop(node));
            case "while_statement", "do_statement" -> into.add(whileLoop(node));
            case "try_statement" -> into.add(attempt(node));
            case "switch_statement" -> into.add(choose(node));
            case "empty_statement",
                    "debugger_statement",
                    "hash_bang_line",
                    "statement_identifier",
                    "string_fragment" -> {}
            default -> into.add(evaluate(expression(node)));
        }
    }

    private static Optional<SyntaxNode> nameOf(SyntaxNode node) {
        return node.child("name");
    }

    private Expression part(SyntaxNode node, String field) {
        return expressionIn(node, field).orElse(nothing(node));
    }

    /** The body of a branch or loop, with or without braces. */
    private Block body(SyntaxNode node, String field) {
        return node.child(field).map(this::blockOf).orElse(Block.EMPTY);
    }

    /** {@code const f = () => {}} defines a function; patterns bind what is in the value. */
    private void declare(SyntaxNode node, List<Statement> into) {
        Optional<SyntaxNode> name = node.child("name");
        Optional<SyntaxNode> value = node.child("value");
        if (name.isEmpty()) {
            return;
        }
        boolean plain = name.get().is("identifier");
        Optional<SyntaxNode> function = value.filter(v -> plain && expressions.isFunction(v));
        if (function.isPresent()) {
            into.add(new Statement.Define(expressions.function(function.get(), name)));
            return;
        }
        Optional<SyntaxNode> type = value.filter(v -> plain && v.is("class"));
        if (type.isPresent()) {
            into.add(classes.type(type.get(), name, List.of()));
            return;
        }
        into.add(
                new Statement.Assign(
                        node.at(),
                        expression(name.get()),
                        type(node),
                        value.map(v -> expressions.named(v, name)),
                        List.of()));
        expressions.defaults(name.get(), into);
    }

    private void assignment(SyntaxNode node, List<Statement> into) {
        Optional<SyntaxNode> left = node.child("left");
        Optional<SyntaxNode> right = node.child("right");
        into.add(
                assign(
                        node.at(),
                        part(node, "left"),
                        right.map(value -> expressions.named(value, left)).orElse(nothing(node))));
        left.ifPresent(target -> expressions.defaults(target, into));
        if (left.isPresent() && right.isPresent()) {
            modules.assignedToExports(left.get(), right.get(), into);
        }
    }

    private Statement augmented(SyntaxNode node) {
        return assign(node.at(), part(node, "left"), part(node, "right"));
    }

    private Statement branch(SyntaxNode node) {
        return new Statement.If(
                node.at(),
                part(node, "condition"),
                body(node, "consequence"),
                body(node, "alternative"));
    }

    private Statement forEach(SyntaxNode node) {
        return new Statement.Loop(
                node.at(), expressionIn(node, "left"), part(node, "right"), body(node, "body"));
    }

    private Statement forLoop(SyntaxNode node) {
        List<Statement> steps = new ArrayList<>();
        node.child("initializer").ifPresent(first -> statement(first, steps));
        List<Statement> body = new ArrayList<>(body(node, "body").statements());
        node.child("increment").ifPresent(last -> statement(last, body));
        steps.add(
                new Statement.Loop(
                        node.at(), Optional.empty(), part(node, "condition"), new Block(body)));
        return new Statement.Nested(node.at(), new Block(steps));
    }

    private Statement whileLoop(SyntaxNode node) {
        return new Statement.Loop(
                node.at(), Optional.empty(), part(node, "condition"), body(node, "body"));
    }

    private Statement attempt(SyntaxNode node) {
        List<Block> handlers = new ArrayList<>();
        node.child("handler").ifPresent(handler -> handlers.add(blockIn(handler, "body")));
        return new Statement.Attempt(
                node.at(),
                blockIn(node, "body"),
                handlers,
                Block.EMPTY,
                node.child("finalizer").map(last -> blockIn(last, "body")).orElse(Block.EMPTY));
    }

    /** Cases without a body fall through to the next that has one. */
    private Statement choose(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (SyntaxNode way : node.child("body").map(SyntaxNode::children).orElse(List.of())) {
            way.child("value").map(SyntaxNode::text).ifPresent(patterns::add);
            List<Statement> body = new ArrayList<>();
            way.children("body").stream()
                    .filter(step -> !step.is("break_statement"))
                    .forEach(step -> statement(step, body));
            if (body.isEmpty() && way.is("switch_case")) {
                continue;
            }
            String pattern = way.is("switch_default") ? "" : String.join(", ", patterns);
            cases.add(new Statement.Case(pattern, List.of(), new Block(body)));
            patterns.clear();
        }
        return new Statement.Choose(node.at(), part(node, "value"), cases);
    }
}
