package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ruby's expressions; calls are {@link RubyCalls}. */
final class RubyExpressions {

    private final Ruby ruby;
    private final RubyNames names;
    private final RubyCalls calls;

    RubyExpressions(Ruby ruby, RubyNames names) {
        this.ruby = ruby;
        this.names = names;
        this.calls = new RubyCalls(ruby, this, names);
    }

    Expression of(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier" -> identifier(node);
            case "constant", "super", "operator" -> Lowering.name(node);
            case "self" -> new Expression.Name(node.at(), "self");
            case "instance_variable", "class_variable" -> field(node);
            case "global_variable" -> Lowering.name(node);
            case "scope_resolution" -> scoped(node);
            case "call" -> calls.of(node);
            case "element_reference" -> element(node, true);
            case "string", "delimited_symbol", "subshell", "bare_string", "bare_symbol" ->
                    string(node);
            case "simple_symbol" -> Lowering.text(node.at(), node.text().replaceFirst("^:", ""));
            case "hash_key_symbol" -> Lowering.text(node.at(), node.text());
            case "character" -> Lowering.text(node.at(), node.text().replaceFirst("^\\?", ""));
            case "chained_string" ->
                    new Expression.Concat(node.at(), ruby.expressions(node.children()));
            case "string_array", "symbol_array", "array", "right_assignment_list" ->
                    new Expression.Items(node.at(), ruby.expressions(node.children()));
            case "hash" -> pairs(node);
            case "integer", "float", "rational", "complex" ->
                    new Expression.Digits(node.at(), node.text());
            case "true", "false" -> new Expression.Truth(node.at(), node.is("true"));
            case "nil", "heredoc_beginning", "regex" -> Lowering.nothing(node);
            case "binary" -> binary(node);
            case "unary" -> unary(node);
            case "conditional" ->
                    new Expression.Conditional(
                            node.at(),
                            part(node, "condition"),
                            part(node, "consequence"),
                            part(node, "alternative"));
            case "rescue_modifier" ->
                    new Expression.Either(node.at(), part(node, "body"), part(node, "handler"));
            case "assignment", "operator_assignment" ->
                    new Expression.Assigned(
                            node.at(),
                            node.child("left").map(this::target).orElse(Lowering.nothing(node)),
                            part(node, "right"));
            case "lambda" -> lambda(node, node);
            case "parenthesized_statements" -> parenthesized(node);
            case "if",
                    "unless",
                    "case",
                    "case_match",
                    "begin",
                    "while",
                    "until",
                    "for",
                    "if_modifier",
                    "unless_modifier",
                    "while_modifier",
                    "until_modifier",
                    "return",
                    "method",
                    "singleton_method" ->
                    new Expression.Nested(node.at(), Tails.returned(ruby.blockOf(node)));
            default -> ruby.other(node);
        };
    }

    Expression part(SyntaxNode node, String field) {
        return node.child(field).map(this::of).orElse(Lowering.nothing(node));
    }

    /** A plain name that is a method of the file calls it. */
    private Expression identifier(SyntaxNode node) {
        String name = node.text();
        if (names.isAttribute(name)) {
            return new Expression.Member(node.at(), new Expression.Name(node.at(), "self"), name);
        }
        return names.isMethod(name)
                ? new Expression.Call(node.at(), Lowering.name(node), List.of(), false)
                : Lowering.name(node);
    }

    private static Expression field(SyntaxNode node) {
        return new Expression.Member(
                node.at(),
                new Expression.Name(node.at(), "self"),
                node.text().replaceFirst("^@+", ""));
    }

    private Expression scoped(SyntaxNode node) {
        String name = node.child("name").map(SyntaxNode::text).orElse("");
        return node.child("scope").isPresent()
                ? new Expression.Member(node.at(), part(node, "scope"), name)
                : new Expression.Name(node.at(), name);
    }

    /** A symbol as key is like a member, unless something is set there. */
    private Expression element(SyntaxNode node, boolean symbolsAreMembers) {
        Expression object = part(node, "object");
        List<SyntaxNode> keys =
                node.children().stream().filter(c -> !c.field().equals("object")).toList();
        if (keys.size() != 1) {
            return ruby.other(node);
        }
        Expression key = of(keys.getFirst());
        return symbolsAreMembers
                        && keys.getFirst().is("simple_symbol")
                        && key instanceof Expression.Text text
                ? new Expression.Member(node.at(), object, text.value())
                : new Expression.Index(node.at(), object, key);
    }

    /** What an assignment sets. */
    Expression target(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier" -> Lowering.name(node);
            case "call" ->
                    new Expression.Member(
                            node.at(),
                            part(node, "receiver"),
                            node.child("method").map(SyntaxNode::text).orElse(""));
            case "element_reference" -> element(node, false);
            case "left_assignment_list", "destructured_left_assignment" ->
                    new Expression.Items(
                            node.at(), node.children().stream().map(this::target).toList());
            case "rest_assignment" ->
                    node.children().stream()
                            .findFirst()
                            .map(this::target)
                            .orElse(Lowering.nothing(node));
            default -> of(node);
        };
    }

    private Expression string(SyntaxNode node) {
        List<Expression> parts = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            switch (child.type()) {
                case "interpolation" ->
                        child.children().stream().findFirst().map(this::of).ifPresent(parts::add);
                case "escape_sequence" ->
                        parts.add(Lowering.text(node.at(), Lowering.unescape(child.text())));
                default -> parts.add(Lowering.text(node.at(), child.text()));
            }
        }
        if (parts.isEmpty()) {
            return Lowering.text(node.at(), "");
        }
        return parts.size() == 1 && parts.getFirst() instanceof Expression.Text text
                ? text
                : new Expression.Concat(node.at(), parts);
    }

    private Expression pairs(SyntaxNode node) {
        List<Expression.Pair> pairs = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            if (child.is("pair")) {
                pairs.add(pair(child));
            } else {
                pairs.add(new Expression.Pair(Lowering.nothing(child), ruby.other(child)));
            }
        }
        return new Expression.Pairs(node.at(), pairs);
    }

    /** {@code { token: }} means the variable of that name. */
    Expression.Pair pair(SyntaxNode node) {
        Expression key = part(node, "key");
        Expression value =
                node.child("value")
                        .map(this::of)
                        .orElseGet(() ->
                                key instanceof Expression.Text text
                                        ? new Expression.Name(key.at(), text.value())
                                        : Lowering.nothing(node));
        return new Expression.Pair(key, value);
    }

    private Expression binary(SyntaxNode node) {
        Expression left = part(node, "left");
        Expression right = part(node, "right");
        String operator = node.child("operator").map(SyntaxNode::type).orElse("");
        if (operator.equals("%") && left instanceof Expression.Text) {
            return formatted(node, left, right);
        }
        return switch (operator) {
            case "||", "or" -> new Expression.Either(node.at(), left, right);
            case "&&", "and" -> new Expression.Operation(node.at(), "&&", List.of(left, right));
            case "+" -> new Expression.Concat(node.at(), List.of(left, right));
            default -> new Expression.Operation(node.at(), operator, List.of(left, right));
        };
    }

    private static Expression formatted(SyntaxNode node, Expression format, Expression values) {
        List<Expression.Argument> arguments =
                values instanceof Expression.Items items
                        ? items.values().stream().map(Expression.Argument::of).toList()
                        : List.of(Expression.Argument.of(values));
        Expression method = new Expression.Member(node.at(), format, "format");
        return new Expression.Call(node.at(), method, arguments, false);
    }

    private Expression unary(SyntaxNode node) {
        String operator = node.child("operator").map(SyntaxNode::type).orElse("");
        Expression operand = part(node, "operand");
        return operator.equals("!") || operator.equals("not")
                ? Lowering.not(node.at(), operand)
                : new Expression.Operation(node.at(), operator, List.of(operand));
    }

    private Expression parenthesized(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.size() == 1
                ? of(children.getFirst())
                : new Expression.Nested(node.at(), Tails.returned(ruby.block(node)));
    }

    /** A block or lambda as a function without a name. */
    Expression lambda(SyntaxNode node, SyntaxNode owner) {
        SyntaxNode block =
                node.child("body").filter(b -> b.is("block") || b.is("do_block")).orElse(node);
        return Expression.Lambda.of(
                node.at(),
                owner.child("parameters").map(this::parameters).orElse(List.of()),
                Tails.returned(ruby.bodyIn(block, "body")));
    }

    List<Function.Parameter> parameters(SyntaxNode list) {
        List<Function.Parameter> parameters = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            String name =
                    child.is("identifier")
                            ? child.text()
                            : child.child("name").map(SyntaxNode::text).orElse("");
            parameters.add(
                    new Function.Parameter(
                            name, Optional.empty(), child.child("value").map(this::of), List.of()));
        }
        return parameters;
    }

    /** What a block of one expression gives. */
    static Optional<Expression> result(Expression block) {
        if (block instanceof Expression.Lambda lambda
                && lambda.function().body().statements().size() == 1
                && lambda.function().body().statements().getFirst()
                        instanceof Statement.Return back) {
            return back.value();
        }
        return Optional.empty();
    }
}
