package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;

/** What expressions call things. */
final class Names {

    private Names() {}

    /** The name at the end of what is read or called; empty when it has none. */
    static String last(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> name.id();
            case Expression.Member member -> member.name();
            case Expression.Call call -> last(call.callee());
            case Expression.Index index -> last(index.object());
            default -> "";
        };
    }
}
