package dev.signet.scanner.detect;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tells which expressions judge a token here and which ask the authority, through the file's own
 * functions.
 */
final class Judging {

    private static final int DEPTH_MAX = 64;

    private final CodeFile file;
    private final LibraryUses uses;
    private final HandMade handMade;
    private final Delegation delegation;
    private final Search local = new Search(this::isLocal);
    private final Search asking = new Search(this::isAsking);
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
        return local.first(block);
    }

    /** The same inside an expression. */
    Optional<Expression> local(Expression expression) {
        return local.first(expression);
    }

    /** Whether the authority is asked somewhere in a block. */
    boolean asks(Block block) {
        return asking.first(block).isPresent();
    }

    /** The same inside an expression. */
    boolean asks(Expression expression) {
        return asking.first(expression).isPresent();
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

    /** Looks for the first expression that passes a test; each is looked at once. */
    private final class Search {
        private final Predicate<Expression> test;
        private final Map<Object, Optional<Expression>> known = new IdentityHashMap<>();
        private final Set<Function> underway = Collections.newSetFromMap(new IdentityHashMap<>());

        Search(Predicate<Expression> test) {
            this.test = test;
        }

        Optional<Expression> first(Block block) {
            return once(block, () -> search(block));
        }

        Optional<Expression> first(Expression expression) {
            return once(expression, () -> search(expression));
        }

        private Optional<Expression> once(Object looked, Supplier<Optional<Expression>> search) {
            Optional<Expression> before = known.get(looked);
            if (before != null) {
                return before;
            }
            Optional<Expression> found = search.get();
            known.put(looked, found);
            return found;
        }

        private Optional<Expression> search(Block block) {
            for (Statement statement : block.statements()) {
                if (statement instanceof Statement.Define
                        || statement instanceof Statement.DefineType) {
                    continue;
                }
                Optional<Expression> found =
                        among(Children.of(statement), Children.blocks(statement));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private Optional<Expression> search(Expression expression) {
            if (test.test(expression)) {
                return Optional.of(expression);
            }
            Optional<Expression> found =
                    among(Children.of(expression), Children.blocks(expression));
            return found.isEmpty() && expression instanceof Expression.Call call
                    ? throughOwn(call)
                    : found;
        }

        private Optional<Expression> among(List<Expression> expressions, List<Block> blocks) {
            for (Expression inner : expressions) {
                Optional<Expression> found = first(inner);
                if (found.isPresent()) {
                    return found;
                }
            }
            for (Block inner : blocks) {
                Optional<Expression> found = first(inner);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        /** A call of an own function does what that function does. */
        private Optional<Expression> throughOwn(Expression.Call call) {
            for (Function own : called(call)) {
                if (underway.size() < DEPTH_MAX && underway.add(own)) {
                    boolean found = first(own.body()).isPresent();
                    underway.remove(own);
                    if (found) {
                        return Optional.of(call);
                    }
                }
            }
            return Optional.empty();
        }
    }

    private List<Function> called(Expression.Call call) {
        List<Function> found = new ArrayList<>();
        Scope scope = scopes.getOrDefault(call, file.meaning().fileScope());
        addOwn(call.callee(), scope, found);
        for (Expression.Argument argument : call.arguments()) {
            if (argument.value() instanceof Expression.Member
                    || argument.value() instanceof Expression.Name) {
                addOwn(argument.value(), scope, found); // who is given a function calls it
            }
        }
        return found;
    }

    private void addOwn(Expression function, Scope scope, List<Function> into) {
        for (Value value : file.meaning().values(function, scope)) {
            if (value instanceof Value.Own own
                    && into.stream().noneMatch(other -> other == own.function())) {
                into.add(own.function());
            }
        }
    }

    CodeFile file() {
        return file;
    }

    /** The scope in which an expression stands. */
    Scope scope(Expression expression) {
        return scopes.getOrDefault(expression, file.meaning().fileScope());
    }
}
