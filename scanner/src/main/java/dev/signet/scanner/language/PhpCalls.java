package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PHP's functions that are a part of its language elsewhere: texts, constants, callables. */
final class PhpCalls {

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

    /** {@code call_user_func('A\B::c', x)}, {@code call_user_func([A::class, 'c'], x)}. */
    private static Expression callable(
            SyntaxNode node, Expression.Name function, List<Expression.Argument> arguments) {
        List<Expression.Argument> rest = arguments.subList(1, arguments.size());
        Expression called = arguments.getFirst().value();
        if (called instanceof Expression.Text name) {
            Expression callee =
                    Lowering.dotted(
                            name.at(),
                            name.value().replaceAll("^\\\\", "").replaceAll("\\\\|::", "."));
            return new Expression.Call(node.at(), callee, rest, false);
        }
        if (called instanceof Expression.Items items
                && items.values().size() == 2
                && items.values().getLast() instanceof Expression.Text method) {
            Expression object = items.values().getFirst();
            Expression receiver =
                    object instanceof Expression.Member member && member.name().equals("class")
                            ? member.object()
                            : object;
            Expression callee = new Expression.Member(node.at(), receiver, method.value());
            return new Expression.Call(node.at(), callee, rest, false);
        }
        return new Expression.Call(node.at(), function, arguments, false);
    }
}
