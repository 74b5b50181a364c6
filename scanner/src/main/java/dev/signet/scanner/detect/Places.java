package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.source.Span;

/** Where a reader looks for something. */
final class Places {

    private static final int NAME_MAX = 1;

    private Places() {}

    /** The name of what is called, which in a long chain is on a line of its own. */
    static Span of(Expression expression) {
        if (!(expression instanceof Expression.Call call)) {
            return expression.at();
        }
        if (call.callee() instanceof Expression.Member member) {
            int end = member.at().end();
            return new Span(Math.max(member.at().start(), end - length(member)), end);
        }
        return call.at();
    }

    private static int length(Expression.Member member) {
        return Math.max(NAME_MAX, member.name().length());
    }
}
