package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.library.Api;
import dev.signet.scanner.library.Use;
import java.util.List;

/**
 * A place where a file uses a library that handles tokens.
 *
 * @param at the call, or the name where the function is handed on
 * @param use what it comes to with its arguments: a verification that verifies nothing is a peek
 * @param weaknesses checks that it leaves out, as ends of sentences
 */
record LibraryUse(Site at, Api api, Use use, List<String> weaknesses) {

    LibraryUse {
        weaknesses = List.copyOf(weaknesses);
    }

    Expression expression() {
        return at.expression();
    }

    /** Whether it judges or reads a token. */
    boolean reads() {
        return use == Use.VERIFY || use == Use.PEEK;
    }
}
