package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Java's types with their fields and methods. */
final class JavaTypes {

    private final Java java;
    private final Deque<String> prefixes = new ArrayDeque<>();

    JavaTypes(Java java) {
        this.java = java;
    }

    Statement type(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        List<Expression> annotations = annotations(node);
        List<Expression> supertypes = new ArrayList<>();
        node.child("superclass").ifPresent(types -> supertypes(types, supertypes));
        node.child("interfaces").ifPresent(types -> supertypes(types, supertypes));
        node.first("extends_interfaces").ifPresent(types -> supertypes(types, supertypes));
        prefixes.push(Bound.prefix(annotations, prefixes.peek(), name.text()));
        List<Statement> body = new ArrayList<>();
        node.child("parameters").ifPresent(list -> components(list, body));
        node.child("body").ifPresent(inside -> members(name, inside, body));
        prefixes.pop();
        return new Statement.DefineType(
                node.at(), name.at(), name.text(), supertypes, annotations, new Block(body));
    }

    private void supertypes(SyntaxNode node, List<Expression> into) {
        for (SyntaxNode child : node.children()) {
            if (child.is("type_list")) {
                supertypes(child, into);
            } else {
                into.add(java.expression(child));
            }
        }
    }

    private void members(SyntaxNode type, SyntaxNode body, List<Statement> into) {
        for (SyntaxNode child : body.children()) {
            if (child.is("enum_constant")) {
                into.add(constant(type, body, child));
            } else {
                java.statement(child, into);
            }
        }
    }

    /** The parts of a record are fields, constructor parameters and accessors in one. */
    private void components(SyntaxNode list, List<Statement> into) {
        for (Function.Parameter part : parameters(list)) {
            List<Expression> annotations = new ArrayList<>(part.annotations());
            SyntaxNode at =
                    list.children().stream()
                            .filter(child ->
                                    child.child("name")
                                            .map(SyntaxNode::text)
                                            .orElse("")
                                            .equals(part.name()))
                            .findFirst()
                            .orElse(list);
            Bound.annotation(prefixes.peek(), part.name(), at.at()).ifPresent(annotations::add);
            Expression target = new Expression.Name(at.at(), part.name());
            into.add(
                    new Statement.Assign(
                            at.at(), target, part.type(), part.byDefault(), annotations));
        }
    }

    /** A value of an enum knows what its constructor was given, by field and by accessor. */
    private Statement constant(SyntaxNode type, SyntaxNode body, SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        List<Expression.Argument> arguments =
                node.child("arguments").map(java.expressions()::arguments).orElse(List.of());
        Expression text = Lowering.text(name.at(), name.text());
        List<Expression.Pair> entries = new ArrayList<>();
        entries.add(entry(name, "name", constantly(text)));
        entries.add(entry(name, "toString", constantly(text)));
        List<String> fields = constructorParameters(body);
        for (int i = 0; i < fields.size() && i < arguments.size(); i++) {
            Expression value = arguments.get(i).value();
            entries.add(entry(name, fields.get(i), value));
            for (String accessor : accessors(body, fields.get(i))) {
                entries.add(entry(name, accessor, constantly(value)));
            }
        }
        for (int i = fields.size(); i < arguments.size(); i++) {
            entries.add(new Expression.Pair(Lowering.nothing(node), arguments.get(i).value()));
        }
        node.child("body")
                .ifPresent(inside ->
                        entries.add(
                                new Expression.Pair(
                                        Lowering.nothing(node),
                                        new Expression.Nested(inside.at(), java.block(inside)))));
        Expression made = new Expression.Call(node.at(), Lowering.name(type), List.of(), true);
        Expression value =
                new Expression.Either(node.at(), new Expression.Pairs(node.at(), entries), made);
        List<Expression> annotations = annotations(node);
        return new Statement.Assign(
                node.at(), Lowering.name(name), Optional.empty(), Optional.of(value), annotations);
    }

    private static Expression.Pair entry(SyntaxNode at, String key, Expression value) {
        return new Expression.Pair(Lowering.text(at.at(), key), value);
    }

    private static Expression constantly(Expression value) {
        Statement result = new Statement.Return(value.at(), Optional.of(value));
        return Expression.Lambda.of(value.at(), List.of(), Block.of(result));
    }

