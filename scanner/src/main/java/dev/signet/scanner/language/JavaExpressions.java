package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Java's expressions. */
final class JavaExpressions {

    /** Methods of containers that give an object of a type. */
    private static final Set<String> BY_TYPE =
            Set.of("getBean", "getInstance", "getService", "lookup", "resolve");

    private final Java java;

    JavaExpressions(Java java) {
        this.java = java;
    }

    Expression of(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier", "type_identifier", "this", "super" -> Lowering.name(node);
            case "scoped_identifier", "scoped_type_identifier" ->
                    Lowering.dotted(node.at(), plain(node.text()));
            case "field_access" -> field(node);
            case "method_invocation" -> call(node, List.of());
            case "object_creation_expression" -> creation(node);
            case "explicit_constructor_invocation" -> superCall(node);
            case "method_reference" -> reference(node);
            case "lambda_expression" -> lambda(node, Optional.empty());
            case "array_access" ->
                    new Expression.Index(node.at(), part(node, "array"), part(node, "index"));
            case "array_initializer", "element_value_array_initializer" ->
                    new Expression.Items(node.at(), java.expressions(node.children()));
            case "array_creation_expression" ->
                    node.child("value").map(this::of).orElseGet(() -> java.other(node));
            case "annotation", "marker_annotation" -> annotation(node);
            case "switch_expression" ->
                    new Expression.Nested(node.at(), Block.of(java.choose(node)));
            case "parenthesized_expression", "cast_expression" -> inner(node);
            case "generic_type", "array_type", "annotated_type" -> type(node);
            default -> simple(node);
        };
    }

    private Expression simple(SyntaxNode node) {
        return switch (node.type()) {
            case "string_literal" -> string(node);
            case "character_literal" ->
                    Lowering.text(node.at(), Lowering.unescape(unquoted(node.text(), 1)));
            case "decimal_integer_literal",
                    "hex_integer_literal",
                    "decimal_floating_point_literal" ->
                    new Expression.Digits(node.at(), Numbers.plain(node.text()));
            case "true" -> new Expression.Truth(node.at(), true);
            case "false" -> new Expression.Truth(node.at(), false);
            case "null_literal" -> Lowering.nothing(node);
            case "binary_expression" -> binary(node);
            case "unary_expression" -> unary(node);
            case "ternary_expression" ->
                    new Expression.Conditional(
                            node.at(),
                            part(node, "condition"),
                            part(node, "consequence"),
                            part(node, "alternative"));
            case "assignment_expression" ->
                    new Expression.Assigned(node.at(), part(node, "left"), part(node, "right"));
            case "instanceof_expression" -> instance(node);
            case "class_literal" -> new Expression.Member(node.at(), inner(node), "class");
            default -> java.other(node);
        };
    }

    private Expression part(SyntaxNode node, String field) {
        return node.child(field).map(this::of).orElse(Lowering.nothing(node));
    }

    private static String plain(String dotted) {
        return dotted.replaceAll("\\s|@\\w+", "");
    }

    /** The last expression in a node stands for it. */
    private Expression inner(SyntaxNode node) {
        return node.child("value")
                .or(() -> node.children().stream().reduce((_, last) -> last))
                .map(this::of)
                .orElse(Lowering.nothing(node));
    }

    /** {@code List<JwtDecoder>} is a list of that; of other types only the name counts. */
    private Expression type(SyntaxNode node) {
        if (node.is("array_type")) {
            return part(node, "element");
        }
        Expression plain =
                node.children().stream()
                        .filter(c -> !c.is("type_arguments") && !c.is("marker_annotation"))
                        .reduce((_, last) -> last)
                        .map(this::of)
                        .orElse(Lowering.nothing(node));
        return node.first("type_arguments")
                .map(SyntaxNode::children)
                .filter(inside -> !inside.isEmpty() && Holders.isHolder(plain))
                .<Expression>map(
                        inside -> new Expression.Index(node.at(), plain, of(inside.getLast())))
                .orElse(plain);
    }

    private Expression field(SyntaxNode node) {
        return new Expression.Member(
                node.at(),
                owner(node.child("object")),
                node.child("field").map(SyntaxNode::text).orElse(""));
    }

    /** {@code Outer.this.x} and {@code super.x} are one's own. */
    private Expression owner(Optional<SyntaxNode> node) {
        if (node.isEmpty()) {
            throw new IllegalArgumentException("a member without an object");
        }
        SyntaxNode object = node.get();
        return object.is("field_access") && object.text().endsWith(".this")
                ? new Expression.Name(object.at(), "this")
                : of(object);
    }

    private Expression call(SyntaxNode node, List<Expression.Argument> more) {
        SyntaxNode name = node.child("name").orElse(node);
        Optional<SyntaxNode> object = node.child("object");
        Expression callee =
                object.isEmpty()
                        ? Lowering.name(name)
                        : new Expression.Member(
                                new Span(node.at().start(), name.at().end()),
                                owner(object),
                                name.text());
        List<Expression.Argument> arguments = new ArrayList<>(more);
        for (SyntaxNode argument :
                node.child("arguments").map(SyntaxNode::children).orElse(List.of())) {
            arguments.add(
                    Expression.Argument.of(
                            argument.is("lambda_expression")
                                    ? lambda(argument, Optional.of(name))
                                    : of(argument)));
        }
        Expression made =
                JavaTexts.known(node.at(), callee, arguments)
                        .orElseGet(() -> new Expression.Call(node.at(), callee, arguments, false));
        return BY_TYPE.contains(name.text())
                        && !arguments.isEmpty()
                        && arguments.getLast().value() instanceof Expression.Member type
                        && type.name().equals("class")
                ? Lowering.ofType(made, type.object())
                : made;
    }

    List<Expression.Argument> arguments(SyntaxNode list) {
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            arguments.add(
                    child.is("element_value_pair")
                            ? new Expression.Argument(
                                    child.child("key").map(SyntaxNode::text).orElse(""),
                                    part(child, "value"))
                            : Expression.Argument.of(of(child)));
        }
        return arguments;
    }

    /** An object of a type with a body of its own holds that body, too. */
    private Expression creation(SyntaxNode node) {
        List<Expression.Argument> arguments =
                new ArrayList<>(node.child("arguments").map(this::arguments).orElse(List.of()));
        Expression type = Holders.plain(part(node, "type"));
        Optional<SyntaxNode> body = node.first("class_body");
        body.ifPresent(inside ->
                arguments.add(
                        new Expression.Argument(
                                Expression.Argument.SPREAD,
                                new Expression.Nested(inside.at(), anonymous(inside, type)))));
        return new Expression.Call(node.at(), type, arguments, true);
    }

    private Block anonymous(SyntaxNode body, Expression type) {
        return Block.of(
                new Statement.DefineType(
                        body.at(), body.at(), "", List.of(type), List.of(), java.block(body)));
    }

    private Expression superCall(SyntaxNode node) {
        return new Expression.Call(
                node.at(),
                part(node, "constructor"),
                node.child("arguments").map(this::arguments).orElse(List.of()),
                false);
    }

    /** {@code decoder::decode} is the function itself, {@code Thing::new} the type. */
    private Expression reference(SyntaxNode node) {
        List<SyntaxNode> parts =
                node.children().stream().filter(child -> !child.is("type_arguments")).toList();
        if (parts.isEmpty()) {
            return java.other(node);
        }
        Expression object = of(parts.getFirst());
        boolean creates = parts.size() < 2;
        Expression callee =
                creates ? object : new Expression.Member(node.at(), object, parts.getLast().text());
        return Lowering.calling(callee, creates);
    }

    /**
     * A parameter without a type may be what the called method makes, as configurers get it.
     *
     * @param given the name of the method that gets the lambda
     */
    private Expression lambda(SyntaxNode node, Optional<SyntaxNode> given) {
        Optional<Expression> guess = given.map(name -> new Expression.Name(name.at(), name.text()));
        List<Function.Parameter> parameters = new ArrayList<>();
        node.child("parameters")
                .ifPresent(list -> {
                    if (list.is("identifier")) {
                        parameters.add(Function.Parameter.of(list.text()));
                    } else {
                        parameters.addAll(java.types().parameters(list));
                    }
                });
        List<Function.Parameter> typed =
                parameters.stream()
                        .map(p ->
                                p.type().isPresent()
                                        ? p
                                        : new Function.Parameter(
                                                p.name(), guess, p.byDefault(), p.annotations()))
                        .toList();
        SyntaxNode body = node.child("body").orElse(node);
        Block block =
                body.is("block")
                        ? java.block(body)
                        : Block.of(new Statement.Return(body.at(), Optional.of(of(body))));
        return Expression.Lambda.of(node.at(), typed, block);
    }

    private Expression annotation(SyntaxNode node) {
        Expression name = part(node, "name");
        return node.child("arguments").isEmpty()
                ? name
                : new Expression.Call(
                        node.at(),
                        name,
                        node.child("arguments").map(this::arguments).orElse(List.of()),
                        false);
    }

    private Expression string(SyntaxNode node) {
        String text = node.text();
        if (text.startsWith("\"\"\"")) {
            return Lowering.text(
                    node.at(), Lowering.unescape(unquoted(text, 3).strip().stripIndent()));
        }
        return Lowering.text(node.at(), Lowering.unescape(unquoted(text, 1)));
    }

    private static String unquoted(String text, int quotes) {
        return text.length() >= 2 * quotes ? text.substring(quotes, text.length() - quotes) : "";
    }

    private Expression binary(SyntaxNode node) {
        Expression left = part(node, "left");
        Expression right = part(node, "right");
        String operator = node.child("operator").map(SyntaxNode::type).orElse("");
        return switch (operator) {
            case "+" ->
                    Numbers.areDigits(left, right)
                            ? new Expression.Operation(node.at(), "+", List.of(left, right))
                            : new Expression.Concat(node.at(), List.of(left, right));
            case "||" -> new Expression.Either(node.at(), left, right);
            case "*" -> Numbers.product(node.at(), left, right);
            default -> new Expression.Operation(node.at(), operator, List.of(left, right));
        };
    }

    private Expression unary(SyntaxNode node) {
        Expression operand = part(node, "operand");
        return node.has("!")
                ? Lowering.not(node.at(), operand)
                : new Expression.Operation(
                        node.at(),
                        node.child("operator").map(SyntaxNode::type).orElse(""),
                        List.of(operand));
    }

    /** A name behind the type is the same thing under another type. */
    private Expression instance(SyntaxNode node) {
        Expression left = part(node, "left");
        Optional<SyntaxNode> name = node.child("name");
        Expression tested =
                name.isPresent()
                        ? new Expression.Assigned(node.at(), Lowering.name(name.get()), left)
                        : left;
        return new Expression.Operation(
                node.at(), "instanceof", List.of(tested, part(node, "right")));
    }
}
