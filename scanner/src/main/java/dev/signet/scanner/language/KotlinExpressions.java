package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kotlin's expressions. */
final class KotlinExpressions {

    /** Functions of containers that give an object of a type. */
    private static final Set<String> BY_TYPE = Set.of("inject", "get", "getBean", "koinInject");

    private static final String SERVER = "oauth2ResourceServer";

    private final Kotlin kotlin;
    private final KotlinLambdas lambdas;

    KotlinExpressions(Kotlin kotlin) {
        this.kotlin = kotlin;
        this.lambdas = new KotlinLambdas(kotlin, this);
    }

    Expression of(SyntaxNode node) {
        return switch (node.type()) {
            case "simple_identifier", "type_identifier" ->
                    new Expression.Name(node.at(), node.text().replace("`", ""));
            case "this_expression" -> new Expression.Name(node.at(), "this");
            case "super_expression" -> new Expression.Name(node.at(), "super");
            case "user_type", "nullable_type", "identifier" -> type(node);
            case "navigation_expression" -> navigation(node);
            case "call_expression" -> call(node);
            case "constructor_invocation" -> creation(node);
            case "callable_reference" -> reference(node);
            case "lambda_literal" -> lambdas.of(node, Optional.empty());
            case "annotated_lambda" -> inner(node);
            case "anonymous_function" -> function(node);
            case "object_literal" -> object(node);
            case "indexing_expression" -> indexing(node);
            case "directly_assignable_expression" -> target(node);
            case "parenthesized_expression",
                    "as_expression",
                    "control_structure_body",
                    "value_argument" ->
                    inner(node);
            case "assignment", "property_declaration", "for_statement", "while_statement" ->
                    nested(node);
            case "if_expression" -> branch(node);
            case "when_expression", "try_expression" -> nested(node);
            case "jump_expression" -> node.has("throw") ? kotlin.other(node) : nested(node);
            default -> simple(node);
        };
    }

    private Expression simple(SyntaxNode node) {
        return switch (node.type()) {
            case "string_literal" -> string(node);
            case "character_literal" -> character(node);
            case "integer_literal", "real_literal", "hex_literal", "long_literal" ->
                    new Expression.Digits(node.at(), Numbers.plain(node.text()));
            case "boolean_literal" -> new Expression.Truth(node.at(), node.text().equals("true"));
            case "null" -> Lowering.nothing(node);
            case "elvis_expression", "disjunction_expression" ->
                    two(node, (a, b) -> new Expression.Either(node.at(), a, b));
            case "conjunction_expression" -> operation(node, "&&");
            case "equality_expression", "comparison_expression", "check_expression" ->
                    operation(node, operator(node));
            case "additive_expression" -> additive(node);
            case "multiplicative_expression" ->
                    node.has("*")
                            ? two(node, (a, b) -> Numbers.product(node.at(), a, b))
                            : operation(node, operator(node));
            case "prefix_expression" ->
                    node.has("!") ? Lowering.not(node.at(), inner(node)) : operation(node, "-");
            case "postfix_expression" -> inner(node);
            case "infix_expression" -> infix(node);
            case "spread_expression", "interpolated_expression" -> inner(node);
            default -> new Expression.Other(node.at(), kotlin.expressions(Kotlin.parts(node)));
        };
    }

    private static String plain(String type) {
        return type.replaceAll("<.*>|[\\s?`()]|@\\w+", "");
    }

    private static Expression type(SyntaxNode node) {
        String text = node.text();
        Expression plain = Lowering.dotted(node.at(), plain(text));
        int open = text.indexOf('<');
        int close = text.lastIndexOf('>');
        return open > 0 && close > open && Holders.isHolder(plain)
                ? new Expression.Index(node.at(), plain, held(node.at(), text, open, close))
                : plain;
    }

    /** The last of what a type is generic over. */
    private static Expression held(Span at, String text, int open, int close) {
        String last = text.substring(open + 1, close).replaceAll("<.*>", "").replaceAll(".*,", "");
        return Lowering.dotted(at, plain(last));
    }

    /** The first expression in a node stands for it. */
    Expression inner(SyntaxNode node) {
        return Kotlin.parts(node).stream()
                .filter(child -> !child.is("label") && !child.is("annotation"))
                .findFirst()
                .map(this::of)
                .orElse(Lowering.nothing(node));
    }

    private Expression nested(SyntaxNode node) {
        List<Statement> statements = new ArrayList<>();
        kotlin.statement(node, statements);
        return new Expression.Nested(node.at(), new Block(statements));
    }

    /** How two operands become one. */
    private interface Joining {
        Expression join(Expression first, Expression second);
    }

    private Expression two(SyntaxNode node, Joining joining) {
        List<SyntaxNode> parts = Kotlin.parts(node);
        return parts.size() == 2
                ? joining.join(of(parts.get(0)), of(parts.get(1)))
                : new Expression.Other(node.at(), kotlin.expressions(parts));
    }

