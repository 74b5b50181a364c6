package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** PHP's expressions. */
final class PhpExpressions {

    private final Php php;

    PhpExpressions(Php php) {
        this.php = php;
    }

    Expression of(SyntaxNode node) {
        return switch (node.type()) {
            case "name", "relative_scope" -> Lowering.name(node);
            case "primitive_type" -> new Expression.Name(node.at(), node.text());
            case "variable_name" -> variable(node);
            case "qualified_name", "namespace_name" ->
                    Lowering.dotted(
                            node.at(), node.text().replaceAll("\\s|^\\\\", "").replace('\\', '.'));
            case "member_access_expression", "nullsafe_member_access_expression" ->
                    member(node, part(node, "object"));
            case "scoped_property_access_expression" -> member(node, part(node, "scope"));
            case "class_constant_access_expression" -> constant(node);
            case "member_call_expression", "nullsafe_member_call_expression" ->
                    called(node, member(node, part(node, "object")));
            case "scoped_call_expression" -> called(node, member(node, part(node, "scope")));
            case "function_call_expression" -> PhpCalls.plain(node, part(node, "function"), this);
            case "object_creation_expression" -> creation(node);
            case "subscript_expression" -> subscript(node);
            case "array_creation_expression", "list_literal" -> array(node);
            case "string", "encapsed_string", "heredoc", "nowdoc" -> text(node);
            case "assignment_expression",
                    "reference_assignment_expression",
                    "augmented_assignment_expression" ->
                    new Expression.Assigned(node.at(), part(node, "left"), part(node, "right"));
            case "arrow_function", "anonymous_function", "anonymous_function_creation_expression" ->
                    php.types().lambda(node);
            case "match_expression" -> match(node);
            default -> operation(node);
        };
    }

    private Expression operation(SyntaxNode node) {
        return switch (node.type()) {
            case "integer", "float" ->
                    new Expression.Digits(node.at(), node.text().replace("_", ""));
            case "boolean" -> new Expression.Truth(node.at(), node.text().equalsIgnoreCase("true"));
            case "null" -> Lowering.nothing(node);
            case "binary_expression" -> binary(node);
            case "conditional_expression" -> conditional(node);
            case "unary_op_expression" ->
                    node.has("!")
                            ? Lowering.not(node.at(), part(node, "argument"))
                            : new Expression.Operation(
                                    node.at(), "", List.of(part(node, "argument")));
            case "cast_expression" -> part(node, "value");
            case "parenthesized_expression",
                    "error_suppression_expression",
                    "clone_expression",
                    "print_intrinsic",
                    "by_ref",
                    "named_type" ->
                    inner(node);
            case "anonymous_class" -> {
                List<Statement> statements = new ArrayList<>();
                php.statement(node, statements);
                yield new Expression.Nested(node.at(), new Block(statements));
            }
            case "compound_statement" -> new Expression.Nested(node.at(), php.block(node));
            default -> php.other(node);
        };
    }

    Expression part(SyntaxNode node, String field) {
        return node.child(field).map(this::of).orElse(Lowering.nothing(node));
    }

    /** What has no effect on the meaning of what is inside. */
    private Expression inner(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.size() == 1 ? of(children.getFirst()) : php.other(node);
    }

    private static Expression variable(SyntaxNode node) {
        String name = node.text();
        return new Expression.Name(node.at(), name.equals("$this") ? "this" : name);
    }

    /** A member whose name is worked out is like an entry. */
    private Expression member(SyntaxNode node, Expression object) {
        Optional<SyntaxNode> name = node.child("name");
        if (name.isPresent()
                && !name.get().is("name")
                && !node.type().startsWith("scoped_property")) {
            return new Expression.Index(node.at(), object, of(name.get()));
        }
        String plain = name.map(SyntaxNode::text).orElse("");
        int end = name.map(found -> found.at().end()).orElse(node.at().end());
        Span at = new Span(node.at().start(), end);
        return new Expression.Member(at, object, plain.replace("$", ""));
    }

    private Expression constant(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        return parts.size() == 2
                ? new Expression.Member(node.at(), of(parts.getFirst()), parts.getLast().text())
                : php.other(node);
    }

    /** {@code f(...)} is the function itself. */
    private Expression called(SyntaxNode node, Expression callee) {
        Optional<SyntaxNode> list = node.child("arguments");
        return list.isPresent() && list.get().has("variadic_placeholder")
                ? callee
                : new Expression.Call(node.at(), callee, arguments(list), false);
    }

