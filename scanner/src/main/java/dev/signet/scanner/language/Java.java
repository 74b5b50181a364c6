package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.List;

/** Java. */
final class Java extends Lowering {

    @Override
    Expression expression(SyntaxNode node) {
        return other(node);
    }

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        into.add(evaluate(expression(node)));
    }
}
