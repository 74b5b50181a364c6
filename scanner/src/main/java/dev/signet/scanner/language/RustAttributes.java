package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rust's attributes, of which those matter that say under which name a field is read. */
final class RustAttributes {

    private static final Set<String> NAMES = Set.of("env", "from", "rename", "alias");
    private static final Set<String> DEFAULTS =
            Set.of("default_value", "default", "default_value_t");
    private static final Set<String> ARGUMENTS = Set.of("arg", "clap", "structopt", "envconfig");

    private RustAttributes() {}

    /**
     * The attributes of a field or function as calls.
     *
     * @param field the field's name, which counts where an attribute gives none
     */
    static List<Expression> of(List<SyntaxNode> attributes, String field) {
        List<Expression> found = new ArrayList<>();
        for (SyntaxNode item : attributes) {
            for (SyntaxNode attribute : item.each("attribute")) {
                attribute(attribute, field, found);
            }
        }
        return found;
    }

    private static void attribute(SyntaxNode node, String field, List<Expression> into) {
        String name = node.children().stream().findFirst().map(SyntaxNode::text).orElse("");
        List<SyntaxNode> tokens = node.child("arguments").map(SyntaxNode::all).orElse(List.of());
        String read = "";
        String byDefault = "";
        Span at = node.at();
        for (int i = 0; i < tokens.size(); i++) {
            String key = tokens.get(i).text();
            boolean valued =
                    i + 2 < tokens.size()
                            && tokens.get(i + 1).is("=")
                            && tokens.get(i + 2).is("string_literal");
            if (valued && NAMES.contains(key)) {
                read = RustExpressions.body(tokens.get(i + 2).text());
                at = tokens.get(i + 2).at();
            } else if (valued && DEFAULTS.contains(key) && !name.equals("serde")) {
                byDefault = RustExpressions.body(tokens.get(i + 2).text());
            } else if (key.equals("env") && ARGUMENTS.contains(name)) {
                read = field.toUpperCase(Locale.ROOT);
            }
        }
        if (!read.isEmpty() && !field.isEmpty()) {
            String place = byDefault.isEmpty() ? read : "${" + read + ":" + byDefault + "}";
            into.add(injected(at, read));
            into.add(injected(at, place));
        }
    }

    private static Expression injected(Span at, String name) {
        return new Expression.Call(
                at,
                new Expression.Name(at, "Env"),
                List.of(Expression.Argument.of(Lowering.text(at, name))),
                false);
    }
}
