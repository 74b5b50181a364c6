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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's imports, variables, types and functions. */
final class GoDeclarations {

    private static final Pattern VERSION = Pattern.compile("/v\\d+(?=/|$)|\\.v\\d+(?=/|$)");
    private static final Pattern TAG = Pattern.compile("([\\w-]+):\"([^\"]*)\"");

    /** Tags that say under which name a setting is read. */
    private static final Set<String> SETTING_TAGS =
            WordList.set(
                    """
                    env envconfig mapstructure koanf ini conf config flag arg long cli dotenv viper yaml
                    toml hcl properties
                    """);

    private static final Set<String> DEFAULT_TAGS =
            Set.of("envDefault", "default", "env-default", "defaultEnv");

    private final Go go;
    private final GoExpressions expressions;
    private final Map<String, Type> types = new LinkedHashMap<>();

    /** A type with its methods, which stand elsewhere in the file. */
    private static final class Type {
        private final List<Statement> body = new ArrayList<>();
        private final List<Expression> supertypes = new ArrayList<>();
        private Span at;
        private Span nameAt;

        Type(SyntaxNode name) {
            this.at = name.at();
            this.nameAt = name.at();
        }
    }

    GoDeclarations(Go go, GoExpressions expressions) {
        this.go = go;
        this.expressions = expressions;
    }

