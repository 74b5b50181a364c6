package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** JavaScript's expressions; calls are {@link JavaScriptCalls}. */
final class JavaScriptExpressions {

    /** What has the value of what is inside. */
    private static final Set<String> WRAPPERS =
            WordList.set(
                    """
                    parenthesized_expression await_expression yield_expression as_expression
                    satisfies_expression non_null_expression instantiation_expression jsx_expression
                    spread_element rest_pattern
                    """);

    private static final Set<String> FUNCTIONS =
            Set.of("arrow_function", "function_expression", "generator_function", "function");

    private final JavaScript script;
    private final JavaScriptCalls calls;

    JavaScriptExpressions(JavaScript script) {
        this.script = script;
        this.calls = new JavaScriptCalls(script, this);
    }

    Expression of(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier",
                    "this",
                    "super",
                    "type_identifier",
                    "shorthand_property_identifier",
                    "shorthand_property_identifier_pattern",
                    "property_identifier",
                    "private_property_identifier" ->
                    Lowering.name(node);
            case "meta_property" -> new Expression.Name(node.at(), "meta");
            case "member_expression", "nested_identifier" ->
                    new Expression.Member(
                            node.at(), part(node, "object"), textOf(node, "property"));
            case "subscript_expression" ->
                    new Expression.Index(node.at(), part(node, "object"), part(node, "index"));
            case "call_expression" -> calls.of(node);
            case "new_expression" -> calls.creation(node);
            case "string" -> Lowering.text(node.at(), plain(node));
            case "template_string" -> template(node);
            case "number" -> new Expression.Digits(node.at(), node.text());
            case "true" -> new Expression.Truth(node.at(), true);
            case "false" -> new Expression.Truth(node.at(), false);
            case "null", "undefined" -> Lowering.nothing(node);
            case "array", "array_pattern" ->
                    new Expression.Items(node.at(), script.expressions(node.children()));
            case "object" -> object(node);
            case "object_pattern" -> pattern(node);
            case "assignment_pattern", "object_assignment_pattern" -> part(node, "left");
            case "binary_expression" -> binary(node);
            case "unary_expression" -> unary(node);
            case "ternary_expression" ->
                    new Expression.Conditional(
                            node.at(),
                            part(node, "condition"),
                            part(node, "consequence"),
                            part(node, "alternative"));
            case "assignment_expression", "augmented_assignment_expression" ->
                    new Expression.Assigned(node.at(), part(node, "left"), part(node, "right"));
            case "sequence_expression" -> sequence(node);
            case "arrow_function",
                    "function_expression",
                    "generator_function",
                    "function_declaration" ->
                    new Expression.Lambda(node.at(), function(node, node.child("name")));
            case "class", "class_declaration" ->
                    new Expression.Nested(
                            node.at(),
                            Block.of(script.classes().type(node, node.child("name"), List.of())));
            case "type_assertion" -> last(node);
            case "jsx_attribute" -> attribute(node);
            case "regex", "jsx_text", "jsx_closing_element", "type_arguments", "string_fragment" ->
                    new Expression.Other(node.at(), List.of());
            case "statement_block", "expression_statement", "lexical_declaration" ->
                    new Expression.Nested(node.at(), script.blockOf(node));
            default -> WRAPPERS.contains(node.type()) ? inner(node) : script.other(node);
        };
    }

    Expression part(SyntaxNode node, String field) {
        return node.child(field).map(script::expression).orElse(Lowering.nothing(node));
    }

    private static String textOf(SyntaxNode node, String field) {
        return node.child(field).map(SyntaxNode::text).orElse("");
    }

    /** What has no effect on the meaning of what is inside; types behind it say nothing. */
    private Expression inner(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.isEmpty() ? Lowering.nothing(node) : script.expression(children.getFirst());
    }

    private Expression last(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.isEmpty() ? Lowering.nothing(node) : script.expression(children.getLast());
    }

    /** A literal text without its quotes. */
    static String plain(SyntaxNode node) {
        String text = node.text();
        return text.length() < 2 ? "" : Lowering.unescape(text.substring(1, text.length() - 1));
    }

    private Expression template(SyntaxNode node) {
        List<Expression> parts = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            parts.add(
                    child.is("template_substitution")
                            ? inner(child)
                            : Lowering.text(child.at(), Lowering.unescape(child.text())));
        }
        if (parts.isEmpty()) {
            return Lowering.text(node.at(), "");
        }
        return parts.size() == 1 && parts.getFirst() instanceof Expression.Text text
                ? Lowering.text(node.at(), text.value())
                : new Expression.Concat(node.at(), parts);
    }

    /** A key as texts say it; what is computed is an expression of its own. */
    private Expression key(SyntaxNode node) {
        return node.is("computed_property_name")
                ? inner(node)
                : Lowering.text(node.at(), keyText(node));
    }

    String keyText(SyntaxNode node) {
        return node.is("string") ? plain(node) : node.text();
    }

    private Expression object(SyntaxNode node) {
        List<Expression.Pair> pairs = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            switch (child.type()) {
                case "pair" -> pairs.add(pair(child));
                case "shorthand_property_identifier" ->
                        pairs.add(
                                new Expression.Pair(
                                        Lowering.text(child.at(), child.text()),
                                        Lowering.name(child)));
                case "method_definition" -> pairs.add(method(child));
                default -> pairs.add(new Expression.Pair(Lowering.nothing(child), inner(child)));
            }
        }
        return new Expression.Pairs(node.at(), pairs);
    }

    private Expression.Pair pair(SyntaxNode node) {
        Optional<SyntaxNode> name = node.child("key");
        Expression value =
                node.child("value")
                        .map(v -> named(v, name.filter(k -> !k.is("computed_property_name"))))
                        .orElse(Lowering.nothing(node));
        return new Expression.Pair(name.map(this::key).orElse(Lowering.nothing(node)), value);
    }

    private Expression.Pair method(SyntaxNode node) {
        Optional<SyntaxNode> name = node.child("name");
        Expression function = new Expression.Lambda(node.at(), function(node, name));
        Expression value =
                node.has("get")
                        ? new Expression.Call(node.at(), function, List.of(), false)
                        : function;
        return new Expression.Pair(name.map(this::key).orElse(Lowering.nothing(node)), value);
    }

    /** {@code { a, b: c, d = 1, ...rest }}; defaults are {@link #defaults}. */
    private Expression pattern(SyntaxNode node) {
        List<Expression.Pair> pairs = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            Optional<SyntaxNode> key =
                    child.is("pair_pattern")
                            ? child.child("key")
                            : child.is("object_assignment_pattern")
                                    ? child.child("left")
                                    : Optional.of(child);
            Expression value =
                    child.is("pair_pattern") ? part(child, "value") : script.expression(child);
            pairs.add(
                    new Expression.Pair(
                            child.is("rest_pattern")
                                    ? Lowering.nothing(child)
                                    : key.map(this::key).orElse(Lowering.nothing(child)),
                            value));
        }
        return new Expression.Pairs(node.at(), pairs);
    }

    /** Adds the defaults in a pattern, as assignments of their own. */
    void defaults(SyntaxNode pattern, List<Statement> into) {
        switch (pattern.type()) {
            case "object_assignment_pattern", "assignment_pattern" -> {
                into.add(
                        Lowering.assign(
                                pattern.at(), part(pattern, "left"), part(pattern, "right")));
                pattern.child("left").ifPresent(left -> defaults(left, into));
            }
            case "object_pattern", "array_pattern" ->
                    pattern.children().forEach(child -> defaults(child, into));
            case "pair_pattern" -> pattern.child("value").ifPresent(value -> defaults(value, into));
            default -> {}
        }
    }

    /** {@code +} puts texts together; {@code ||} and {@code ??} are alternatives. */
    private Expression binary(SyntaxNode node) {
        String operator = textOf(node, "operator");
        Expression left = part(node, "left");
        Expression right = part(node, "right");
        return switch (operator) {
            case "+" -> concat(node, left, right);
            case "||", "??" -> new Expression.Either(node.at(), left, right);
            case "===" -> operation(node, "==", left, right);
            case "!==" -> operation(node, "!=", left, right);
            default -> operation(node, operator, left, right);
        };
    }

    private static Expression operation(SyntaxNode node, String operator, Expression... operands) {
        return new Expression.Operation(node.at(), operator, List.of(operands));
    }

    private static Expression concat(SyntaxNode node, Expression left, Expression right) {
        List<Expression> parts = new ArrayList<>();
        boolean goesOn = node.child("left").filter(l -> l.is("binary_expression")).isPresent();
        if (goesOn && left instanceof Expression.Concat before) {
            parts.addAll(before.parts());
        } else {
            parts.add(left);
        }
        parts.add(right);
        return new Expression.Concat(node.at(), parts);
    }

    private Expression unary(SyntaxNode node) {
        return operation(node, textOf(node, "operator"), part(node, "argument"));
    }

    /** The last one is the value; literals before it are nothing: {@code (0, f)(x)}. */
    private Expression sequence(SyntaxNode node) {
        List<Statement> steps = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            steps.add(Lowering.evaluate(script.expression(child)));
        }
        boolean plain = node.children().getFirst().is("number") && steps.size() == 2;
        return plain && steps.getLast() instanceof Statement.Evaluate only
                ? only.expression()
                : new Expression.Nested(node.at(), new Block(steps));
    }

    /** Texts that a component is given are for its readers. */
    private Expression attribute(SyntaxNode node) {
        return new Expression.Other(
                node.at(),
                node.children().stream()
                        .skip(1)
                        .filter(child -> !child.is("string"))
                        .map(script::expression)
                        .toList());
    }

    boolean isFunction(SyntaxNode node) {
        return FUNCTIONS.contains(node.type());
    }

    /** A value; a function in it, or given to a call that wraps it, has the name of its target. */
    Expression named(SyntaxNode value, Optional<SyntaxNode> target) {
        Optional<SyntaxNode> name =
                target.map(node -> node.is("member_expression") ? property(node) : node);
        if (isFunction(value)) {
            Optional<SyntaxNode> own = value.child("name");
            return new Expression.Lambda(value.at(), function(value, own.or(() -> name)));
        }
        return value.is("call_expression") && name.isPresent()
                ? calls.wrapping(value, name.get())
                : script.expression(value);
    }

    private static SyntaxNode property(SyntaxNode node) {
        return node.child("property").orElse(node);
    }

    /** A function, method or lambda; its parameters' patterns are bound where it begins. */
    Function function(SyntaxNode node, Optional<SyntaxNode> name) {
        List<Function.Parameter> parameters = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        node.child("parameter").ifPresent(one -> parameters.add(Function.Parameter.of(one.text())));
        for (SyntaxNode one :
                node.child("parameters").map(SyntaxNode::children).orElse(List.of())) {
            parameters.add(parameter(one, body));
        }
        node.child("body").ifPresent(inside -> body(inside, body));
        return new Function(
                node.at(),
                name.orElse(node).at(),
                name.map(this::keyText).orElse(""),
                parameters,
                List.of(),
                new Block(body));
    }

    private void body(SyntaxNode node, List<Statement> into) {
        if (node.is("statement_block")) {
            into.addAll(script.block(node).statements());
        } else {
            into.add(new Statement.Return(node.at(), Optional.of(script.expression(node))));
        }
    }

    private Function.Parameter parameter(SyntaxNode node, List<Statement> body) {
        SyntaxNode pattern = node.child("pattern").or(() -> node.child("left")).orElse(node);
        Optional<SyntaxNode> byDefault = node.child("value").or(() -> node.child("right"));
        if (pattern.is("rest_pattern")) {
            pattern = pattern.children().stream().findFirst().orElse(pattern);
        }
        if (pattern.is("object_pattern") || pattern.is("array_pattern")) {
            body.add(
                    new Statement.Assign(
                            pattern.at(),
                            script.expression(pattern),
                            Optional.empty(),
                            byDefault.map(script::expression),
                            List.of()));
            defaults(pattern, body);
            return Function.Parameter.of("");
        }
        return new Function.Parameter(
                pattern.text(),
                script.type(node),
                byDefault.map(script::expression),
                script.classes().decorators(node));
    }
}
