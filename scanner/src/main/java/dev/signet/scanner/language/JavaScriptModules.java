package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JavaScript's imports and exports. What is exported as it is, is lowered as handed to a call of
 * {@value #EXPORT}; of a whole module that is exported, its member of that name.
 */
final class JavaScriptModules {

    /** Stands for the callee that takes what a file exports. */
    static final String EXPORT = "export";

    private static final Pattern FROM_THE_WEB =
            Pattern.compile(
                    "^https?://(?:deno\\.land/x|esm\\.sh|esm\\.run|unpkg\\.com|cdn\\.skypack\\.dev"
                            + "|cdn\\.jsdelivr\\.net/npm|ga\\.jspm\\.io/npm:|cdn\\.esm\\.sh)/?"
                            + "(?:v\\d+/|stable/)?((?:@[^/@]+/)?[^/@?]+)[^/?]*([^?]*).*$");
    private static final Pattern VERSION = Pattern.compile("^((?:@[^/@]+/)?[^/@]+)@[^/]+");
    private static final Pattern ENDING = Pattern.compile("(/index)?\\.[cm]?js$");

    private static final String REQUIRE = "require\\(\\s*['\"][^'\"]+['\"]\\s*\\)";
    private static final Pattern REQUIRED = Pattern.compile(REQUIRE);
    private static final Pattern PLAIN = Pattern.compile("([\\w$]+|" + REQUIRE + ")(\\.[\\w$]+)*");

    private final JavaScript script;

    JavaScriptModules(JavaScript script) {
        this.script = script;
    }

    /** A package's name without where it is loaded from, its version and its file's ending. */
    static String module(String specifier) {
        Matcher web = FROM_THE_WEB.matcher(specifier);
        if (web.matches()) {
            return web.group(1).equals("hono") && web.group(2).contains("jwt")
                    ? "hono/jwt"
                    : web.group(1);
        }
        if (specifier.startsWith(".") || specifier.startsWith("/") || specifier.contains("://")) {
            return specifier;
        }
        String bare = specifier.replaceFirst("^(node|npm|jsr|bun|deno):/?", "");
        return ENDING.matcher(VERSION.matcher(bare).replaceFirst("$1")).replaceFirst("");
    }

    private static Optional<String> source(SyntaxNode node) {
        return node.child("source").map(text -> module(JavaScriptExpressions.plain(text)));
    }

    void imports(SyntaxNode node, List<Statement> into) {
        Optional<SyntaxNode> required = node.first("import_require_clause");
        if (required.isPresent()) {
            String module = source(required.get()).orElse("");
            required.get()
                    .first("identifier")
                    .ifPresent(local -> into.add(of(local, module, "", local.text())));
            return;
        }
        String module = source(node).orElse("");
        Optional<SyntaxNode> clause = node.first("import_clause");
        if (clause.isEmpty()) {
            into.add(new Statement.Import(node.at(), module, "", ""));
            return;
        }
        for (SyntaxNode child : clause.get().children()) {
            switch (child.type()) {
                case "identifier" -> into.add(of(child, module, "", child.text()));
                case "namespace_import" ->
                        child.first("identifier")
                                .ifPresent(local -> into.add(of(child, module, "", local.text())));
                case "named_imports" -> named(child, module, into);
                default -> {}
            }
        }
    }

    private static Statement of(SyntaxNode at, String module, String symbol, String local) {
        return new Statement.Import(at.at(), module, symbol, local);
    }

    private static void named(SyntaxNode list, String module, List<Statement> into) {
        for (SyntaxNode one : list.each("import_specifier")) {
            String symbol = one.child("name").map(JavaScriptModules::symbol).orElse("");
            String local = one.child("alias").map(SyntaxNode::text).orElse(symbol);
            into.add(of(one, module, symbol.equals("default") ? "" : symbol, local));
        }
    }

    private static String symbol(SyntaxNode name) {
        return name.is("string") ? JavaScriptExpressions.plain(name) : name.text();
    }

    void exports(SyntaxNode node, List<Statement> into) {
        Optional<String> module = source(node);
        if (module.isPresent()) {
            reexports(node, module.get(), into);
            return;
        }
        Optional<SyntaxNode> clause = node.first("export_clause");
        if (clause.isPresent()) {
            List<Expression> names = new ArrayList<>();
            for (SyntaxNode one : clause.get().each("export_specifier")) {
                one.child("name").ifPresent(name -> names.add(Lowering.name(name)));
            }
            hand(node, names, into);
            return;
        }
        node.child("declaration").ifPresent(declared -> declaration(node, declared, into));
        node.child("value")
                .or(() -> node.has("=") ? node.children().stream().findFirst() : Optional.empty())
                .ifPresent(value -> value(node, value, into));
    }

    private void declaration(SyntaxNode export, SyntaxNode declared, List<Statement> into) {
        if (declared.is("class_declaration") || declared.is("abstract_class_declaration")) {
            List<Expression> decorators = script.classes().decorators(export);
            into.add(script.classes().type(declared, declared.child("name"), decorators));
            return;
        }
        script.statement(declared, into);
        for (SyntaxNode one : declared.each("variable_declarator")) {
            one.child("value").ifPresent(value -> handIfPlain(export, List.of(value), into));
        }
    }

    private void value(SyntaxNode export, SyntaxNode value, List<Statement> into) {
        script.statement(value, into);
        handIfPlain(export, entries(value), into);
    }

    /** {@code module.exports = { verify: jwt.verify }}, {@code exports.verify = jwt.verify}. */
    void assignedToExports(SyntaxNode target, SyntaxNode value, List<Statement> into) {
        String name = target.text();
        if (name.startsWith("module.exports") || name.startsWith("exports.")) {
            handIfPlain(target, entries(value), into);
        }
    }

    /** The value itself, or the values in a literal object. */
    private static List<SyntaxNode> entries(SyntaxNode value) {
        if (!value.is("object")) {
            return List.of(value);
        }
        List<SyntaxNode> found = new ArrayList<>();
        for (SyntaxNode entry : value.children()) {
            switch (entry.type()) {
                case "pair" -> entry.child("value").ifPresent(found::add);
                case "shorthand_property_identifier" -> found.add(entry);
                case "spread_element" -> found.addAll(entry.children());
                default -> {}
            }
        }
        return found;
    }

    private void handIfPlain(SyntaxNode at, List<SyntaxNode> values, List<Statement> into) {
        List<Expression> handed = new ArrayList<>();
        for (SyntaxNode value : values) {
            String text = value.text();
            if (REQUIRED.matcher(text).matches()) {
                handed.add(new Expression.Member(value.at(), script.expression(value), EXPORT));
            } else if (PLAIN.matcher(text).matches()) {
                handed.add(script.expression(value));
            }
        }
        hand(at, handed, into);
    }

    private void reexports(SyntaxNode node, String module, List<Statement> into) {
        into.add(new Statement.Import(node.at(), module, "", ""));
        List<Expression> handed = new ArrayList<>();
        Optional<SyntaxNode> clause = node.first("export_clause");
        if (clause.isEmpty()) {
            handed.add(member(node, module, EXPORT));
        } else {
            for (SyntaxNode one : clause.get().each("export_specifier")) {
                String symbol = one.child("name").map(JavaScriptModules::symbol).orElse("");
                if (!one.has("type") && !node.has("type")) {
                    handed.add(member(one, module, symbol.equals("default") ? EXPORT : symbol));
                }
            }
        }
        if (!node.has("type")) {
            hand(node, handed, into);
        }
    }

    private static Expression member(SyntaxNode at, String module, String name) {
        Expression required =
                new Expression.Call(
                        at.at(),
                        new Expression.Name(at.at(), "require"),
                        List.of(Expression.Argument.of(Lowering.text(at.at(), module))),
                        false);
        return new Expression.Member(at.at(), required, name);
    }

    private static void hand(SyntaxNode at, List<Expression> values, List<Statement> into) {
        if (!values.isEmpty()) {
            into.add(
                    Lowering.evaluate(
                            new Expression.Call(
                                    at.at(),
                                    new Expression.Name(at.at(), EXPORT),
                                    values.stream().map(Expression.Argument::of).toList(),
                                    false)));
        }
    }
}
