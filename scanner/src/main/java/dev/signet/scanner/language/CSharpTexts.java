package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** C#'s literal texts: plain, verbatim, raw and interpolated. */
final class CSharpTexts {

    private CSharpTexts() {}

    static boolean isText(SyntaxNode node) {
        return switch (node.type()) {
            case "string_literal",
                    "verbatim_string_literal",
                    "raw_string_literal",
                    "character_literal",
                    "interpolated_string_expression" ->
                    true;
            default -> false;
        };
    }

    static Expression of(SyntaxNode node, CSharpExpressions expressions) {
        return switch (node.type()) {
            case "verbatim_string_literal" -> Lowering.text(node.at(), verbatim(node.text()));
            case "raw_string_literal" -> Lowering.text(node.at(), content(node));
            case "interpolated_string_expression" -> interpolated(node, expressions);
            default -> Lowering.text(node.at(), Lowering.unescape(content(node)));
        };
    }

    private static String verbatim(String text) {
        int from = text.indexOf('"') + 1;
        int to = text.lastIndexOf('"');
        return to < from ? "" : text.substring(from, to).replace("\"\"", "\"");
    }

    private static String content(SyntaxNode node) {
        StringBuilder text = new StringBuilder();
        for (SyntaxNode child : node.children()) {
            if (child.type().endsWith("_content") || child.is("escape_sequence")) {
                text.append(child.text());
            }
        }
        return text.toString();
    }

    private static Expression interpolated(SyntaxNode node, CSharpExpressions expressions) {
        List<Expression> parts = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            switch (child.type()) {
                case "string_content", "escape_sequence" ->
                        parts.add(Lowering.text(node.at(), Lowering.unescape(child.text())));
                case "interpolation" ->
                        child.children().stream()
                                .filter(part -> !part.type().startsWith("interpolation_"))
                                .findFirst()
                                .map(expressions::of)
                                .ifPresent(parts::add);
                default -> {}
            }
        }
        return new Expression.Concat(node.at(), parts);
    }
}
