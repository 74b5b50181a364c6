package dev.signet.scanner.detect;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which expressions judge a token here and which ask the authority, through the file's own
 * functions.
 */
final class Judging {

    private static final int DEPTH_MAX = 4;

    private final CodeFile file;
    private final LibraryUses uses;
    private final HandMade handMade;
    private final Delegation delegation;
    private final IdentityHashMap<Expression, Scope> scopes = new IdentityHashMap<>();

    Judging(CodeFile file, LibraryUses uses, HandMade handMade) {
        this.file = file;
        this.uses = uses;
        this.handMade = handMade;
        this.delegation = new Delegation(file);
        file.sites().forEach(site -> scopes.put(site.expression(), site.scope()));
    }

    /** The first expression in a block that judges or reads a token here. */
    Optional<Expression> local(Block block) {
        return first(block, this::isLocal, 0);
    }

    /** The same inside an expression. */
    Optional<Expression> local(Expression expression) {
        return first(expression, this::isLocal, 0);
    }

    /** Whether the authority is asked somewhere in a block. */
    boolean asks(Block block) {
        return first(block, this::isAsking, 0).isPresent();
    }

    /** The same inside an expression. */
    boolean asks(Expression expression) {
        return first(expression, this::isAsking, 0).isPresent();
    }

    private boolean isLocal(Expression expression) {
        return uses.of(expression).filter(LibraryUse::reads).isPresent()
                || handMade.of(expression).filter(rule -> rule != Rule.LOCAL_SIGN).isPresent();
    }

    private boolean isAsking(Expression expression) {
        return expression instanceof Expression.Call call
                && !isLocal(call)
                && delegation.asks(call, scopes.getOrDefault(call, file.meaning().fileScope()));
    }

    /** What an expression is tested for. */
    private interface Test {
        boolean holds(Expression expression);
    }

    private Optional<Expression> first(Block block, Test test, int depth) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Define
                    || statement instanceof Statement.DefineType) {
                continue;
            }
            for (Expression expression : Children.of(statement)) {
                Optional<Expression> found = first(expression, test, depth);
                if (found.isPresent()) {
                    return found;
                }
            }
            for (Block inner : Children.blocks(statement)) {
                Optional<Expression> found = first(inner, test, depth);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Expression> first(Expression expression, Test test, int depth) {
        if (test.holds(expression)) {
            return Optional.of(expression);
        }
        for (Expression inner : Children.of(expression)) {
            Optional<Expression> found = first(inner, test, depth);
            if (found.isPresent()) {
                return found;
            }
        }
        for (Block inner : Children.blocks(expression)) {
            Optional<Expression> found = first(inner, test, depth);
            if (found.isPresent()) {
                return found;
            }
        }
        return expression instanceof Expression.Call call && depth < DEPTH_MAX
                ? throughOwn(call, test, depth)
                : Optional.empty();
    }

    /** A call of an own function does what that function does. */
    private Optional<Expression> throughOwn(Expression.Call call, Test test, int depth) {
        for (Function own : called(call)) {
            if (first(own.body(), test, depth + 1).isPresent()) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    private Set<Function> called(Expression.Call call) {
        Set<Function> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Scope scope = scopes.getOrDefault(call, file.meaning().fileScope());
        for (Value value : file.meaning().values(call.callee(), scope)) {
            if (value instanceof Value.Own own) {
                found.add(own.function());
            }
        }
        return found;
    }

    CodeFile file() {
        return file;
    }

    /** The scope in which an expression stands. */
    Scope scope(Expression expression) {
        return scopes.getOrDefault(expression, file.meaning().fileScope());
    }
}
