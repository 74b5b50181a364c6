package dev.signet.scanner.detect;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.words.WordList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A token that the authority did not say yes to is judged again here. */
final class FallbackRule {

    private static final Set<String> ON_FAILURE =
            WordList.set(
                    """
                    catch catchError onErrorResume onErrorReturn exceptionally recover recoverCatching
                    recoverWith onFailure or_else unwrap_or_else unwrap_or or orElse orElseGet getOrElse
                    switchIfEmpty rescue otherwise fallback withFallback handle getOrNull ifEmpty
                    orElseThrow fold unwrap_or_default
                    """);

    /** How the end of something is reached. */
    private enum End {
        /** Not at all: the function, loop or program is left before. */
        LEFT,
        /** Only, or also, when the authority did not say yes. */
        FAILED,
        REACHED
    }

    private final CodeFile file;
    private final Judging judging;
    private final Report report;

    FallbackRule(CodeFile file, Judging judging, Report report) {
        this.file = file;
        this.judging = judging;
        this.report = report;
    }

    void report() {
        look(file.meaning().file(), new LinkedHashSet<>());
        for (CodeFile.Owned<Function> function : file.functions()) {
            look(function.it().body(), new LinkedHashSet<>());
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
     * @return how its end is reached
     */
    private End look(Block block, Set<String> answers) {
        boolean failed = false;
        for (Statement statement : block.statements()) {
            if (failed && !(statement instanceof Statement.Define)) {
                reportLocalIn(Block.of(statement));
            }
            Children.of(statement).forEach(expression -> inside(expression, answers));
            End end = step(statement, answers);
            failed |= end == End.FAILED;
            if (end == End.LEFT) {
                return End.LEFT;
            }
        }
        return failed ? End.FAILED : End.REACHED;
    }

    /** What an expression decides by an answer that came before it. */
    private void inside(Expression expression, Set<String> answers) {
        switch (expression) {
            case Expression.Nested nested -> look(nested.block(), new LinkedHashSet<>(answers));
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

    private End step(Statement statement, Set<String> answers) {
        return switch (statement) {
            case Statement.Assign assign -> {
                assign.value().ifPresent(value -> noteAnswer(assign.target(), value, answers));
                yield End.REACHED;
            }
            case Statement.Return _, Statement.Throw _, Statement.Jump _ -> End.LEFT;
            case Statement.If branch -> branch(branch, answers);
            case Statement.Attempt attempt -> attempt(attempt, answers);
            case Statement.Choose choose -> choose(choose, answers);
            case Statement.Loop loop ->
                    look(loop.body(), answers) == End.FAILED ? End.FAILED : End.REACHED;
            case Statement.Nested nested -> look(nested.body(), answers);
            default -> End.REACHED;
        };
    }

    private void noteAnswer(Expression target, Expression value, Set<String> answers) {
        if (judging.asks(value) || isAnswer(value, answers)) {
            names(target, answers);
            return;
        }
        Set<String> others = new LinkedHashSet<>();
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

    private End branch(Statement.If branch, Set<String> answers) {
        boolean aboutAnswer =
                isAnswer(branch.condition(), answers) || judging.asks(branch.condition());
        End then = look(branch.then(), answers);
        End otherwise = look(branch.otherwise(), answers);
        if (aboutAnswer) {
            if (Outcome.of(branch.condition(), answers) == Outcome.FAILURE) {
                reportLocalIn(branch.then());
            } else {
                reportLocalIn(branch.otherwise());
                if (then == End.LEFT && otherwise != End.LEFT) {
                    return End.FAILED;
                }
            }
        }
        if (then == End.LEFT && otherwise == End.LEFT) {
            return End.LEFT;
        }
        return then == End.FAILED || otherwise == End.FAILED ? End.FAILED : End.REACHED;
    }

    private End attempt(Statement.Attempt attempt, Set<String> answers) {
        boolean asked = judging.asks(attempt.body());
        End body = look(attempt.body(), answers);
        End rest = look(attempt.otherwise(), answers);
        boolean leaves = body == End.LEFT || rest == End.LEFT;
        boolean goesOn = attempt.handlers().isEmpty() && leaves;
        boolean allLeave = leaves && !attempt.handlers().isEmpty();
        for (Block handler : attempt.handlers()) {
            End end = look(handler, answers);
            allLeave &= end == End.LEFT;
            if (asked) {
                reportLocalIn(handler);
                goesOn |= end != End.LEFT;
            }
        }
        if (asked && ((goesOn && leaves) || body == End.FAILED || rest == End.FAILED)) {
            return End.FAILED;
        }
        return allLeave ? End.LEFT : End.REACHED;
    }

    private End choose(Statement.Choose choose, Set<String> answers) {
        boolean aboutAnswer = isAnswer(choose.subject(), answers) || judging.asks(choose.subject());
        boolean someLeave = false;
        boolean someGoOn = false;
        for (Statement.Case way : choose.cases()) {
            boolean leaves = look(way.body(), answers) == End.LEFT;
            boolean success = Outcome.ofPattern(way.pattern()) == Outcome.SUCCESS;
            someLeave |= success && leaves;
            someGoOn |= !success && !leaves;
            if (aboutAnswer && !success) {
                reportLocalIn(way.body());
            }
        }
        return aboutAnswer && someLeave && someGoOn ? End.FAILED : End.REACHED;
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
            case Expression.Nested nested -> look(nested.block(), new LinkedHashSet<>());
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
