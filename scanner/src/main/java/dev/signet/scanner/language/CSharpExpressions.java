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
import java.util.Set;

/** C#'s expressions. */
final class CSharpExpressions {

    /** Methods of containers that give an object of a type. */
    private static final Set<String> BY_TYPE =
            Set.of("GetRequiredService", "GetService", "Resolve", "GetInstance", "CreateInstance");

    private final CSharp csharp;

    /** What {@code ?.} goes on from, innermost first. */
    private Deque<Expression> receivers = new ArrayDeque<>();

    CSharpExpressions(CSharp csharp) {
        this.csharp = csharp;
    }

    Expression of(SyntaxNode node) {
        return of(node, Optional.empty());
    }

    /**
     * @param wanted the type of what the expression becomes, for {@code new()}
     */
    Expression of(SyntaxNode node, Optional<Expression> wanted) {
        return switch (node.type()) {
            case "identifier", "this_expression", "this" -> Lowering.name(node);
            case "generic_name", "qualified_name", "alias_qualified_name", "predefined_type" ->
                    csharp.types().named(node);
            case "member_access_expression" -> member(node, part(node, "expression"));
            case "member_binding_expression" -> member(node, receiver(node));
            case "conditional_access_expression" -> conditionalAccess(node);
            case "element_access_expression" -> element(node);
            case "element_binding_expression", "collection_expression" -> binding(node);
            case "invocation_expression" -> call(node);
            case "object_creation_expression" ->
                    creation(node, node.child("type").map(csharp.types()::named));
            case "implicit_object_creation_expression" -> creation(node, wanted);
            case "anonymous_object_creation_expression", "with_initializer" -> anonymous(node);
            case "initializer_expression" -> initializer(node);
            case "array_creation_expression", "implicit_array_creation_expression" -> array(node);
            case "assignment_expression" ->
                    new Expression.Assigned(
                            node.at(), csharp.types().target(part(node, "left")), assigned(node));
            case "lambda_expression", "anonymous_method_expression" -> lambda(node);
            case "conditional_expression" ->
                    new Expression.Conditional(
                            node.at(),
                            part(node, "condition"),
                            part(node, "consequence"),
                            part(node, "alternative"));
            case "switch_expression" -> choose(node);
            case "declaration_expression" -> declared(node);
            case "tuple_expression", "tuple_pattern" ->
                    new Expression.Items(
                            node.at(),
                            arguments(node).stream().map(Expression.Argument::value).toList());
            case "cast_expression" -> part(node, "value");
            case "as_expression" -> part(node, "left");
            default -> operation(node);
        };
    }

    private Expression operation(SyntaxNode node) {
        return switch (node.type()) {
            case "binary_expression" -> binary(node);
            case "is_pattern_expression", "is_expression" -> pattern(node);
            case "prefix_unary_expression" ->
                    node.has("!")
                            ? Lowering.not(node.at(), inner(node))
                            : new Expression.Operation(
                                    node.at(), "", csharp.expressions(node.children()));
            case "postfix_unary_expression" ->
                    node.has("!")
                            ? firstOf(node)
                            : new Expression.Operation(
                                    node.at(), "", csharp.expressions(node.children()));
            case "await_expression",
                    "parenthesized_expression",
                    "checked_expression",
                    "ref_expression",
                    "arrow_expression_clause",
                    "constant_pattern" ->
                    inner(node);
            case "range_expression" -> csharp.other(node);
            default -> CSharpTexts.isText(node) ? CSharpTexts.of(node, this) : literal(node);
        };
    }

    private Expression literal(SyntaxNode node) {
        return switch (node.type()) {
            case "integer_literal", "real_literal" ->
                    new Expression.Digits(node.at(), node.text().replace("_", ""));
            case "boolean_literal" -> new Expression.Truth(node.at(), node.text().equals("true"));
            case "null_literal", "discard" -> Lowering.nothing(node);
            case "block" -> new Expression.Nested(node.at(), csharp.block(node));
            case "typeof_expression", "sizeof_expression", "default_expression" ->
                    new Expression.Other(node.at(), List.of());
            default -> csharp.other(node);
        };
    }

    Expression part(SyntaxNode node, String field) {
        return node.child(field).map(this::of).orElse(Lowering.nothing(node));
    }

    /** What has no effect on the meaning of what is inside. */
    private Expression inner(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.size() == 1 ? of(children.getFirst()) : csharp.other(node);
    }

    /** What stands before a mark, and anything the parser could not place. */
    private Expression firstOf(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.isEmpty() ? Lowering.nothing(node) : of(children.getFirst());
    }

    /** The value that an assignment gives, created as what its target is called if need be. */
    Expression assigned(SyntaxNode node) {
        Expression left = part(node, "left");
        Optional<Expression> wanted =
                switch (left) {
                    case Expression.Member member ->
                            Optional.of(new Expression.Name(member.at(), member.name()));
                    case Expression.Name name -> Optional.of(name);
                    default -> Optional.empty();
                };
        return node.child("right").map(right -> of(right, wanted)).orElse(Lowering.nothing(node));
    }

