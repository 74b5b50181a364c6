package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the mappings of all languages share. */
abstract class Lowering {

    /** A whole file. */
    Block file(SyntaxNode root) {
        return block(root);
    }

    /** Adds what a node does, as no, one or more statements. */
    abstract void statement(SyntaxNode node, List<Statement> into);

    /** What a node stands for. */
    abstract Expression expression(SyntaxNode node);

    /** The children of a node, one statement after the other. */
    final Block block(SyntaxNode node) {
        List<Statement> statements = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            statement(child, statements);
        }
        return new Block(statements);
    }

    /** The statements in the node that a field holds, or none. */
    final Block blockIn(SyntaxNode node, String field) {
        return node.child(field).map(this::block).orElse(Block.EMPTY);
    }

    /** One statement as a block of its own. */
    final Block blockOf(SyntaxNode statement) {
        List<Statement> statements = new ArrayList<>();
        statement(statement, statements);
        return new Block(statements);
    }

    final Optional<Expression> expressionIn(SyntaxNode node, String field) {
        return node.child(field).map(this::expression);
    }

    /** What the first thing inside stands for, such as what is returned. */
    final Optional<Expression> only(SyntaxNode node) {
        return node.children().stream().findFirst().map(this::expression);
    }

    /** The value of {@code a = b = value}, which all of them get. */
    final Optional<Expression> assignedValue(SyntaxNode assignment) {
        Optional<SyntaxNode> value = assignment.child("right");
        while (value.isPresent() && value.get().is(assignment.type())) {
            value = value.get().child("right");
        }
        return value.map(this::expression);
    }

    final List<Expression> expressions(List<SyntaxNode> nodes) {
        return nodes.stream().map(this::expression).toList();
    }

    /** Keeps what is inside a node that has no form of its own. */
    final Expression other(SyntaxNode node) {
        return new Expression.Other(node.at(), expressions(node.children()));
    }

    static Expression nothing(SyntaxNode node) {
        return new Expression.Nothing(node.at());
    }

    static Expression name(SyntaxNode node) {
        return new Expression.Name(node.at(), node.text());
    }

    static Expression text(Span at, String value) {
        return new Expression.Text(at, value);
    }

    static Expression not(Span at, Expression operand) {
        return new Expression.Operation(at, "!", List.of(operand));
    }

    static Statement evaluate(Expression expression) {
        return new Statement.Evaluate(expression.at(), expression);
    }

    static Statement assign(Span at, Expression target, Expression value) {
        return new Statement.Assign(at, target, Optional.empty(), Optional.of(value), List.of());
    }

    /** A loop's body, in which its variable has the type that it is declared with. */
    static Block typed(Optional<Expression> variable, Optional<Expression> type, Block body) {
        if (variable.isEmpty() || type.isEmpty()) {
            return body;
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(
                new Statement.Assign(
                        variable.get().at(), variable.get(), type, Optional.empty(), List.of()));
        statements.addAll(body.statements());
        return new Block(statements);
    }

    /** What a container is asked for by its type: {@code services.GetService<T>()}. */
    static Expression ofType(Expression call, Expression type) {
        Expression name = new Expression.Name(call.at(), "<" + call.at().start() + ">");
        return new Expression.Nested(
                call.at(),
                new Block(
                        List.of(
                                evaluate(call),
                                new Statement.Assign(
                                        call.at(),
                                        name,
                                        Optional.of(type),
                                        Optional.empty(),
                                        List.of()),
                                new Statement.Return(call.at(), Optional.of(name)))));
    }

    /** A function that hands all that it is given on to another one. */
    static Expression calling(Expression callee, boolean creates) {
        Span at = callee.at();
        List<Expression.Argument> all =
                List.of(
                        new Expression.Argument(
                                Expression.Argument.SPREAD, new Expression.Nothing(at)));
        Expression call = new Expression.Call(at, callee, all, creates);
        Block body = Block.of(new Statement.Return(at, Optional.of(call)));
        return new Expression.Lambda(at, new Function(at, at, "", List.of(), List.of(), body));
    }

    /** A dotted name as nested members: {@code a.b.c}. */
    static Expression dotted(Span at, String path) {
        String[] parts = path.split("\\.", -1);
        Expression found = new Expression.Name(at, parts[0]);
        for (int i = 1; i < parts.length; i++) {
            found = new Expression.Member(at, found, parts[i]);
        }
        return found;
    }

    /** A text without its quotes, with the escapes that all languages share resolved. */
    static String unescape(String body) {
        if (body.indexOf('\\') < 0) {
            return body;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '\\' || i + 1 == body.length()) {
                text.append(c);
                continue;
            }
            i++;
            i += unescapeOne(body, i, text);
        }
        return text.toString();
    }

    /** Appends what stands behind a backslash; returns how many characters more it took. */
    private static int unescapeOne(String body, int at, StringBuilder text) {
        char c = body.charAt(at);
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case '0' -> text.append('\0');
            case '\n' -> {}
            case 'x' -> {
                return hex(body, at, 2, text);
            }
            case 'u' -> {
                return hex(body, at, 4, text);
            }
            default -> text.append(c);
        }
        return 0;
    }

    private static int hex(String body, int at, int digits, StringBuilder text) {
        if (at + digits >= body.length()) {
            return 0;
        }
        try {
            text.append((char) Integer.parseInt(body.substring(at + 1, at + 1 + digits), 16));
            return digits;
        } catch (NumberFormatException notHex) {
            text.append(body.charAt(at));
            return 0;
        }
    }
}