    List<Expression.Argument> arguments(Optional<SyntaxNode> list) {
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : list.map(SyntaxNode::children).orElse(List.of())) {
            List<SyntaxNode> parts = child.children();
            if (parts.isEmpty()) {
                continue;
            }
            SyntaxNode value = parts.getLast();
            String name =
                    parts.size() > 1 ? child.child("name").map(SyntaxNode::text).orElse("") : "";
            boolean spread = child.is("variadic_unpacking") || value.is("variadic_unpacking");
            arguments.add(
                    new Expression.Argument(
                            spread ? Expression.Argument.SPREAD : name,
                            value.is("variadic_unpacking") ? inner(value) : of(value)));
        }
        return arguments;
    }

    Expression attribute(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        if (parts.isEmpty()) {
            return Lowering.nothing(node);
        }
        Expression name = of(parts.getFirst());
        Optional<SyntaxNode> arguments = node.child("parameters");
        return arguments.isPresent()
                ? new Expression.Call(node.at(), name, arguments(arguments), true)
                : name;
    }

    private Expression creation(SyntaxNode node) {
        Expression type =
                node.children().isEmpty() ? Lowering.nothing(node) : of(node.children().getFirst());
        return new Expression.Call(node.at(), type, arguments(node.first("arguments")), true);
    }

    private Expression subscript(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        if (parts.isEmpty()) {
            return Lowering.nothing(node);
        }
        Expression key = parts.size() > 1 ? of(parts.getLast()) : Lowering.nothing(node);
        return new Expression.Index(node.at(), of(parts.getFirst()), key);
    }

    /** With keys a map, without a list; the same for what an array is taken apart into. */
    private Expression array(SyntaxNode node) {
        List<Expression.Pair> pairs = new ArrayList<>();
        boolean keyed = false;
        List<SyntaxNode> elements =
                node.is("list_literal") ? List.of() : node.each("array_element_initializer");
        for (SyntaxNode element : elements) {
            List<SyntaxNode> parts = element.children();
            if (parts.size() == 2) {
                keyed = true;
                pairs.add(new Expression.Pair(of(parts.getFirst()), of(parts.getLast())));
            } else {
                pairs.add(new Expression.Pair(Lowering.nothing(element), inner(element)));
            }
        }
        if (node.is("list_literal")) {
            keyed = node.has("=>");
            List<SyntaxNode> parts = node.children();
            for (int i = 0; i < parts.size(); i++) {
                Expression first = of(parts.get(i));
                boolean entry = keyed && i + 1 < parts.size();
                pairs.add(
                        new Expression.Pair(
                                entry ? first : Lowering.nothing(node),
                                entry ? of(parts.get(++i)) : first));
            }
        }
        if (keyed) {
            return new Expression.Pairs(node.at(), pairs);
        }
        Expression.Items items =
                new Expression.Items(
                        node.at(), pairs.stream().map(Expression.Pair::value).toList());
        return PhpCalls.method(items).orElse(items);
    }

    private Expression binary(SyntaxNode node) {
        Expression left = part(node, "left");
        Expression right = part(node, "right");
        String operator = node.child("operator").map(SyntaxNode::type).orElse("");
        return switch (operator.toLowerCase(Locale.ROOT)) {
            case "." -> new Expression.Concat(node.at(), List.of(left, right));
            case "??", "||", "or", "xor" -> new Expression.Either(node.at(), left, right);
            case "&&", "and" -> new Expression.Operation(node.at(), "&&", List.of(left, right));
            case "instanceof" -> new Expression.Operation(node.at(), "is", List.of(left, right));
            case "<>" -> new Expression.Operation(node.at(), "!=", List.of(left, right));
            default -> new Expression.Operation(node.at(), operator, List.of(left, right));
        };
    }

    /** {@code a ?: b} takes b when a is false. */
    private Expression conditional(SyntaxNode node) {
        Expression condition = part(node, "condition");
        Expression otherwise = part(node, "alternative");
        return node.child("body")
                .map(body ->
                        (Expression)
                                new Expression.Conditional(
                                        node.at(), condition, of(body), otherwise))
                .orElseGet(() -> new Expression.Either(node.at(), condition, otherwise));
    }

    private Expression match(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode way : node.child("body").map(SyntaxNode::children).orElse(List.of())) {
            Expression value = part(way, "return_expression");
            cases.add(
                    new Statement.Case(
                            way.child("conditional_expressions").map(SyntaxNode::text).orElse(""),
                            List.of(),
                            Block.of(Lowering.evaluate(value))));
        }
        return new Expression.Nested(
                node.at(),
                Block.of(new Statement.Choose(node.at(), part(node, "condition"), cases)));
    }

    /** Texts in all kinds of quotes; what is filled in becomes a part. */
    private Expression text(SyntaxNode node) {
        SyntaxNode body = node.child("value").orElse(node);
        boolean single = node.is("string") || node.is("nowdoc");
        List<Expression> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (SyntaxNode child : body.children()) {
            switch (child.type()) {
                case "string_content", "nowdoc_string" ->
                        plain.append(dedented(child.text(), node, parts.isEmpty()));
                case "escape_sequence" -> plain.append(escape(child.text(), single));
                case "heredoc_start", "heredoc_end" -> {}
                default -> {
                    parts.add(Lowering.text(node.at(), plain.toString()));
                    plain.setLength(0);
                    parts.add(of(child));
                }
            }
        }
        if (parts.isEmpty()) {
            return Lowering.text(node.at(), plain.toString());
        }
        parts.add(Lowering.text(node.at(), plain.toString()));
        return new Expression.Concat(node.at(), parts);
    }

    /** Texts over several lines are indented as far as their end. */
    private static String dedented(String text, SyntaxNode node, boolean first) {
        if (!node.is("heredoc") && !node.is("nowdoc")) {
            return text;
        }
        String whole = node.text();
        String last = whole.substring(whole.lastIndexOf('\n') + 1);
        int indent = last.length() - last.stripLeading().length();
        String begin = first ? "(?m)^" : "(?<=\n)";
        return text.replaceAll(begin + "[ \t]{" + indent + "}", "");
    }

    private static String escape(String text, boolean single) {
        return single && !text.equals("\\'") && !text.equals("\\\\")
                ? text
                : Lowering.unescape(text);
    }
}
