package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.syntax.SyntaxNode;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rust's items: uses, functions, types and what is implemented for them. */
final class RustItems {

    private static final Set<String> ITEMS =
            WordList.set(
                    """
                    use_declaration extern_crate_declaration attribute_item inner_attribute_item
                    function_item function_signature_item const_item static_item struct_item union_item
                    enum_item trait_item impl_item mod_item foreign_mod_item type_item macro_definition
                    associated_type
                    """);

    private final Rust rust;
    private final RustExpressions expressions;
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Set<String> modules = new LinkedHashSet<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private List<SyntaxNode> attributes = new ArrayList<>();

    /** A type with all that is implemented for it in the file. */
    private static final class Type {
        private final List<Statement> body = new ArrayList<>();
        private Span at;

        Type(Span at) {
            this.at = at;
        }
    }

    RustItems(Rust rust, RustExpressions expressions) {
        this.rust = rust;
        this.expressions = expressions;
    }

    boolean handles(SyntaxNode node) {
        return ITEMS.contains(node.type());
    }

    /** Attributes belong to the item behind them; what is only for tests is left out. */
    void item(SyntaxNode node, List<Statement> into) {
        if (node.is("attribute_item") || node.is("inner_attribute_item")) {
            attributes.add(node);
            return;
        }
        List<SyntaxNode> own = attributes;
        attributes = new ArrayList<>();
        if (own.stream().anyMatch(RustItems::isForTests)) {
            return;
        }
        switch (node.type()) {
            case "use_declaration" ->
                    node.child("argument").ifPresent(argument -> use(argument, "", into));
            case "extern_crate_declaration" -> extern(node, into);
            case "function_item" -> into.add(new Statement.Define(function(node, own)));
            case "const_item", "static_item" -> into.add(constant(node));
            case "struct_item", "union_item" -> struct(node);
            case "enum_item" -> enumeration(node);
            case "trait_item" -> trait(node, into);
            case "impl_item" -> implementation(node);
            case "mod_item", "foreign_mod_item" ->
                    into.add(new Statement.Nested(node.at(), rust.blockIn(node, "body")));
            case "type_item" ->
                    into.add(
                            Lowering.assign(
                                    node.at(),
                                    node.child("name").map(Lowering::name).orElseThrow(),
                                    node.child("type")
                                            .map(expressions::type)
                                            .orElse(Lowering.nothing(node))));
            default -> {}
        }
    }

    private static boolean isForTests(SyntaxNode attribute) {
        String text = attribute.text().replaceAll("\\s+", "");
        return text.equals("#[cfg(test)]") || text.equals("#[test]");
    }

    private void extern(SyntaxNode node, List<Statement> into) {
        String module = node.child("name").map(SyntaxNode::text).orElse("");
        String local = node.child("alias").map(SyntaxNode::text).orElse(module);
        into.add(new Statement.Import(node.at(), module, "", local));
    }

    /** Every leaf of a tree of uses is an import. */
    private void use(SyntaxNode node, String prefix, List<Statement> into) {
        switch (node.type()) {
            case "scoped_use_list" -> {
                String path = joined(prefix, node.child("path").map(SyntaxNode::text).orElse(""));
                node.child("list")
                        .ifPresent(list -> list.children().forEach(c -> use(c, path, into)));
            }
            case "use_list" -> node.children().forEach(c -> use(c, prefix, into));
            case "use_as_clause" -> {
                String path = joined(prefix, node.child("path").map(SyntaxNode::text).orElse(""));
                path = path.replaceAll("(^|\\.)self$", "");
                String alias = node.child("alias").map(SyntaxNode::text).orElse("");
                into.add(imported(node, path, alias.equals("_") ? "" : alias));
            }
            case "use_wildcard" -> {
                String path =
                        unaliased(joined(prefix, node.text().replaceAll("(::)?\\s*\\*$", "")));
                into.add(new Statement.Import(node.at(), path, "", Statement.Import.ALL));
            }
            case "self" -> into.add(imported(node, prefix, last(prefix)));
            default -> {
                String path = joined(prefix, node.text());
                into.add(imported(node, path, last(path)));
            }
        }
    }

    /** {@code use jsonwebtoken as jwt; use jwt::Validation;}. */
    private Statement imported(SyntaxNode node, String written, String local) {
        String path = unaliased(written);
        if (!local.equals(last(path)) && !local.isEmpty()) {
            aliases.put(local, path);
        }
        int dot = path.lastIndexOf('.');
        return dot < 0
                ? new Statement.Import(node.at(), path, "", local)
                : new Statement.Import(
                        node.at(), path.substring(0, dot), path.substring(dot + 1), local);
    }

