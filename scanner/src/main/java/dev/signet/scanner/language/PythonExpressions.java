package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Python's expressions. */
final class PythonExpressions {

    private final Python python;

    PythonExpressions(Python python) {
        this.python = python;
    }

    Expression of(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier" -> Lowering.name(node);
            case "dotted_name" -> Lowering.dotted(node.at(), node.text().replace(" ", ""));
            case "attribute" -> attribute(node);
            case "subscript" -> subscript(node);
            case "call" -> call(node);
            case "string" -> string(node);
            case "concatenated_string" -> concat(node, node.children());
            case "integer", "float" -> new Expression.Digits(node.at(), node.text());
            case "true" -> new Expression.Truth(node.at(), true);
            case "false" -> new Expression.Truth(node.at(), false);
            case "none", "ellipsis" -> Lowering.nothing(node);
            case "list",
                    "tuple",
                    "set",
                    "expression_list",
                    "pattern_list",
                    "tuple_pattern",
                    "list_pattern" ->
                    new Expression.Items(node.at(), python.expressions(node.children()));
            case "dictionary" -> dictionary(node);
            case "boolean_operator" -> logical(node);
            case "not_operator" -> Lowering.not(node.at(), part(node, "argument"));
            case "comparison_operator" -> comparison(node);
            case "binary_operator" -> binary(node);
            case "conditional_expression" -> conditional(node);
            case "lambda" -> lambda(node);
            case "named_expression" ->
                    new Expression.Assigned(node.at(), part(node, "name"), part(node, "value"));
            case "assignment" ->
                    new Expression.Assigned(node.at(), part(node, "left"), part(node, "right"));
            case "list_comprehension",
                    "set_comprehension",
                    "generator_expression",
                    "dictionary_comprehension" ->
                    comprehension(node);
            case "await",
                    "parenthesized_expression",
                    "type",
                    "as_pattern_target",
                    "yield",
                    "interpolation",
                    "expression_statement" ->
                    inner(node);
            default -> python.other(node);
        };
    }

    private Expression part(SyntaxNode node, String field) {
        return node.child(field).map(this::of).orElse(Lowering.nothing(node));
    }

    /** What has no effect on the meaning of what is inside. */
    private Expression inner(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.size() == 1 ? of(children.getFirst()) : python.other(node);
    }

    private Expression attribute(SyntaxNode node) {
        return new Expression.Member(
                node.at(),
                part(node, "object"),
                node.child("attribute").map(SyntaxNode::text).orElse(""));
    }

    private Expression subscript(SyntaxNode node) {
        return new Expression.Index(node.at(), part(node, "value"), part(node, "subscript"));
    }

    private Expression call(SyntaxNode node) {
        List<Expression.Argument> arguments =
                node.child("arguments")
                        .map(list ->
                                list.is("generator_expression")
                                        ? List.of(Expression.Argument.of(of(list)))
                                        : arguments(list))
                        .orElse(List.of());
        Expression function = part(node, "function");
        return isDict(function, arguments)
                ? dict(node, arguments)
                : new Expression.Call(node.at(), function, arguments, false);
    }

    private static boolean isDict(Expression function, List<Expression.Argument> arguments) {
        return function instanceof Expression.Name name
                && name.id().equals("dict")
                && !arguments.isEmpty()
                && arguments.stream().noneMatch(argument -> argument.name().isEmpty());
    }

    /** {@code dict(a=1)} is {@code {"a": 1}}. */
    private static Expression dict(SyntaxNode node, List<Expression.Argument> arguments) {
        List<Expression.Pair> pairs = new ArrayList<>();
        for (Expression.Argument argument : arguments) {
            Expression key = Lowering.text(argument.value().at(), argument.name());
            pairs.add(new Expression.Pair(key, argument.value()));
        }
        return new Expression.Pairs(node.at(), pairs);
    }

    private List<Expression.Argument> arguments(SyntaxNode list) {
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            switch (child.type()) {
                case "keyword_argument" ->
                        arguments.add(
                                new Expression.Argument(
                                        child.child("name").map(SyntaxNode::text).orElse(""),
                                        part(child, "value")));
                case "list_splat", "dictionary_splat" -> spread(child, arguments);
                default -> arguments.add(Expression.Argument.of(of(child)));
            }
        }
        return arguments;
    }

    /** A literal map that is spread says its names. */
    private void spread(SyntaxNode node, List<Expression.Argument> arguments) {
        Expression value = inner(node);
        if (value instanceof Expression.Pairs pairs) {
            for (Expression.Pair pair : pairs.pairs()) {
                if (pair.key() instanceof Expression.Text key) {
                    arguments.add(new Expression.Argument(key.value(), pair.value()));
                }
            }
            return;
        }
        arguments.add(new Expression.Argument(Expression.Argument.SPREAD, value));
    }

    private Expression string(SyntaxNode node) {
        List<Expression> parts = new ArrayList<>();
        boolean raw =
                node.first("string_start")
                        .map(SyntaxNode::text)
                        .filter(start -> start.contains("r") || start.contains("R"))
                        .isPresent();
        for (SyntaxNode child : node.children()) {
            switch (child.type()) {
                case "string_content" ->
                        parts.add(
                                Lowering.text(
                                        node.at(),
                                        raw ? child.text() : Lowering.unescape(child.text())));
                case "interpolation" -> parts.add(interpolated(child));
                default -> {}
            }
        }
        if (parts.isEmpty()) {
            return Lowering.text(node.at(), "");
        }
        return parts.size() == 1 && parts.getFirst() instanceof Expression.Text text
                ? text
                : new Expression.Concat(node.at(), parts);
    }

    private Expression interpolated(SyntaxNode node) {
        return node.child("expression")
                .or(() -> node.children().stream().findFirst())
                .map(this::of)
                .orElse(Lowering.nothing(node));
    }

    private Expression concat(SyntaxNode node, List<SyntaxNode> parts) {
        return new Expression.Concat(node.at(), python.expressions(parts));
    }

    private Expression dictionary(SyntaxNode node) {
        List<Expression.Pair> pairs = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            if (child.is("pair")) {
                pairs.add(new Expression.Pair(part(child, "key"), part(child, "value")));
            } else {
                pairs.add(new Expression.Pair(Lowering.nothing(child), inner(child)));
            }
        }
        return new Expression.Pairs(node.at(), pairs);
    }

    private Expression logical(SyntaxNode node) {
        Expression left = part(node, "left");
        Expression right = part(node, "right");
        return node.has("or")
                ? new Expression.Either(node.at(), left, right)
                : new Expression.Operation(node.at(), "&&", List.of(left, right));
    }

    /** {@code is} and {@code is not} compare, too. */
    private Expression comparison(SyntaxNode node) {
        String operator =
                node.all().stream()
                        .filter(child -> child.field().equals("operators"))
                        .map(SyntaxNode::type)
                        .findFirst()
                        .orElse("");
        String known =
                switch (operator) {
                    case "is" -> "==";
                    case "is not", "<>" -> "!=";
                    default -> operator;
                };
        List<Expression> operands =
                node.children().stream()
                        .filter(child -> !child.field().equals("operators"))
                        .map(this::of)
                        .toList();
        return new Expression.Operation(node.at(), known, operands);
    }

    /** {@code +} puts texts together, {@code %} fills one. */
    private Expression binary(SyntaxNode node) {
        Expression left = part(node, "left");
        Expression right = part(node, "right");
        if (node.has("+")) {
            return new Expression.Concat(node.at(), List.of(left, right));
        }
        if (node.has("%") && isText(left)) {
            List<Expression.Argument> arguments =
                    right instanceof Expression.Items items
                            ? items.values().stream().map(Expression.Argument::of).toList()
                            : List.of(Expression.Argument.of(right));
            Expression format = new Expression.Member(node.at(), left, "format");
            return new Expression.Call(node.at(), format, arguments, false);
        }
        String operator = node.child("operator").map(SyntaxNode::type).orElse("");
        return new Expression.Operation(node.at(), operator, List.of(left, right));
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Expression.Text || expression instanceof Expression.Concat;
    }

    private Expression conditional(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        return parts.size() == 3
                ? new Expression.Conditional(
                        node.at(), of(parts.get(1)), of(parts.get(0)), of(parts.get(2)))
                : python.other(node);
    }

    private Expression lambda(SyntaxNode node) {
        Expression body = part(node, "body");
        Statement result = new Statement.Return(body.at(), Optional.of(body));
        List<Function.Parameter> parameters =
                node.child("parameters").map(this::parameters).orElse(List.of());
        return Expression.Lambda.of(node.at(), parameters, Block.of(result));
    }

    private Expression comprehension(SyntaxNode node) {
        Block body = Block.of(Lowering.evaluate(part(node, "body")));
        List<SyntaxNode> clauses = node.children();
        for (int i = clauses.size() - 1; i > 0; i--) {
            SyntaxNode clause = clauses.get(i);
            body =
                    Block.of(
                            clause.is("for_in_clause")
                                    ? new Statement.Loop(
                                            clause.at(),
                                            clause.child("left").map(this::of),
                                            part(clause, "right"),
                                            body)
                                    : new Statement.If(
                                            clause.at(), inner(clause), body, Block.EMPTY));
        }
        return new Expression.Nested(node.at(), body);
    }

    List<Function.Parameter> parameters(SyntaxNode list) {
        List<Function.Parameter> parameters = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            String name =
                    child.child("name")
                            .or(() -> child.children().stream().findFirst())
                            .map(SyntaxNode::text)
                            .orElse(child.text());
            parameters.add(
                    new Function.Parameter(
                            name,
                            child.child("type").map(this::of),
                            child.child("value").map(this::of),
                            List.of()));
        }
        return parameters;
    }
}