    private static String nameOf(SyntaxNode node) {
        return node.is("generic_name") && !node.children().isEmpty()
                ? node.children().getFirst().text()
                : node.text();
    }

    private static Expression member(SyntaxNode node, Expression object) {
        return new Expression.Member(
                node.at(), object, node.child("name").map(CSharpExpressions::nameOf).orElse(""));
    }

    private Expression receiver(SyntaxNode node) {
        Expression receiver = receivers.peek();
        return receiver == null ? Lowering.nothing(node) : receiver;
    }

    private Expression conditionalAccess(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        if (children.size() < 2) {
            return inner(node);
        }
        Expression receiver = of(children.getFirst());
        receivers.push(receiver);
        Expression found = of(children.getLast());
        receivers.pop();
        return found;
    }

    private Expression element(SyntaxNode node) {
        List<Expression> keys = keys(node.child("subscript").orElse(node));
        return new Expression.Index(node.at(), part(node, "expression"), keyOf(node, keys));
    }

    private List<Expression> keys(SyntaxNode list) {
        return arguments(list).stream().map(Expression.Argument::value).toList();
    }

    private static Expression keyOf(SyntaxNode node, List<Expression> keys) {
        return keys.size() == 1 ? keys.getFirst() : new Expression.Items(node.at(), keys);
    }

    /** {@code ?[key]} behind something, otherwise a list. */
    private Expression binding(SyntaxNode node) {
        Expression receiver = receivers.peek();
        List<Expression> values = keys(node);
        return receiver == null
                ? new Expression.Items(node.at(), values)
                : new Expression.Index(node.at(), receiver, keyOf(node, values));
    }

    private Expression call(SyntaxNode node) {
        Optional<SyntaxNode> function = node.child("function");
        List<Expression.Argument> arguments =
                node.child("arguments").map(this::arguments).orElse(List.of());
        boolean names = function.map(SyntaxNode::text).filter("nameof"::equals).isPresent();
        if (names && !arguments.isEmpty()) {
            String named = node.child("arguments").map(SyntaxNode::text).orElse("");
            return Lowering.text(node.at(), named.replaceAll("[()\\s]|.*\\.", ""));
        }
        Expression call = new Expression.Call(node.at(), part(node, "function"), arguments, false);
        return byType(function).<Expression>map(type -> Lowering.ofType(call, type)).orElse(call);
    }

    /** The type that a container is asked for. */
    private Optional<Expression> byType(Optional<SyntaxNode> function) {
        return function.map(f -> f.child("name").orElse(f))
                .filter(name -> name.is("generic_name") && BY_TYPE.contains(nameOf(name)))
                .flatMap(name -> name.first("type_argument_list"))
                .filter(list -> list.children().size() == 1)
                .map(list -> csharp.types().named(list.children().getFirst()));
    }

    /** {@code base(x)} and {@code this(x)} before a constructor's own body. */
    Expression chained(SyntaxNode node) {
        return new Expression.Call(
                node.at(),
                new Expression.Name(node.at(), node.has("this") ? "this" : "base"),
                node.first("argument_list").map(this::arguments).orElse(List.of()),
                false);
    }