    private Expression operation(SyntaxNode node, String operator) {
        return new Expression.Operation(
                node.at(), operator, kotlin.expressions(Kotlin.parts(node)));
    }

    private static String operator(SyntaxNode node) {
        String token =
                node.all().stream()
                        .filter(child -> !child.named() && !child.is("null"))
                        .map(SyntaxNode::type)
                        .findFirst()
                        .orElse("");
        return switch (token) {
            case "===" -> "==";
            case "!==" -> "!=";
            default -> token;
        };
    }

    private Expression additive(SyntaxNode node) {
        return node.has("+")
                ? two(
                        node,
                        (a, b) ->
                                Numbers.areDigits(a, b)
                                        ? new Expression.Operation(node.at(), "+", List.of(a, b))
                                        : new Expression.Concat(node.at(), List.of(a, b)))
                : operation(node, "-");
    }

    private Expression infix(SyntaxNode node) {
        List<SyntaxNode> parts = Kotlin.parts(node);
        if (parts.size() != 3) {
            return kotlin.other(node);
        }
        Expression callee =
                new Expression.Member(parts.get(1).at(), of(parts.get(0)), parts.get(1).text());
        return new Expression.Call(
                node.at(), callee, List.of(Expression.Argument.of(of(parts.get(2)))), false);
    }

    private Expression navigation(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        Expression object = of(parts.getFirst());
        for (SyntaxNode suffix : parts.subList(1, parts.size())) {
            object = suffixed(node.at(), object, suffix);
        }
        return object;
    }

    private Expression suffixed(Span whole, Expression object, SyntaxNode suffix) {
        if (suffix.is("indexing_suffix")) {
            return new Expression.Index(whole, object, inner(suffix));
        }
        Span at = new Span(whole.start(), suffix.at().end());
        String name = suffix.first("simple_identifier").map(SyntaxNode::text).orElse("class");
        return new Expression.Member(at, object, name.replace("`", ""));
    }

    /** What an assignment sets. */
    Expression target(SyntaxNode node) {
        return switch (node.type()) {
            case "directly_assignable_expression" -> navigation(node);
            case "variable_declaration" ->
                    node.first("simple_identifier").map(this::of).orElse(Lowering.nothing(node));
            case "multi_variable_declaration" ->
                    new Expression.Items(
                            node.at(), node.children().stream().map(this::target).toList());
            default -> of(node);
        };
    }

    private Expression indexing(SyntaxNode node) {
        return navigation(node);
    }

