package dev.signet.scanner.meaning;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a block gives back. */
final class Results {

    private Results() {}

    /** The values of its returns; without any, that of a last expression (Ruby, Rust, Kotlin). */
    static List<Expression> of(Block block) {
        List<Expression> found = new ArrayList<>();
        collect(block, found);
        if (found.isEmpty()) {
            last(block, found);
        }
        return found;
    }

    /** What comes of the first parameter of an own function comes of the call's argument. */
    static Value from(Value.Own own, Value result, Optional<Value.Origin> call) {
        boolean told =
                result instanceof Value.Symbol symbol
                        && symbol.origin().isPresent()
                        && symbol.origin().get().expression() instanceof Expression.Call inner
                        && !inner.arguments().isEmpty()
                        && isParameter(own, inner.arguments().getFirst().value());
        return told && result instanceof Value.Symbol symbol
                ? new Value.Symbol(symbol.path(), symbol.imported(), call)
                : result;
    }

    private static boolean isParameter(Value.Own own, Expression argument) {
        return argument instanceof Expression.Name name
                && own.function().parameters().stream()
                        .anyMatch(parameter -> parameter.name().equals(name.id()));
    }

    private static void collect(Block block, List<Expression> found) {
        for (Statement statement : block.statements()) {
            switch (statement) {
                case Statement.Return back -> back.value().ifPresent(found::add);
                case Statement.Define _, Statement.DefineType _ -> {}
                default -> Children.blocks(statement).forEach(inner -> collect(inner, found));
            }
        }
    }

    private static void last(Block block, List<Expression> found) {
        if (block.statements().isEmpty()) {
            return;
        }
        switch (block.statements().getLast()) {
            case Statement.Evaluate evaluate -> found.add(evaluate.expression());
            case Statement.If branch -> {
                last(branch.then(), found);
                last(branch.otherwise(), found);
            }
            case Statement.Choose choose -> choose.cases().forEach(way -> last(way.body(), found));
            case Statement.Attempt attempt -> {
                last(attempt.body(), found);
                attempt.handlers().forEach(handler -> last(handler, found));
            }
            default -> {}
        }
    }
}