    private List<Expression.Argument> arguments(SyntaxNode list) {
        Deque<Expression> outer = receivers;
        receivers = new ArrayDeque<>();
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            List<SyntaxNode> parts = child.children();
            boolean wraps = child.is("argument") || child.is("attribute_argument");
            if (!wraps || parts.isEmpty()) {
                arguments.add(Expression.Argument.of(of(child)));
                continue;
            }
            Optional<SyntaxNode> name = parts.size() > 1 ? child.child("name") : Optional.empty();
            arguments.add(
                    new Expression.Argument(
                            name.map(SyntaxNode::text).orElse(""), of(parts.getLast())));
        }
        receivers = outer;
        return arguments;
    }

    Expression attribute(SyntaxNode node) {
        Expression name =
                node.child("name").map(csharp.types()::named).orElse(Lowering.nothing(node));
        Optional<SyntaxNode> arguments = node.first("attribute_argument_list");
        return arguments.isPresent()
                ? new Expression.Call(node.at(), name, arguments(arguments.get()), true)
                : name;
    }

    /** Members that are set at once are named arguments; only entries make a map or a list. */
    private Expression creation(SyntaxNode node, Optional<Expression> type) {
        List<Expression.Argument> arguments = new ArrayList<>();
        node.first("argument_list").ifPresent(list -> arguments.addAll(arguments(list)));
        Optional<SyntaxNode> initializer = node.first("initializer_expression");
        Expression callee = type.map(Holders::plain).orElse(Lowering.nothing(node));
        if (initializer.isEmpty()) {
            return new Expression.Call(node.at(), callee, arguments, true);
        }
        Expression filled = initializer(initializer.get());
        if (!(filled instanceof Expression.Call members)) {
            if (arguments.isEmpty()) {
                return filled;
            }
            arguments.add(Expression.Argument.of(filled));
            return new Expression.Call(node.at(), callee, arguments, true);
        }
        arguments.addAll(members.arguments());
        return new Expression.Call(node.at(), callee, arguments, true);
    }

    /** Entries as a map, values as a list, members as the arguments of a call of nothing. */
    private Expression initializer(SyntaxNode node) {
        List<Expression.Argument> members = new ArrayList<>();
        List<Expression.Pair> pairs = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            Optional<SyntaxNode> left = child.child("left");
            if (child.is("assignment_expression") && left.isPresent()) {
                if (left.get().is("identifier")) {
                    members.add(new Expression.Argument(left.get().text(), assigned(child)));
                } else {
                    Expression key = keyOf(child, keys(left.get()));
                    pairs.add(new Expression.Pair(key, part(child, "right")));
                }
            } else if (child.is("initializer_expression") && child.children().size() == 2) {
                List<SyntaxNode> entry = child.children();
                pairs.add(new Expression.Pair(of(entry.getFirst()), of(entry.getLast())));
            } else {
                values.add(of(child));
            }
        }
        if (!pairs.isEmpty()) {
            return new Expression.Pairs(node.at(), pairs);
        }
        return values.isEmpty()
                ? new Expression.Call(node.at(), Lowering.nothing(node), members, true)
                : new Expression.Items(node.at(), values);
    }

    /** {@code new { alg = "HS256", typ }} and {@code with { A = 1 }}. */
    private Expression anonymous(SyntaxNode node) {
        List<Expression.Pair> pairs = new ArrayList<>();
        List<SyntaxNode> all = node.all();
        for (int i = 0; i < all.size(); i++) {
            SyntaxNode child = all.get(i);
            if (!child.named()) {
                continue;
            }
            boolean named = i + 2 < all.size() && all.get(i + 1).is("=");
            String key = child.text().replaceAll(".*\\.", "");
            pairs.add(
                    new Expression.Pair(
                            Lowering.text(child.at(), key), of(named ? all.get(i + 2) : child)));
            i += named ? 2 : 0;
        }
        return new Expression.Pairs(node.at(), pairs);
    }

    private Expression array(SyntaxNode node) {
        return node.first("initializer_expression")
                .map(list ->
                        (Expression)
                                new Expression.Items(
                                        node.at(), csharp.expressions(list.children())))
                .orElseGet(() -> csharp.other(node));
    }

    private Expression binary(SyntaxNode node) {
        Expression left = part(node, "left");
        Expression right = part(node, "right");
        String operator = node.child("operator").map(SyntaxNode::type).orElse("");
        return switch (operator) {
            case "+" -> new Expression.Concat(node.at(), List.of(left, right));
            case "??", "||" -> new Expression.Either(node.at(), left, right);
            default -> new Expression.Operation(node.at(), operator, List.of(left, right));
        };
    }

    /** {@code x is null}, {@code x is not Y y}. */
    private Expression pattern(SyntaxNode node) {
        Expression subject = part(node, "expression");
        SyntaxNode pattern = node.child("pattern").orElse(node.children().getLast());
        boolean negated = pattern.is("negated_pattern");
        SyntaxNode inside =
                negated && !pattern.children().isEmpty() ? pattern.children().getFirst() : pattern;
        Expression other = inside.is("declaration_pattern") ? bound(inside, subject) : of(inside);
        return new Expression.Operation(node.at(), negated ? "!=" : "==", List.of(subject, other));
    }

    private Expression bound(SyntaxNode pattern, Expression subject) {
        Expression name = pattern.child("name").map(Lowering::name).orElse(subject);
        Statement bind =
                new Statement.Assign(
                        pattern.at(),
                        name,
                        pattern.child("type").flatMap(csharp.types()::typeName),
                        Optional.of(subject),
                        List.of());
        return new Expression.Nested(pattern.at(), Block.of(bind));
    }

    /** {@code out var x}. */
    private Expression declared(SyntaxNode node) {
        Statement declare =
                new Statement.Assign(
                        node.at(),
                        node.child("name").map(Lowering::name).orElse(Lowering.nothing(node)),
                        node.child("type").flatMap(csharp.types()::typeName),
                        Optional.empty(),
                        List.of());
        return new Expression.Nested(node.at(), Block.of(declare));
    }

    private Expression lambda(SyntaxNode node) {
        List<Function.Parameter> parameters =
                node.child("parameters").map(csharp.types()::parameters).orElse(List.of());
        Block body = csharp.types().functionBody(node.child("body").or(() -> node.first("block")));
        return Expression.Lambda.of(node.at(), parameters, body);
    }

    private Expression choose(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode arm : node.each("switch_expression_arm")) {
            List<SyntaxNode> parts = arm.children();
            SyntaxNode pattern = parts.getFirst();
            List<String> names =
                    pattern.child("name").map(name -> List.of(name.text())).orElse(List.of());
            cases.add(
                    new Statement.Case(
                            pattern.is("discard") ? "" : pattern.text(),
                            names,
                            Block.of(Lowering.evaluate(of(parts.getLast())))));
        }
        Expression subject = firstOf(node);
        return new Expression.Nested(
                node.at(), Block.of(new Statement.Choose(node.at(), subject, cases)));
    }
}
