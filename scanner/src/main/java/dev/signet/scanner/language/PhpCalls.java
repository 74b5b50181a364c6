package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** PHP's functions that are a part of its language elsewhere: texts, constants, callables. */
final class PhpCalls {

    private static final Pattern METHOD = Pattern.compile("[a-z]\\w*");

    private PhpCalls() {}

    /** A call of a function by its plain name, or of what a variable holds. */
    static Expression plain(SyntaxNode node, Expression callee, PhpExpressions expressions) {
        Optional<SyntaxNode> list = node.child("arguments");
        if (list.isPresent() && list.get().has("variadic_placeholder")) {
            return callee;
        }
        List<Expression.Argument> arguments = expressions.arguments(list);
        if (!(callee instanceof Expression.Name function) || arguments.isEmpty()) {
            return new Expression.Call(node.at(), callee, arguments, false);
        }
        return switch (function.id()) {
            case "define" -> define(node, function, arguments);
            case "sprintf" -> method(node, "format", arguments);
            case "implode", "join" -> method(node, "join", arguments);
            case "strtoupper" -> method(node, "upper", arguments);
            case "strtolower" -> method(node, "lower", arguments);
            case "trim" -> method(node, "trim", arguments);
            case "call_user_func" -> callable(node, function, arguments);
            case "call_user_func_array" -> callable(node, function, spread(arguments));
            case "constant" ->
                    arguments.getFirst().value() instanceof Expression.Text name
                            ? Lowering.dotted(node.at(), name.value().replaceAll("\\\\|::", "."))
                            : new Expression.Call(node.at(), callee, arguments, false);
            default -> new Expression.Call(node.at(), callee, arguments, false);
        };
    }

    /** {@code define('NAME', value)} sets a constant and says its name. */
    private static Expression define(
            SyntaxNode node, Expression.Name function, List<Expression.Argument> arguments) {
        if (arguments.size() > 1 && arguments.getFirst().value() instanceof Expression.Text name) {
            Expression target = new Expression.Name(name.at(), name.value());
            Expression value = arguments.get(1).value();
            return new Expression.Other(
                    node.at(), List.of(name, new Expression.Assigned(node.at(), target, value)));
        }
        return new Expression.Call(node.at(), function, arguments, false);
    }

    private static Expression method(
            SyntaxNode node, String name, List<Expression.Argument> arguments) {
        List<Expression.Argument> rest = new ArrayList<>(arguments);
        Expression object = rest.removeFirst().value();
        return new Expression.Call(
                node.at(), new Expression.Member(node.at(), object, name), rest, false);
    }

    /** The arguments that are given in a list. */
    private static List<Expression.Argument> spread(List<Expression.Argument> arguments) {
        List<Expression.Argument> all = new ArrayList<>(arguments.subList(0, 1));
        for (Expression.Argument list : arguments.subList(1, arguments.size())) {
            if (list.value() instanceof Expression.Items items) {
                items.values().forEach(value -> all.add(Expression.Argument.of(value)));
            } else {
                all.add(list);
            }
        }
        return all;
    }

    /** {@code call_user_func('A\B::c', x)}, {@code call_user_func([A::class, 'c'], x)}. */
    private static Expression callable(
            SyntaxNode node, Expression.Name function, List<Expression.Argument> arguments) {
        List<Expression.Argument> rest = arguments.subList(1, arguments.size());
        Expression called = arguments.getFirst().value();
        if (called instanceof Expression.Text name) {
            return new Expression.Call(node.at(), named(name), rest, false);
        }
        if (called instanceof Expression.Items items) {
            return method(items)
                    .map(method -> new Expression.Call(node.at(), method, rest, false))
                    .orElseGet(() -> new Expression.Call(node.at(), function, arguments, false));
        }
        return called instanceof Expression.Lambda
                ? new Expression.Call(node.at(), function, arguments, false)
                : new Expression.Call(node.at(), called, rest, false);
    }

    private static Expression named(Expression.Text name) {
        String path = name.value().replaceAll("^\\\\", "").replaceAll("\\\\|::", ".");
        return Lowering.dotted(name.at(), path);
    }

    /** {@code [A::class, 'method']} and {@code ['A\B', 'method']} are methods; else empty. */
    static Optional<Expression> method(Expression.Items items) {
        if (items.values().size() != 2
                || !(items.values().getLast() instanceof Expression.Text method)
                || !METHOD.matcher(method.value()).matches()) {
            return Optional.empty();
        }
        return switch (items.values().getFirst()) {
            case Expression.Member type when type.name().equals("class") ->
                    Optional.of(new Expression.Member(items.at(), type.object(), method.value()));
            case Expression.Text type when type.value().indexOf('\\') >= 0 ->
                    Optional.of(new Expression.Member(items.at(), named(type), method.value()));
            case Expression.Name object when object.id().equals("this") ->
                    Optional.of(new Expression.Member(items.at(), object, method.value()));
            default -> Optional.empty();
        };
    }
}
