package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What is taken instead of the secret when none is set: {@code env.JWT_SECRET || "secret"}. */
final class Fallbacks {

    private final Set<Expression> reads = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Site> alternatives = new ArrayList<>();

    /** Notes an expression that reads the secret. */
    void read(Expression expression) {
        reads.add(expression);
    }

    /** Notes an expression that is one of two. */
    void alternative(Site site) {
        alternatives.add(site);
    }

    void report(SecretRules rules) {
        for (Site site : alternatives) {
            switch (site.expression()) {
                case Expression.Either either when reads(either.first()) ->
                        rules.hardcoded(either.second(), site.scope());
                case Expression.Conditional c when reads(c.then()) ->
                        rules.hardcoded(c.otherwise(), site.scope());
                case Expression.Conditional c when reads(c.otherwise()) ->
                        rules.hardcoded(c.then(), site.scope());
                default -> {}
            }
        }
    }

    private boolean reads(Expression expression) {
        return switch (expression) {
            case Expression.Either either -> reads(either.first()) || reads(either.second());
            case Expression.Other other ->
                    other.parts().size() == 1 && reads(other.parts().getFirst());
            case Expression.Call call
                    when call.callee() instanceof Expression.Member member
                            && call.arguments().isEmpty() ->
                    reads.contains(call) || reads(member.object());
            default -> reads.contains(expression);
        };
    }
}
