package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kotlin's lambdas, with what is known of their parameters and receivers. */
final class KotlinLambdas {

    private static final Set<String> GIVING_THEIR_RECEIVER =
            Set.of("let", "also", "takeIf", "takeUnless", "use");

    private static final Set<String> BEING_THEIR_RECEIVER = Set.of("apply", "run", "with");

    /** The names of what gets the lambdas around, from the inside. */
    private final Deque<String> around = new ArrayDeque<>();

    private final Kotlin kotlin;
    private final KotlinExpressions expressions;

    KotlinLambdas(Kotlin kotlin, KotlinExpressions expressions) {
        this.kotlin = kotlin;
        this.expressions = expressions;
    }

    /** Whether the innermost lambda is given to something of that name. */
    boolean areIn(String name) {
        return name.equals(around.peek());
    }

    /** In {@code x.apply { }} and {@code with(x) { }} names without an owner may be x's. */
    Expression of(SyntaxNode node, Expression callee, List<Expression.Argument> arguments) {
        Optional<Expression> object =
                switch (callee) {
                    case Expression.Member member -> Optional.of(member.object());
                    case Expression.Name _ when !arguments.isEmpty() ->
                            Optional.of(arguments.getFirst().value());
                    default -> Optional.empty();
                };
        if (object.isEmpty()
                || !BEING_THEIR_RECEIVER.contains(KotlinExpressions.nameOf(callee))
                || holdsLambda(object.get())) {
            return of(node, Optional.of(callee));
        }
        return Expression.Lambda.of(
                node.at(),
                List.of(new Function.Parameter("this", Optional.empty(), object, List.of())),
                bodyOf(node, Optional.of(callee)));
    }

    private Block bodyOf(SyntaxNode lambda, Optional<Expression> callee) {
        around.push(callee.map(KotlinExpressions::nameOf).orElse(""));
        Block body = lambda.first("statements").map(kotlin::listed).orElse(Block.EMPTY);
        around.pop();
        return body;
    }

    /**
     * Without parameters it has one called {@code it}; with some scope functions that is what they
     * are called on.
     */
    Expression of(SyntaxNode node, Optional<Expression> callee) {
        List<Function.Parameter> parameters = new ArrayList<>();
        Optional<SyntaxNode> list = node.first("lambda_parameters");
        Optional<Expression> receiver = callee.flatMap(KotlinLambdas::receiver);
        Optional<Expression> guess =
                receiver.isPresent() ? Optional.empty() : callee.flatMap(KotlinLambdas::guess);
        if (list.isEmpty()) {
            parameters.add(new Function.Parameter("it", guess, receiver, List.of()));
        } else {
            for (SyntaxNode one : list.get().children()) {
                lambdaParameter(one, guess, receiver, parameters);
            }
        }
        return Expression.Lambda.of(node.at(), parameters, bodyOf(node, callee));
    }

    private void lambdaParameter(
            SyntaxNode node,
            Optional<Expression> guess,
            Optional<Expression> value,
            List<Function.Parameter> into) {
        if (node.is("multi_variable_declaration")) {
            node.children()
                    .forEach(one -> lambdaParameter(one, Optional.empty(), Optional.empty(), into));
            return;
        }
        String name = node.first("simple_identifier").map(SyntaxNode::text).orElse(node.text());
        Optional<Expression> type =
                node.children().stream()
                        .filter(child -> child.is("user_type") || child.is("nullable_type"))
                        .findFirst()
                        .map(expressions::of);
        into.add(new Function.Parameter(name, type.or(() -> guess), value, List.of()));
    }

    /** Not one with a lambda of its own, so that long chains stay small. */
    private static Optional<Expression> receiver(Expression callee) {
        return callee instanceof Expression.Member member
                        && GIVING_THEIR_RECEIVER.contains(member.name())
                        && !holdsLambda(member.object())
                ? Optional.of(member.object())
                : Optional.empty();
    }

    private static boolean holdsLambda(Expression expression) {
        return expression instanceof Expression.Lambda
                || expression instanceof Expression.Nested
                || Children.of(expression).stream().anyMatch(KotlinLambdas::holdsLambda);
    }

    private static Optional<Expression> guess(Expression callee) {
        return switch (callee) {
            case Expression.Member member ->
                    Optional.of(new Expression.Name(member.at(), member.name()));
            case Expression.Name name -> Optional.of(new Expression.Name(name.at(), name.id()));
            default -> Optional.empty();
        };
    }
}