    private static List<String> constructorParameters(SyntaxNode body) {
        return body.each("enum_body_declarations").stream()
                .flatMap(inside -> inside.each("constructor_declaration").stream())
                .findFirst()
                .flatMap(constructor -> constructor.child("parameters"))
                .map(list ->
                        list.each("formal_parameter").stream()
                                .map(p -> p.child("name").map(SyntaxNode::text).orElse(""))
                                .toList())
                .orElse(
                        body.each("enum_body_declarations").stream()
                                .flatMap(inside -> inside.each("field_declaration").stream())
                                .filter(field -> !field.text().contains("static"))
                                .flatMap(field -> field.child("declarator").stream())
                                .map(one -> one.child("name").map(SyntaxNode::text).orElse(""))
                                .toList());
    }

    /** Getters that are written or that Lombok writes. */
    private static List<String> accessors(SyntaxNode body, String field) {
        if (field.isEmpty()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        found.add("get" + Character.toUpperCase(field.charAt(0)) + field.substring(1));
        for (SyntaxNode inside : body.each("enum_body_declarations")) {
            for (SyntaxNode method : inside.each("method_declaration")) {
                String returned =
                        method.child("body").map(SyntaxNode::text).orElse("").replaceAll("\\s", "");
                if (returned.equals("{return" + field + ";}")
                        || returned.equals("{returnthis." + field + ";}")) {
                    method.child("name").ifPresent(name -> found.add(name.text()));
                }
            }
        }
        return found;
    }

    void variables(SyntaxNode node, List<Statement> into) {
        List<Expression> annotations = annotations(node);
        boolean isField = node.is("field_declaration") || node.is("constant_declaration");
        boolean isConstant =
                node.first("modifiers").map(SyntaxNode::text).orElse("").contains("static");
        for (SyntaxNode one : node.children("declarator")) {
            SyntaxNode name = one.child("name").orElse(one);
            Optional<Expression> value = java.expressionIn(one, "value");
            List<Expression> all = new ArrayList<>(annotations);
            if (isField && !isConstant) {
                Bound.annotation(prefixes.peek(), name.text(), name.at()).ifPresent(all::add);
            }
            Optional<Expression> type = node.child("type").flatMap(this::ofVariable);
            boolean plain =
                    isConstant && value.isPresent() && type.map(JavaTypes::isText).orElse(true);
            into.add(
                    new Statement.Assign(
                            one.at(),
                            Lowering.name(name),
                            plain ? Optional.empty() : type,
                            value.or(() -> Bound.injected(annotations)),
                            all));
        }
    }

    private static boolean isText(Expression type) {
        return type instanceof Expression.Name name && name.id().equals("String");
    }

    /** None for {@code var}. */
    Optional<Expression> ofVariable(SyntaxNode type) {
        return type.text().equals("var") ? Optional.empty() : Optional.of(java.expression(type));
    }

    Statement method(SyntaxNode node) {
        SyntaxNode name = node.child("name").orElse(node);
        List<Expression> annotations = new ArrayList<>(annotations(node));
        if (node.child("body").isEmpty()) {
            Bound.annotation(prefixes.peek(), name.text(), name.at()).ifPresent(annotations::add);
        }
        List<Function.Parameter> parameters =
                node.child("parameters").map(this::parameters).orElse(List.of());
        Block body = node.child("body").map(java::body).orElse(Block.EMPTY);
        return new Statement.Define(
                new Function(
                        node.at(),
                        name.at(),
                        name.text(),
                        parameters,
                        annotations,
                        body,
                        node.child("type").filter(t -> !t.is("void_type")).map(java::expression)));
    }

    List<Function.Parameter> parameters(SyntaxNode list) {
        List<Function.Parameter> parameters = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            switch (child.type()) {
                case "formal_parameter", "spread_parameter" -> parameters.add(parameter(child));
                case "identifier" -> parameters.add(Function.Parameter.of(child.text()));
                default -> {}
            }
        }
        return parameters;
    }

    private Function.Parameter parameter(SyntaxNode node) {
        List<Expression> annotations = annotations(node);
        String name =
                node.child("name")
                        .or(() -> node.first("variable_declarator").flatMap(v -> v.child("name")))
                        .map(SyntaxNode::text)
                        .orElse("");
        return new Function.Parameter(
                name,
                node.child("type").flatMap(this::ofVariable),
                Bound.injected(annotations),
                annotations);
    }

    List<Expression> annotations(SyntaxNode node) {
        List<Expression> found = new ArrayList<>();
        for (SyntaxNode modifiers : node.each("modifiers")) {
            for (SyntaxNode child : modifiers.children()) {
                if (child.is("annotation") || child.is("marker_annotation")) {
                    found.add(java.expression(child));
                }
            }
        }
        return found;
    }
}
