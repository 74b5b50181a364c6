package dev.signet.scanner.detect;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A token that the authority did not say yes to is judged again here. */
final class FallbackRule {

    private static final Set<String> ON_FAILURE =
            Set.of(
                    "catch",
                    "catchError",
                    "onErrorResume",
                    "onErrorReturn",
                    "exceptionally",
                    "recover",
                    "recoverCatching",
                    "recoverWith",
                    "onFailure",
                    "or_else",
                    "unwrap_or_else",
                    "unwrap_or",
                    "or",
                    "orElse",
                    "orElseGet",
                    "getOrElse",
                    "switchIfEmpty",
                    "rescue",
                    "otherwise",
                    "fallback",
                    "withFallback",
                    "handle",
                    "getOrNull",
                    "ifEmpty",
                    "orElseThrow",
                    "fold",
                    "unwrap_or_default");

    private final CodeFile file;
    private final Judging judging;
    private final Report report;

    FallbackRule(CodeFile file, Judging judging, Report report) {
        this.file = file;
        this.judging = judging;
        this.report = report;
    }

    void report() {
        look(file.meaning().file(), new HashSet<>());
        for (CodeFile.Owned<Function> function : file.functions()) {
            look(function.it().body(), new HashSet<>());
            annotated(function.it());
        }
        file.sites().forEach(site -> expression(site.expression()));
    }

    /** {@code @CircuitBreaker(fallbackMethod = "locally")}. */
    private void annotated(Function function) {
        for (Expression annotation : function.annotations()) {
            if (annotation instanceof Expression.Call call && judging.asks(function.body())) {
                call.arguments().stream()
                        .filter(a -> a.name().startsWith("fallback"))
                        .filter(a -> a.value() instanceof Expression.Text)
                        .forEach(a -> fallenBackOn(((Expression.Text) a.value()).value()));
            }
        }
    }

    private void fallenBackOn(String name) {
        for (CodeFile.Owned<Function> other : file.functions()) {
            if (other.it().name().equals(name)) {
                judging.local(other.it().body()).ifPresent(this::add);
            }
        }
    }

    /**
     * Follows a block from its first statement on.
     *
     * @param answers names of variables that hold what the authority said
     * @return whether the block leaves its function, loop or program at its end
     */
    private boolean look(Block block, Set<String> answers) {
        boolean failed = false;
        for (Statement statement : block.statements()) {
            if (failed && !(statement instanceof Statement.Define)) {
                reportLocalIn(Block.of(statement));
            }
            Children.of(statement).forEach(expression -> inside(expression, answers));
            failed |= step(statement, answers);
            if (statement instanceof Statement.Return
                    || statement instanceof Statement.Throw
                    || statement instanceof Statement.Jump) {
                return true;
            }
        }
        return false;
    }

    /** What an expression decides by an answer that came before it. */
    private void inside(Expression expression, Set<String> answers) {
        switch (expression) {
            case Expression.Nested nested -> look(nested.block(), new HashSet<>(answers));
            case Expression.Either either when isAnswer(either.first(), answers) ->
                    judging.local(either.second()).ifPresent(this::add);
            case Expression.Conditional c when isAnswer(c.condition(), answers) -> {
                boolean failure = Outcome.of(c.condition(), answers) == Outcome.FAILURE;
                judging.local(failure ? c.then() : c.otherwise()).ifPresent(this::add);
            }
            case Expression.Lambda _ -> {}
            default -> Children.of(expression).forEach(inner -> inside(inner, answers));
        }
    }

    /** Whether what follows a statement runs only, or also, when the authority did not say yes. */
    private boolean step(Statement statement, Set<String> answers) {
        return switch (statement) {
            case Statement.Assign assign -> {
                assign.value().ifPresent(value -> noteAnswer(assign.target(), value, answers));
                yield false;
            }
            case Statement.If branch -> branch(branch, answers);
            case Statement.Attempt attempt -> attempt(attempt, answers);
            case Statement.Choose choose -> choose(choose, answers);
            case Statement.Loop loop -> {
                look(loop.body(), answers);
                yield false;
            }
            case Statement.Nested nested -> {
                look(nested.body(), answers);
                yield false;
            }
            default -> false;
        };
    }