    void imports(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode child : node.children()) {
            if (child.is("import_spec")) {
                imported(child, into);
            } else {
                imports(child, into);
            }
        }
    }

    private void imported(SyntaxNode node, List<Statement> into) {
        String path = node.child("path").map(SyntaxNode::text).orElse("\"\"");
        String module = VERSION.matcher(path.substring(1, path.length() - 1)).replaceAll("");
        String name = node.child("name").map(SyntaxNode::text).orElse("");
        switch (name) {
            case "" ->
                    localNames(module)
                            .forEach(local ->
                                    into.add(new Statement.Import(node.at(), module, "", local)));
            case "." -> into.add(new Statement.Import(node.at(), module, "", Statement.Import.ALL));
            case "_" -> into.add(new Statement.Import(node.at(), module, "", ""));
            default -> into.add(new Statement.Import(node.at(), module, "", name));
        }
    }

    /** What the package may be called, which need not be the path's last part. */
    private static Set<String> localNames(String module) {
        String last = module.substring(module.lastIndexOf('/') + 1);
        Set<String> names = new LinkedHashSet<>();
        if (last.indexOf('-') < 0 && last.indexOf('.') < 0) {
            names.add(last);
            return names;
        }
        String bare = last.replaceAll("^go[-.]|[-.]go$", "");
        names.add(bare.replaceAll("[-.]", ""));
        names.add(bare.replaceAll(".*[-.]", ""));
        return names;
    }

    void variables(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode child : node.children()) {
            if (child.is("const_spec") || child.is("var_spec")) {
                variable(child, into);
            } else {
                variables(child, into);
            }
        }
    }

    private void variable(SyntaxNode node, List<Statement> into) {
        List<SyntaxNode> names = node.children("name");
        List<SyntaxNode> values = node.child("value").map(SyntaxNode::children).orElse(List.of());
        Optional<Expression> type = node.child("type").map(expressions::of);
        if (values.size() == 1 && names.size() > 1) {
            Expression targets = new Expression.Items(node.at(), go.expressions(names));
            into.add(Lowering.assign(node.at(), targets, expressions.of(values.getFirst())));
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            Optional<Expression> value =
                    i < values.size()
                            ? Optional.of(expressions.of(values.get(i)))
                            : Optional.empty();
            into.add(
                    new Statement.Assign(
                            names.get(i).at(),
                            Lowering.name(names.get(i)),
                            type,
                            value,
                            List.of()));
        }
    }

    void types(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode child : node.children()) {
            Optional<SyntaxNode> name = child.child("name");
            Optional<SyntaxNode> type = child.child("type");
            if (name.isEmpty() || type.isEmpty()) {
                continue;
            }
            switch (type.get().type()) {
                case "struct_type" -> struct(child, name.get(), type.get());
                case "interface_type", "function_type" -> type(name.get());
                default ->
                        into.add(
                                Lowering.assign(
                                        child.at(),
                                        Lowering.name(name.get()),
                                        expressions.of(type.get())));
            }
        }
    }

    private Type type(SyntaxNode name) {
        return types.computeIfAbsent(name.text(), _ -> new Type(name));
    }

    private void struct(SyntaxNode node, SyntaxNode name, SyntaxNode struct) {
        Type type = type(name);
        type.at = node.at();
        type.nameAt = name.at();
        fields(struct, type);
    }

    private void fields(SyntaxNode struct, Type type) {
        List<SyntaxNode> fields =
                struct.first("field_declaration_list").map(SyntaxNode::children).orElse(List.of());
        for (SyntaxNode field : fields) {
            List<SyntaxNode> names = field.children("name");
            Optional<SyntaxNode> declared = field.child("type");
            if (names.isEmpty()) {
                declared.map(expressions::of).ifPresent(type.supertypes::add);
            }
            for (SyntaxNode name : names) {
                type.body.add(
                        new Statement.Assign(
                                name.at(),
                                Lowering.name(name),
                                declared.map(expressions::of),
                                Optional.empty(),
                                tags(field)));
                declared.filter(t -> t.is("struct_type")).ifPresent(t -> nested(name, t, type));
            }
        }
    }

    /** A struct without a name is known by its field's. */
    private void nested(SyntaxNode name, SyntaxNode struct, Type outer) {
        Type inner = new Type(name);
        fields(struct, inner);
        outer.body.add(
                new Statement.DefineType(
                        name.at(),
                        name.at(),
                        name.text() + "Config",
                        List.of(),
                        List.of(),
                        new Block(inner.body)));
    }

    /** {@code `env:"NAME" envDefault:"x"`} as the injection of a setting. */
    private List<Expression> tags(SyntaxNode field) {
        Optional<SyntaxNode> tag = field.child("tag");
        if (tag.isEmpty()) {
            return List.of();
        }
        List<Expression> found = new ArrayList<>();
        Span at = tag.get().at();
        String byDefault = "";
        String name = "";
        Matcher entries = TAG.matcher(tag.get().text());
        while (entries.find()) {
            String value = entries.group(2).replaceAll(",.*", "");
            if (DEFAULT_TAGS.contains(entries.group(1))) {
                byDefault = entries.group(2);
            } else if (SETTING_TAGS.contains(entries.group(1)) && !value.isEmpty()) {
                name = value;
                found.add(injected(at, name));
            }
        }
        if (!byDefault.isEmpty() && !name.isEmpty()) {
            found.add(injected(at, "${" + name + ":" + byDefault + "}"));
        }
        return found;
    }

    private static Expression injected(Span at, String name) {
        return new Expression.Call(
                at,
                new Expression.Name(at, "Env"),
                List.of(Expression.Argument.of(Lowering.text(at, name))),
                false);
    }

    Statement function(SyntaxNode node) {
        return new Statement.Define(defined(node));
    }

    private Function defined(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        return new Function(
                node.at(),
                name.at(),
                name.text(),
                expressions.parameters(node),
                List.of(),
                go.blockIn(node, "body"));
    }

    /** A method becomes part of its type, and the object that it is called on {@code this}. */
    void method(SyntaxNode node) {
        Optional<SyntaxNode> receiver =
                node.child("receiver").flatMap(r -> r.first("parameter_declaration"));
        Optional<SyntaxNode> owner =
                receiver.flatMap(r -> r.child("type")).flatMap(GoDeclarations::named);
        expressions.inMethodOf(
                receiver.flatMap(r -> r.child("name"))
                        .map(SyntaxNode::text)
                        .filter(name -> !name.equals("_"))
                        .orElse(""));
        Statement method = function(node);
        expressions.inMethodOf("");
        type(owner.orElse(node)).body.add(method);
    }

    private static Optional<SyntaxNode> named(SyntaxNode type) {
        if (type.is("type_identifier")) {
            return Optional.of(type);
        }
        return type.children().stream().findFirst().flatMap(GoDeclarations::named);
    }

    /** The file's types, as far as they are built so far. */
    List<Statement> types() {
        List<Statement> found = new ArrayList<>();
        types.forEach((name, type) ->
                found.add(
                        new Statement.DefineType(
                                type.at,
                                type.nameAt,
                                name,
                                type.supertypes,
                                List.of(),
                                new Block(type.body))));
        return found;
    }
}
