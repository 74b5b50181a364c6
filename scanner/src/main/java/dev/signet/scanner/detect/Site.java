package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.meaning.Scope;
import java.util.Optional;

/**
 * An expression where it stands.
 *
 * @param parent the expression that it is directly part of
 * @param annotates whether it belongs to an annotation, decorator or type
 */
record Site(
        Expression expression,
        Scope scope,
        Optional<Function> function,
        Optional<Expression> parent,
        boolean annotates) {}