    private String unaliased(String path) {
        int dot = path.indexOf('.');
        String known = dot < 0 ? null : aliases.get(path.substring(0, dot));
        return known == null ? path : known + path.substring(dot);
    }

    private static String joined(String prefix, String path) {
        String dotted = path.replaceAll("\\s+", "").replace("::", ".").replaceAll("^\\.", "");
        return prefix.isEmpty() || dotted.isEmpty() ? prefix + dotted : prefix + "." + dotted;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private Function function(SyntaxNode node, List<SyntaxNode> own) {
        SyntaxNode name = node.child("name").orElse(node);
        return new Function(
                node.at(),
                name.at(),
                name.text(),
                node.child("parameters").map(expressions::parameters).orElse(List.of()),
                RustAttributes.of(own, ""),
                Tails.returned(rust.blockIn(node, "body")));
    }

    private Statement constant(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        return new Statement.Assign(
                node.at(),
                Lowering.name(name),
                node.child("type").map(expressions::type),
                node.child("value").map(expressions::of),
                List.of());
    }

    private Type type(SyntaxNode name) {
        return types.computeIfAbsent(plain(name), _ -> new Type(name.at()));
    }

    /** A type's name without its parameters and path. */
    private static String plain(SyntaxNode type) {
        return type.text().replaceAll("<.*", "").replaceAll(".*::", "").strip();
    }

    private void struct(SyntaxNode node) {
        Optional<SyntaxNode> name = node.child("name");
        if (name.isEmpty()) {
            return;
        }
        Type type = type(name.get());
        type.at = node.at();
        node.child("body").ifPresent(body -> fields(body, type.body));
    }

    /** The fields of {@code struct Key(HS256Key)} are called 0, 1 and so on. */
    private void numbered(SyntaxNode list, List<Statement> into) {
        int number = 0;
        for (SyntaxNode child : list.children()) {
            if (child.field().equals("type")) {
                into.add(
                        new Statement.Assign(
                                child.at(),
                                new Expression.Name(child.at(), Integer.toString(number)),
                                Optional.of(expressions.type(child)),
                                Optional.empty(),
                                List.of()));
                number++;
            }
        }
    }

    private void fields(SyntaxNode list, List<Statement> into) {
        if (list.is("ordered_field_declaration_list")) {
            numbered(list, into);
            return;
        }
        List<SyntaxNode> own = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            if (child.is("attribute_item")) {
                own.add(child);
            }
            Optional<SyntaxNode> name = child.child("name");
            if (child.is("field_declaration") && name.isPresent()) {
                into.add(
                        new Statement.Assign(
                                name.get().at(),
                                Lowering.name(name.get()),
                                child.child("type").map(expressions::type),
                                Optional.empty(),
                                RustAttributes.of(own, name.get().text())));
                own = new ArrayList<>();
            }
        }
    }

    private void enumeration(SyntaxNode node) {
        Optional<SyntaxNode> name = node.child("name");
        if (name.isEmpty()) {
            return;
        }
        Type type = type(name.get());
        type.at = node.at();
        for (SyntaxNode variant :
                node.child("body").map(b -> b.each("enum_variant")).orElse(List.of())) {
            variant.child("body")
                    .filter(body -> body.is("field_declaration_list"))
                    .ifPresent(body -> fields(body, type.body));
        }
    }

    private void trait(SyntaxNode node, List<Statement> into) {
        SyntaxNode name = node.child("name").orElse(node);
        into.add(
                new Statement.DefineType(
                        node.at(),
                        name.at(),
                        name.text(),
                        List.of(),
                        List.of(),
                        rust.blockIn(node, "body")));
    }

    private void implementation(SyntaxNode node) {
        Optional<SyntaxNode> name = node.child("type");
        if (name.isEmpty()) {
            return;
        }
        Type type = type(name.get());
        String outer = expressions.inside(plain(name.get()));
        type.body.addAll(rust.blockIn(node, "body").statements());
        expressions.inside(outer);
    }

    /** Remembers the modules that the file itself holds. */
    void modules(SyntaxNode node) {
        for (SyntaxNode child : node.children()) {
            if (child.is("mod_item") && child.child("body").isPresent()) {
                child.child("name").map(SyntaxNode::text).ifPresent(modules::add);
                child.child("body").ifPresent(this::modules);
            }
        }
    }

    boolean isModule(Expression path) {
        return modules.contains(RustExpressions.lastName(path));
    }

    /** The file's types, as far as they are built so far. */
    List<Statement> types() {
        List<Statement> found = new ArrayList<>();
        types.forEach((name, type) ->
                found.add(
                        new Statement.DefineType(
                                type.at,
                                type.at,
                                name,
                                List.of(),
                                List.of(),
                                new Block(type.body))));
        return found;
    }
}
