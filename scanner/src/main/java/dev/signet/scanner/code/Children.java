package dev.signet.scanner.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands directly inside an expression or a statement, in the order in which it runs. */
public final class Children {

    private Children() {}

    /** The expressions directly inside, lambdas' bodies and nested blocks not included. */
    public static List<Expression> of(Expression expression) {
        return switch (expression) {
            case Expression.Name _, Expression.Text _, Expression.Digits _ -> List.of();
            case Expression.Truth _, Expression.Nothing _, Expression.Nested _ -> List.of();
            case Expression.Member member -> List.of(member.object());
            case Expression.Index index -> List.of(index.object(), index.key());
            case Expression.Call call -> ofCall(call);
            case Expression.Concat concat -> concat.parts();
            case Expression.Items items -> items.values();
            case Expression.Pairs pairs ->
                    pairs.pairs().stream()
                            .flatMap(p -> List.of(p.key(), p.value()).stream())
                            .toList();
            case Expression.Either either -> List.of(either.first(), either.second());
            case Expression.Conditional c -> List.of(c.condition(), c.then(), c.otherwise());
            case Expression.Operation operation -> operation.operands();
            case Expression.Lambda lambda -> ofFunction(lambda.function());
            case Expression.Assigned assigned -> List.of(assigned.value(), assigned.target());
            case Expression.Other other -> other.parts();
        };
    }

    private static List<Expression> ofCall(Expression.Call call) {
        List<Expression> found = new ArrayList<>();
        found.add(call.callee());
        call.arguments().forEach(argument -> found.add(argument.value()));
        return found;
    }

    /** Annotations, types and defaults of a function. */
    public static List<Expression> ofFunction(Function function) {
        List<Expression> found = new ArrayList<>(function.annotations());
        for (Function.Parameter parameter : function.parameters()) {
            found.addAll(parameter.annotations());
            parameter.type().ifPresent(found::add);
            parameter.byDefault().ifPresent(found::add);
        }
        return found;
    }

    /** The blocks that an expression holds. */
    public static List<Block> blocks(Expression expression) {
        return switch (expression) {
            case Expression.Lambda lambda -> List.of(lambda.function().body());
            case Expression.Nested nested -> List.of(nested.block());
            default -> List.of();
        };
    }

    /** The expressions directly in a statement, not those in its blocks. */
    public static List<Expression> of(Statement statement) {
        return switch (statement) {
            case Statement.Evaluate evaluate -> List.of(evaluate.expression());
            case Statement.Assign assign -> ofAssign(assign);
            case Statement.Return back -> list(back.value());
            case Statement.Throw error -> list(error.value());
            case Statement.If branch -> List.of(branch.condition());
            case Statement.Choose choose -> List.of(choose.subject());
            case Statement.Loop loop -> list(loop.target(), Optional.of(loop.over()));
            case Statement.Define define -> ofFunction(define.function());
            case Statement.DefineType type -> ofType(type);
            case Statement.Jump _, Statement.Attempt _ -> List.of();
            case Statement.Nested _, Statement.Import _ -> List.of();
        };
    }

    private static List<Expression> ofAssign(Statement.Assign assign) {
        List<Expression> found = new ArrayList<>(assign.annotations());
        assign.type().ifPresent(found::add);
        assign.value().ifPresent(found::add);
        found.add(assign.target());
        return found;
    }

    private static List<Expression> ofType(Statement.DefineType type) {
        List<Expression> found = new ArrayList<>(type.annotations());
        found.addAll(type.supertypes());
        return found;
    }

    /** The blocks of a statement, bodies of functions and types included. */
    public static List<Block> blocks(Statement statement) {
        return switch (statement) {
            case Statement.If branch -> List.of(branch.then(), branch.otherwise());
            case Statement.Choose choose ->
                    choose.cases().stream().map(Statement.Case::body).toList();
            case Statement.Attempt attempt -> ofAttempt(attempt);
            case Statement.Loop loop -> List.of(loop.body());
            case Statement.Nested nested -> List.of(nested.body());
            case Statement.Define define -> List.of(define.function().body());
            case Statement.DefineType type -> List.of(type.body());
            default -> List.of();
        };
    }

    private static List<Block> ofAttempt(Statement.Attempt attempt) {
        List<Block> found = new ArrayList<>();
        found.add(attempt.body());
        found.addAll(attempt.handlers());
        found.add(attempt.otherwise());
        found.add(attempt.always());
        return found;
    }

    /** All calls in a block, also in what is nested in it. */
    public static List<Expression.Call> calls(Block block) {
        List<Expression.Call> found = new ArrayList<>();
        for (Statement statement : block.statements()) {
            of(statement).forEach(inner -> calls(inner, found));
            blocks(statement).forEach(inner -> found.addAll(calls(inner)));
        }
        return found;
    }

    private static void calls(Expression expression, List<Expression.Call> found) {
        if (expression instanceof Expression.Call call) {
            found.add(call);
        }
        of(expression).forEach(inner -> calls(inner, found));
        blocks(expression).forEach(inner -> found.addAll(calls(inner)));
    }

    @SafeVarargs
    private static List<Expression> list(Optional<Expression>... values) {
        List<Expression> found = new ArrayList<>();
        for (Optional<Expression> value : values) {
            value.ifPresent(found::add);
        }
        return found;
    }
}
