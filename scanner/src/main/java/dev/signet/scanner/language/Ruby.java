package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ruby, by the statements of its grammar; expressions are {@link RubyExpressions}. */
final class Ruby extends Lowering {

    private final RubyNames names = new RubyNames();
    private final RubyExpressions expressions = new RubyExpressions(this, names);

    @Override
    Block file(SyntaxNode root) {
        names.file(root);
        return block(root);
    }

    @Override
    Expression expression(SyntaxNode node) {
        return expressions.of(node);
    }

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "program", "ERROR", "then", "do", "block_body", "parenthesized_statements" ->
                    into.addAll(block(node).statements());
            case "body_statement", "begin", "begin_block", "end_block" ->
                    into.addAll(body(node).statements());
            case "method", "singleton_method" -> into.add(define(node));
            case "class", "module" -> into.add(type(node));
            case "singleton_class" -> into.addAll(blockIn(node, "body").statements());
            case "assignment" -> assignment(node, into);
            case "operator_assignment" -> into.add(set(node));
            case "if", "elsif", "if_modifier" -> into.add(branch(node, false));
            case "unless", "unless_modifier" -> into.add(branch(node, true));
            case "while", "until", "while_modifier", "until_modifier" -> into.add(loop(node));
            case "for" ->
                    into.add(
                            new Statement.Loop(
                                    node.at(),
                                    node.child("pattern").map(expressions::target),
                                    in(node, "value"),
                                    bodyIn(node, "body")));
            case "case", "case_match" -> into.add(choose(node));
            case "rescue_modifier" -> into.add(rescued(node));
            case "return" -> into.add(new Statement.Return(node.at(), result(node)));
            case "next", "break", "redo", "retry" -> into.add(new Statement.Jump(node.at()));
            case "call" -> call(node, into);
            case "empty_statement", "comment", "alias", "undef", "heredoc_body" -> {}
            default -> into.add(evaluate(expression(node)));
        }
    }

    private Expression in(SyntaxNode node, String field) {
        return expressionIn(node, field).orElse(nothing(node));
    }

    private Optional<Expression> result(SyntaxNode node) {
        List<SyntaxNode> values =
                node.children().stream().findFirst().map(SyntaxNode::children).orElse(List.of());
        if (values.size() == 1) {
            return Optional.of(expression(values.getFirst()));
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Expression.Items(node.at(), expressions(values)));
    }

    /** Statements with their rescues, if there are any. */
    Block body(SyntaxNode node) {
        List<Statement> statements = new ArrayList<>();
        List<Block> handlers = new ArrayList<>();
        Block otherwise = Block.EMPTY;
        Block always = Block.EMPTY;
        for (SyntaxNode child : node.children()) {
            switch (child.type()) {
                case "rescue" -> handlers.add(bodyIn(child, "body"));
                case "else" -> otherwise = block(child);
                case "ensure" -> always = block(child);
                default -> statement(child, statements);
            }
        }
        boolean plain = handlers.isEmpty() && always.statements().isEmpty();
        if (plain && otherwise.statements().isEmpty()) {
            return new Block(statements);
        }
        return Block.of(
                new Statement.Attempt(
                        node.at(), new Block(statements), handlers, otherwise, always));
    }

    /** The statements in a field, which may be a single expression. */
    Block bodyIn(SyntaxNode node, String field) {
        return node.child(field)
                .map(body ->
                        switch (body.type()) {
                            case "body_statement", "begin" -> body(body);
                            case "then", "do", "block_body", "else" -> block(body);
                            default -> blockOf(body);
                        })
                .orElse(Block.EMPTY);
    }

    private Statement define(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        RubyNames.Locals outer = names.enter(node);
        Statement method =
                new Statement.Define(
                        new Function(
                                node.at(),
                                name.at(),
                                name.text(),
                                node.child("parameters")
                                        .map(expressions::parameters)
                                        .orElse(List.of()),
                                List.of(),
                                Tails.returned(bodyIn(node, "body"))));
        names.leave(outer);
        return method;
    }

    private Statement type(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        SyntaxNode plain = name.child("name").orElse(name);
        List<Expression> supertypes =
                node.child("superclass").map(s -> expressions(s.children())).orElse(List.of());
        return new Statement.DefineType(
                node.at(), plain.at(), plain.text(), supertypes, List.of(), bodyIn(node, "body"));
    }

    private void assignment(SyntaxNode node, List<Statement> into) {
        Expression target = node.child("left").map(expressions::target).orElse(nothing(node));
        into.add(assign(node.at(), target, in(node, "right")));
        node.child("right")
                .filter(right -> right.is("assignment"))
                .ifPresent(right -> assignment(right, into));
    }

    /** {@code ||=} sets, too. */
    private Statement set(SyntaxNode node) {
        Expression target = node.child("left").map(expressions::target).orElse(nothing(node));
        return assign(node.at(), target, in(node, "right"));
    }

    private Statement branch(SyntaxNode node, boolean negated) {
        Expression condition = in(node, "condition");
        Block then =
                node.child("consequence").isPresent()
                        ? bodyIn(node, "consequence")
                        : bodyIn(node, "body");
        Block otherwise =
                node.child("alternative")
                        .map(a -> a.is("elsif") ? blockOf(a) : block(a))
                        .orElse(Block.EMPTY);
        return new Statement.If(
                node.at(), negated ? not(node.at(), condition) : condition, then, otherwise);
    }

    private Statement loop(SyntaxNode node) {
        return new Statement.Loop(
                node.at(), Optional.empty(), in(node, "condition"), bodyIn(node, "body"));
    }

    private Statement choose(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode way : node.children()) {
            if (way.is("when") || way.is("in_clause")) {
                String pattern =
                        way.children("pattern").stream()
                                .map(SyntaxNode::text)
                                .reduce((a, b) -> a + ", " + b)
                                .orElse("");
                cases.add(new Statement.Case(pattern, RubyNames.bound(way), bodyIn(way, "body")));
            } else if (way.is("else")) {
                cases.add(new Statement.Case("", List.of(), block(way)));
            }
        }
        return new Statement.Choose(node.at(), in(node, "value"), cases);
    }

    private Statement rescued(SyntaxNode node) {
        return new Statement.Attempt(
                node.at(),
                bodyIn(node, "body"),
                List.of(bodyIn(node, "handler")),
                Block.EMPTY,
                Block.EMPTY);
    }

    private void call(SyntaxNode node, List<Statement> into) {
        String method = node.child("method").map(SyntaxNode::text).orElse("");
        if (node.child("receiver").isEmpty()) {
            switch (method) {
                case "require", "require_relative", "load", "autoload" -> required(node, into);
                case "raise", "fail" -> {
                    into.add(new Statement.Throw(node.at(), Optional.of(expression(node))));
                    return;
                }
                case "devise" -> devise(node, into);
                default -> {}
            }
        }
        into.add(evaluate(expression(node)));
    }

    private void required(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode argument :
                node.child("arguments").map(SyntaxNode::children).orElse(List.of())) {
            if (expression(argument) instanceof Expression.Text path) {
                into.add(new Statement.Import(node.at(), path.value(), "", ""));
            }
        }
    }

    /** {@code devise :jwt_authenticatable} makes the model accept tokens. */
    private void devise(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode argument :
                node.child("arguments").map(SyntaxNode::children).orElse(List.of())) {
            if (argument.text().equals(":jwt_authenticatable")) {
                Expression callee = Lowering.dotted(argument.at(), "Devise.jwt_authenticatable");
                into.add(evaluate(new Expression.Call(argument.at(), callee, List.of(), false)));
            }
        }
    }
}