    /** A lambda behind the parentheses is the last argument. */
    private Expression call(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        SyntaxNode callee = parts.getFirst();
        List<SyntaxNode> suffixes = new ArrayList<>(node.each("call_suffix"));
        if (callee.is("call_expression")
                && suffixes.size() == 1
                && !suffixes.getFirst().has("value_arguments")
                && !hasLambda(callee)) {
            suffixes.addAll(0, callee.each("call_suffix"));
            callee = callee.children().getFirst();
        }
        Expression function = inDsl(of(callee));
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode suffix : suffixes) {
            suffix.first("value_arguments").ifPresent(list -> arguments.addAll(arguments(list)));
            for (SyntaxNode lambda : suffix.each("annotated_lambda")) {
                lambda.first("lambda_literal")
                        .map(literal -> lambdas.of(literal, function, arguments))
                        .map(Expression.Argument::of)
                        .ifPresent(arguments::add);
            }
        }
        Expression made = known(node.at(), function, arguments);
        return BY_TYPE.contains(nameOf(function))
                ? suffixes.stream()
                        .flatMap(suffix -> suffix.each("type_arguments").stream())
                        .findFirst()
                        .<Expression>map(
                                types -> Lowering.ofType(made, of(types.children().getFirst())))
                        .orElse(made)
                : made;
    }

    /** In {@code oauth2ResourceServer { jwt { } }} it is the server's jwt. */
    private Expression inDsl(Expression callee) {
        return callee instanceof Expression.Name name
                        && name.id().equals("jwt")
                        && lambdas.areIn(SERVER)
                ? new Expression.Member(name.at(), new Expression.Name(name.at(), SERVER), "jwt")
                : callee;
    }

    private static boolean hasLambda(SyntaxNode call) {
        return call.each("call_suffix").stream().anyMatch(s -> s.has("annotated_lambda"));
    }

    /** Maps, lists and own extensions are what they stand for. */
    private Expression known(Span at, Expression callee, List<Expression.Argument> arguments) {
        if (callee instanceof Expression.Name name) {
            switch (name.id()) {
                case "mapOf", "mutableMapOf", "hashMapOf", "linkedMapOf" -> {
                    return new Expression.Pairs(
                            at, arguments.stream().map(a -> pair(a.value())).toList());
                }
                case "listOf",
                        "setOf",
                        "arrayOf",
                        "mutableListOf",
                        "mutableSetOf",
                        "arrayListOf" -> {
                    return new Expression.Items(
                            at, arguments.stream().map(Expression.Argument::value).toList());
                }
                default -> {}
            }
        }
        if (callee instanceof Expression.Member member && kotlin.isExtension(member.name())) {
            Span nameAt = new Span(member.at().end() - member.name().length(), member.at().end());
            List<Expression.Argument> all = new ArrayList<>(arguments);
            all.add(new Expression.Argument("this", member.object()));
            return new Expression.Call(at, new Expression.Name(nameAt, member.name()), all, false);
        }
        return new Expression.Call(at, callee, arguments, false);
    }

    private static Expression.Pair pair(Expression value) {
        if (value instanceof Expression.Call call
                && call.callee() instanceof Expression.Member member
                && member.name().equals("to")
                && call.arguments().size() == 1) {
            return new Expression.Pair(member.object(), call.arguments().getFirst().value());
        }
        return new Expression.Pair(new Expression.Nothing(value.at()), value);
    }

    List<Expression.Argument> arguments(SyntaxNode list) {
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : list.each("value_argument")) {
            List<SyntaxNode> parts = Kotlin.parts(child);
            if (parts.isEmpty()) {
                continue;
            }
            Expression value = of(parts.getLast());
            if (child.has("=") && parts.size() > 1) {
                arguments.add(new Expression.Argument(parts.getFirst().text(), value));
            } else if (parts.getLast().is("spread_expression") || child.has("*")) {
                arguments.add(new Expression.Argument(Expression.Argument.SPREAD, value));
            } else {
                arguments.add(Expression.Argument.of(value));
            }
        }
        return arguments;
    }

    private Expression creation(SyntaxNode node) {
        List<Expression.Argument> arguments =
                node.first("value_arguments").map(this::arguments).orElse(List.of());
        return new Expression.Call(node.at(), inner(node), arguments, true);
    }

    private Expression reference(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        if (node.has("class")) {
            return new Expression.Member(node.at(), inner(node), "class");
        }
        return Lowering.calling(
                parts.size() == 2
                        ? new Expression.Member(node.at(), of(parts.get(0)), parts.get(1).text())
                        : inner(node),
                false);
    }

    static String nameOf(Expression callee) {
        return switch (callee) {
            case Expression.Name name -> name.id();
            case Expression.Member member -> member.name();
            default -> "";
        };
    }

    private Expression function(SyntaxNode node) {
        return Expression.Lambda.of(
                node.at(),
                node.first("function_value_parameters")
                        .map(kotlin.types()::parameters)
                        .orElse(List.of()),
                node.first("function_body").map(kotlin.types()::body).orElse(Block.EMPTY));
    }

    private Expression object(SyntaxNode node) {
        Block body = node.first("class_body").map(kotlin.types()::members).orElse(Block.EMPTY);
        return new Expression.Nested(
                node.at(),
                Block.of(
                        new Statement.DefineType(
                                node.at(),
                                node.at(),
                                "",
                                kotlin.types().supertypes(node),
                                List.of(),
                                body)));
    }

    /** One of two by a condition, when both are only expressions. */
    private Expression branch(SyntaxNode node) {
        if (kotlin.branch(node) instanceof Statement.If branch
                && branch.then().statements().size() == 1
                && branch.otherwise().statements().size() == 1
                && branch.then().statements().getFirst() instanceof Statement.Evaluate then
                && branch.otherwise().statements().getFirst()
                        instanceof Statement.Evaluate otherwise) {
            return new Expression.Conditional(
                    node.at(), branch.condition(), then.expression(), otherwise.expression());
        }
        return nested(node);
    }

    private static Expression character(SyntaxNode node) {
        String text = node.text();
        return Lowering.text(
                node.at(),
                text.length() > 2 ? Lowering.unescape(text.substring(1, text.length() - 1)) : "");
    }

    private Expression string(SyntaxNode node) {
        boolean raw = node.text().startsWith("\"\"\"");
        List<Expression> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (SyntaxNode child : node.children()) {
            if (!child.type().startsWith("interpolated_")) {
                text.append(raw ? child.text() : Lowering.unescape(child.text()));
                continue;
            }
            flush(node, text, parts);
            parts.add(
                    child.is("interpolated_identifier")
                            ? new Expression.Name(child.at(), child.text())
                            : inner(child));
        }
        if (parts.isEmpty()) {
            return Lowering.text(node.at(), text.toString());
        }
        flush(node, text, parts);
        return new Expression.Concat(node.at(), parts);
    }

    private static void flush(SyntaxNode node, StringBuilder text, List<Expression> into) {
        if (!text.isEmpty()) {
            into.add(Lowering.text(node.at(), text.toString()));
            text.setLength(0);
        }
    }
}