    private void noteAnswer(Expression target, Expression value, Set<String> answers) {
        if (judging.asks(value) || isAnswer(value, answers)) {
            names(target, answers);
            return;
        }
        Set<String> others = new HashSet<>();
        names(target, others);
        answers.removeAll(others);
    }

    private static void names(Expression target, Set<String> answers) {
        switch (target) {
            case Expression.Name name -> answers.add(name.id());
            case Expression.Items items -> items.values().forEach(v -> names(v, answers));
            case Expression.Other other -> other.parts().forEach(v -> names(v, answers));
            case Expression.Pairs pairs -> pairs.pairs().forEach(p -> names(p.value(), answers));
            default -> {}
        }
    }

    private boolean isAnswer(Expression expression, Set<String> answers) {
        if (expression instanceof Expression.Name name) {
            return answers.contains(name.id());
        }
        return Children.of(expression).stream().anyMatch(inner -> isAnswer(inner, answers));
    }

    private boolean branch(Statement.If branch, Set<String> answers) {
        boolean aboutAnswer =
                isAnswer(branch.condition(), answers) || judging.asks(branch.condition());
        boolean thenLeaves = look(branch.then(), answers);
        boolean otherwiseLeaves = look(branch.otherwise(), answers);
        if (!aboutAnswer) {
            return false;
        }
        Outcome outcome = Outcome.of(branch.condition(), answers);
        if (outcome == Outcome.FAILURE) {
            reportLocalIn(branch.then());
            return false;
        }
        reportLocalIn(branch.otherwise());
        return thenLeaves && !otherwiseLeaves;
    }

    private boolean attempt(Statement.Attempt attempt, Set<String> answers) {
        boolean asked = judging.asks(attempt.body());
        boolean bodyLeaves = look(attempt.body(), answers);
        bodyLeaves |= look(attempt.otherwise(), answers);
        boolean goesOn = attempt.handlers().isEmpty() && bodyLeaves;
        for (Block handler : attempt.handlers()) {
            boolean leaves = look(handler, answers);
            if (asked) {
                reportLocalIn(handler);
                goesOn |= !leaves;
            }
        }
        return asked && goesOn && bodyLeaves;
    }

    private boolean choose(Statement.Choose choose, Set<String> answers) {
        boolean aboutAnswer = isAnswer(choose.subject(), answers) || judging.asks(choose.subject());
        boolean someLeave = false;
        boolean someGoOn = false;
        for (Statement.Case way : choose.cases()) {
            boolean leaves = look(way.body(), answers);
            boolean success = Outcome.ofPattern(way.pattern()) == Outcome.SUCCESS;
            someLeave |= success && leaves;
            someGoOn |= !success && !leaves;
            if (aboutAnswer && !success) {
                reportLocalIn(way.body());
            }
        }
        return aboutAnswer && someLeave && someGoOn;
    }

    /** Fallbacks inside expressions: {@code ask() or decode()}, {@code ask().catch(decode)}. */
    private void expression(Expression expression) {
        switch (expression) {
            case Expression.Either either when judging.asks(either.first()) ->
                    judging.local(either.second()).ifPresent(this::add);
            case Expression.Conditional conditional when judging.asks(conditional.condition()) -> {
                boolean failure = Outcome.of(conditional.condition(), Set.of()) == Outcome.FAILURE;
                judging.local(failure ? conditional.then() : conditional.otherwise())
                        .ifPresent(this::add);
            }
            case Expression.Nested nested -> look(nested.block(), new HashSet<>());
            case Expression.Call call -> onFailure(call);
            default -> {}
        }
    }

    private void onFailure(Expression.Call call) {
        if (!(call.callee() instanceof Expression.Member member)) {
            return;
        }
        boolean second = member.name().equals("then") && call.arguments().size() == 2;
        if (!second && !ON_FAILURE.contains(member.name())) {
            return;
        }
        if (!judging.asks(member.object())) {
            return;
        }
        List<Expression.Argument> handlers =
                second ? call.arguments().subList(1, 2) : call.arguments();
        for (Expression.Argument handler : handlers) {
            judging.local(handler.value()).ifPresent(this::add);
        }
    }

    private void reportLocalIn(Block block) {
        judging.local(block).ifPresent(this::add);
    }

    private void add(Expression local) {
        report.add(
                Rule.LOCAL_FALLBACK,
                Confidence.MEDIUM,
                Places.of(local),
                "this " + Rule.LOCAL_FALLBACK.says());
    }
}
