package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Go's expressions. */
final class GoExpressions {

    private static final Set<String> CONVERSIONS = Set.of("string", "byte", "any");
    private static final Set<String> FLAGS = Set.of("String", "StringVar", "StringP", "StringVarP");

    private final Go go;

    /** The name of the object that the method around belongs to; empty outside of methods. */
    private String receiver = "";

    GoExpressions(Go go) {
        this.go = go;
    }

    void inMethodOf(String receiverName) {
        receiver = receiverName;
    }

    Expression of(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier", "type_identifier", "package_identifier", "field_identifier" ->
                    node.text().equals(receiver)
                            ? new Expression.Name(node.at(), "this")
                            : Lowering.name(node);
            case "selector_expression" -> member(node, "operand", "field");
            case "qualified_type" -> member(node, "package", "name");
            case "index_expression" ->
                    new Expression.Index(node.at(), part(node, "operand"), part(node, "index"));
            case "slice_expression", "type_assertion_expression" -> part(node, "operand");
            case "type_conversion_expression" -> part(node, "operand");
            case "call_expression" -> call(node);
            case "composite_literal" -> composite(node);
            case "literal_value" -> elements(node);
            case "literal_element",
                    "parenthesized_expression",
                    "pointer_type",
                    "type_elem",
                    "parenthesized_type",
                    "expression_statement" ->
                    inner(node);
            case "generic_type" -> part(node, "type");
            case "interpreted_string_literal" ->
                    Lowering.text(node.at(), Lowering.unescape(body(node)));
            case "raw_string_literal" -> Lowering.text(node.at(), body(node));
            case "int_literal", "float_literal", "imaginary_literal", "iota" ->
                    new Expression.Digits(node.at(), node.text());
            case "rune_literal" -> Lowering.text(node.at(), body(node));
            case "true" -> new Expression.Truth(node.at(), true);
            case "false" -> new Expression.Truth(node.at(), false);
            case "nil" -> Lowering.nothing(node);
            case "expression_list" ->
                    new Expression.Items(node.at(), go.expressions(node.children()));
            case "binary_expression" -> binary(node);
            case "unary_expression" -> unary(node);
            case "func_literal" -> function(node);
            case "variadic_argument" -> inner(node);
            case "interface_type", "function_type", "struct_type" ->
                    new Expression.Other(node.at(), List.of());
            default -> go.other(node);
        };
    }

    private static String body(SyntaxNode literal) {
        String text = literal.text();
        return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
    }

    Expression part(SyntaxNode node, String field) {
        return node.child(field).map(this::of).orElse(Lowering.nothing(node));
    }

    private Expression inner(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.size() == 1 ? of(children.getFirst()) : go.other(node);
    }

    private Expression member(SyntaxNode node, String object, String name) {
        return new Expression.Member(
                node.at(), part(node, object), node.child(name).map(SyntaxNode::text).orElse(""));
    }

    private Expression call(SyntaxNode node) {
        Expression callee = part(node, "function");
        List<Expression.Argument> arguments =
                node.child("arguments").map(this::arguments).orElse(new ArrayList<>());
        if (callee instanceof Expression.Name name
                && CONVERSIONS.contains(name.id())
                && arguments.size() == 1) {
            return arguments.getFirst().value();
        }
        if (callee instanceof Expression.Name name
                && name.id().equals("new")
                && arguments.size() == 1) {
            return new Expression.Call(node.at(), arguments.getFirst().value(), List.of(), true);
        }
        if (callee instanceof Expression.Member member) {
            Optional<Expression> known = standard(node, member, arguments);
            if (known.isPresent()) {
                return known.get();
            }
            withoutUsage(member.name(), arguments);
        }
        return new Expression.Call(node.at(), callee, arguments, false);
    }

    /** The last text of a flag explains it and gives nothing. */
    private static void withoutUsage(String function, List<Expression.Argument> arguments) {
        if (FLAGS.contains(function)
                && arguments.size() >= 3
                && arguments.getLast().value() instanceof Expression.Text) {
            arguments.removeLast();
        }
    }

    /** Functions of the standard library that put texts together or compare errors. */
    private static Optional<Expression> standard(
            SyntaxNode node, Expression.Member callee, List<Expression.Argument> arguments) {
        if (!(callee.object() instanceof Expression.Name module) || arguments.isEmpty()) {
            return Optional.empty();
        }
        Expression first = arguments.getFirst().value();
        return switch (module.id() + "." + callee.name()) {
            case "fmt.Sprintf" ->
                    first instanceof Expression.Text
                            ? Optional.of(method(node, first, "format", tail(arguments)))
                            : Optional.empty();
            case "fmt.Sprint", "path.Join" ->
                    Optional.of(
                            new Expression.Concat(
                                    node.at(),
                                    arguments.stream().map(Expression.Argument::value).toList()));
            case "strings.Join" ->
                    arguments.size() == 2
                            ? Optional.of(
                                    method(
                                            node,
                                            arguments.get(1).value(),
                                            "join",
                                            arguments.subList(0, 1)))
                            : Optional.empty();
            case "strings.ToUpper" -> Optional.of(method(node, first, "upper", List.of()));
            case "strings.ToLower" -> Optional.of(method(node, first, "lower", List.of()));
            case "strings.TrimSpace" -> Optional.of(first);
            case "strings.ReplaceAll", "strings.Replace" ->
                    Optional.of(method(node, first, "replace", tail(arguments)));
            case "errors.Is", "errors.As" ->
                    Optional.of(
                            new Expression.Operation(
                                    node.at(),
                                    "==",
                                    arguments.stream().map(Expression.Argument::value).toList()));
            default -> Optional.empty();
        };
    }

    private static List<Expression.Argument> tail(List<Expression.Argument> arguments) {
        return arguments.subList(1, arguments.size());
    }

    private static Expression method(
            SyntaxNode node,
            Expression receiver,
            String name,
            List<Expression.Argument> arguments) {
        Expression callee = new Expression.Member(node.at(), receiver, name);
        return new Expression.Call(node.at(), callee, arguments, false);
    }

    private List<Expression.Argument> arguments(SyntaxNode list) {
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            arguments.add(
                    child.is("variadic_argument")
                            ? new Expression.Argument(Expression.Argument.SPREAD, inner(child))
                            : Expression.Argument.of(of(child)));
        }
        return arguments;
    }

    /** A struct is created with its fields as named arguments; maps and lists are literal. */
    private Expression composite(SyntaxNode node) {
        Optional<SyntaxNode> type = node.child("type");
        Expression elements = part(node, "body");
        if (type.filter(t -> t.is("struct_type")).isPresent()) {
            return node.child("body").map(this::fields).orElse(elements);
        }
        boolean named =
                type.filter(t ->
                                t.is("type_identifier")
                                        || t.is("qualified_type")
                                        || t.is("generic_type"))
                        .isPresent();
        if (type.isEmpty() || !named) {
            return elements;
        }
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : node.child("body").map(SyntaxNode::children).orElse(List.of())) {
            if (!child.is("keyed_element")) {
                arguments.add(Expression.Argument.of(of(child)));
                continue;
            }
            Optional<SyntaxNode> key = child.child("key").filter(GoExpressions::isField);
            if (key.isEmpty()) {
                return elements;
            }
            arguments.add(new Expression.Argument(key.get().text().strip(), part(child, "value")));
        }
        return new Expression.Call(node.at(), of(type.get()), arguments, true);
    }

    /** A struct without a name is a map from its fields. */
    private Expression fields(SyntaxNode body) {
        List<Expression.Pair> pairs = new ArrayList<>();
        for (SyntaxNode child : body.children()) {
            Expression key =
                    child.child("key")
                            .map(name -> Lowering.text(name.at(), name.text()))
                            .orElse(Lowering.nothing(child));
            Expression value = child.is("keyed_element") ? part(child, "value") : of(child);
            pairs.add(new Expression.Pair(key, value));
        }
        return new Expression.Pairs(body.at(), pairs);
    }

    private static boolean isField(SyntaxNode key) {
        return key.is("literal_element")
                && key.children().size() == 1
                && key.children().getFirst().is("identifier");
    }

    private Expression elements(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        if (children.stream().noneMatch(child -> child.is("keyed_element"))) {
            return new Expression.Items(node.at(), go.expressions(children));
        }
        List<Expression.Pair> pairs = new ArrayList<>();
        for (SyntaxNode child : children) {
            Expression key = part(child, "key");
            pairs.add(new Expression.Pair(key, part(child, "value")));
        }
        return new Expression.Pairs(node.at(), pairs);
    }

    private Expression binary(SyntaxNode node) {
        Expression left = part(node, "left");
        Expression right = part(node, "right");
        String operator = node.child("operator").map(SyntaxNode::type).orElse("");
        return switch (operator) {
            case "+" -> new Expression.Concat(node.at(), List.of(left, right));
            case "||" -> new Expression.Either(node.at(), left, right);
            default -> new Expression.Operation(node.at(), operator, List.of(left, right));
        };
    }

    /** Pointers and channels give what they hold. */
    private Expression unary(SyntaxNode node) {
        String operator = node.child("operator").map(SyntaxNode::type).orElse("");
        Expression operand = part(node, "operand");
        return switch (operator) {
            case "!" -> Lowering.not(node.at(), operand);
            case "&", "*", "<-" -> operand;
            default -> new Expression.Operation(node.at(), operator, List.of(operand));
        };
    }

    private Expression function(SyntaxNode node) {
        return Expression.Lambda.of(node.at(), parameters(node), go.blockIn(node, "body"));
    }

    /** Parameters of a function, and its results that have names. */
    List<Function.Parameter> parameters(SyntaxNode function) {
        List<Function.Parameter> parameters = new ArrayList<>();
        for (SyntaxNode list : function.children()) {
            if (!list.is("parameter_list") || list.field().equals("receiver")) {
                continue;
            }
            for (SyntaxNode declared : list.children()) {
                Optional<Expression> type = declared.child("type").map(this::of);
                for (SyntaxNode name : declared.children("name")) {
                    parameters.add(
                            new Function.Parameter(name.text(), type, Optional.empty(), List.of()));
                }
            }
        }
        return parameters;
    }
}
