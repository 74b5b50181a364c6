package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a function gives back by the value of its last expression. */
final class Tails {

    private Tails() {}

    /** The block with its last expressions returned. */
    static Block returned(Block block) {
        if (block.statements().isEmpty()) {
            return block;
        }
        List<Statement> statements = new ArrayList<>(block.statements());
        statements.set(statements.size() - 1, returned(statements.getLast()));
        return new Block(statements);
    }

    private static Statement returned(Statement last) {
        return switch (last) {
            case Statement.Evaluate evaluate ->
                    new Statement.Return(evaluate.at(), Optional.of(evaluate.expression()));
            case Statement.If branch ->
                    new Statement.If(
                            branch.at(),
                            branch.condition(),
                            returned(branch.then()),
                            returned(branch.otherwise()));
            case Statement.Choose choose ->
                    new Statement.Choose(
                            choose.at(),
                            choose.subject(),
                            choose.cases().stream().map(Tails::returned).toList());
            case Statement.Attempt attempt ->
                    new Statement.Attempt(
                            attempt.at(),
                            attempt.otherwise().statements().isEmpty()
                                    ? returned(attempt.body())
                                    : attempt.body(),
                            attempt.handlers().stream().map(Tails::returned).toList(),
                            returned(attempt.otherwise()),
                            attempt.always());
            case Statement.Nested nested ->
                    new Statement.Nested(nested.at(), returned(nested.body()));
            default -> last;
        };
    }

    private static Statement.Case returned(Statement.Case way) {
        return new Statement.Case(way.pattern(), way.names(), returned(way.body()));
    }
}
