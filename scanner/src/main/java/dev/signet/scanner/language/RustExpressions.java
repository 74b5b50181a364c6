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

/** Rust's expressions, patterns and types; calls are {@link RustCalls}. */
final class RustExpressions {

    /** Types that are, for our purpose, what they hold. */
    private static final Set<String> HOLDERS =
            WordList.set(
                    """
                    Arc Rc Box Option State Data Extension Json RwLock Mutex Lazy LazyLock OnceCell
                    OnceLock Result Cow Secret Pin
                    """);

    private final Rust rust;
    private final RustCalls calls;
    private String self = "Self";

    RustExpressions(Rust rust) {
        this.rust = rust;
        this.calls = new RustCalls(rust, this);
    }

    /** Says which type {@code Self} is; returns which it was. */
    String inside(String type) {
        String before = self;
        self = type;
        return before;
    }

    Expression of(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier", "type_identifier", "field_identifier", "crate", "super" ->
                    node.text().equals("Self")
                            ? new Expression.Name(node.at(), "self")
                            : Lowering.name(node);
            case "self", "metavariable" -> new Expression.Name(node.at(), "self");
            case "scoped_identifier", "scoped_type_identifier" -> scoped(node);
            case "field_expression" -> member(node);
            case "call_expression" -> calls.call(node);
            case "macro_invocation" -> calls.macro(node);
            case "token_tree" -> rust.other(node);
            case "generic_function" -> part(node, "function");
            case "generic_type", "generic_type_with_turbofish" -> part(node, "type");
            case "index_expression" -> index(node);
            case "struct_expression" -> struct(node);
            case "array_expression", "tuple_expression" ->
                    new Expression.Items(node.at(), rust.expressions(node.children()));
            case "string_literal", "raw_string_literal" -> Lowering.text(node.at(), body(node));
            case "char_literal" -> Lowering.text(node.at(), body(node.text()));
            case "integer_literal", "float_literal" ->
                    new Expression.Digits(node.at(), node.text());
            case "boolean_literal" -> new Expression.Truth(node.at(), node.text().equals("true"));
            case "unit_expression" -> Lowering.nothing(node);
            case "await_expression",
                    "try_expression",
                    "parenthesized_expression",
                    "reference_expression" ->
                    inner(node);
            case "type_cast_expression" -> part(node, "value");
            case "let_condition" -> part(node, "value");
            case "unary_expression" -> unary(node);
            case "binary_expression" -> binary(node);
            case "closure_expression" -> closure(node);
            case "assignment_expression", "compound_assignment_expr" ->
                    new Expression.Assigned(node.at(), part(node, "left"), part(node, "right"));
            case "if_expression",
                    "match_expression",
                    "block",
                    "unsafe_block",
                    "async_block",
                    "try_block",
                    "loop_expression",
                    "while_expression",
                    "for_expression",
                    "return_expression" ->
                    new Expression.Nested(node.at(), Tails.returned(rust.blockOf(node)));
            default -> rust.other(node);
        };
    }

    Expression part(SyntaxNode node, String field) {
        return node.child(field).map(this::of).orElse(Lowering.nothing(node));
    }

    private Expression inner(SyntaxNode node) {
        Optional<SyntaxNode> value =
                node.child("value")
                        .or(() ->
                                node.children().stream()
                                        .filter(c -> !c.is("mutable_specifier"))
                                        .findFirst());
        return value.map(this::of).orElse(Lowering.nothing(node));
    }

    static String body(SyntaxNode literal) {
        String text = literal.text();
        return literal.is("raw_string_literal")
                ? text.replaceFirst("^b?c?r#*\"", "").replaceFirst("\"#*$", "")
                : Lowering.unescape(body(text));
    }

    /** A literal's text between its quotes. */
    static String body(String literal) {
        int start = 0;
        while (start < literal.length()
                && literal.charAt(start) != '"'
                && literal.charAt(start) != '\'') {
            start++;
        }
        return start + 1 < literal.length()
                ? literal.substring(start + 1, literal.length() - 1)
                : "";
    }

    private Expression scoped(SyntaxNode node) {
        String name = node.child("name").map(SyntaxNode::text).orElse("");
        Optional<SyntaxNode> path = node.child("path");
        if (path.isEmpty() || path.get().is("self")) {
            return new Expression.Name(node.at(), name);
        }
        Expression owner = of(path.get());
        return rust.isOwnModule(owner)
                ? new Expression.Name(node.at(), name)
                : new Expression.Member(node.at(), owner, name);
    }

    private Expression member(SyntaxNode node) {
        return new Expression.Member(
                node.at(),
                part(node, "value"),
                node.child("field").map(SyntaxNode::text).orElse(""));
    }

    private Expression index(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        return parts.size() == 2
                ? new Expression.Index(node.at(), of(parts.get(0)), of(parts.get(1)))
                : rust.other(node);
    }

    private Expression struct(SyntaxNode node) {
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode field : node.child("body").map(SyntaxNode::children).orElse(List.of())) {
            switch (field.type()) {
                case "field_initializer" ->
                        arguments.add(
                                new Expression.Argument(
                                        field.child("field").map(SyntaxNode::text).orElse(""),
                                        part(field, "value")));
                case "shorthand_field_initializer" ->
                        arguments.add(
                                new Expression.Argument(
                                        field.text(),
                                        new Expression.Name(field.at(), field.text())));
                default ->
                        arguments.add(
                                new Expression.Argument(Expression.Argument.SPREAD, inner(field)));
            }
        }
        Expression type = part(node, "name");
        if (type instanceof Expression.Name name && name.id().equals("self")) {
            type = new Expression.Name(name.at(), self);
        }
        return new Expression.Call(node.at(), type, arguments, true);
    }

    private Expression unary(SyntaxNode node) {
        Expression operand = inner(node);
        if (node.has("!")) {
            return Lowering.not(node.at(), operand);
        }
        return node.has("*") ? operand : new Expression.Operation(node.at(), "-", List.of(operand));
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

    private Expression closure(SyntaxNode node) {
        Optional<SyntaxNode> body = node.child("body");
        Block block =
                body.filter(b -> b.is("block"))
                        .map(rust::block)
                        .or(() -> body.map(rust::blockOf))
                        .orElse(Block.EMPTY);
        return Expression.Lambda.of(
                node.at(),
                node.child("parameters").map(this::parameters).orElse(List.of()),
                Tails.returned(block));
    }

    List<Function.Parameter> parameters(SyntaxNode list) {
        List<Function.Parameter> parameters = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            if (child.is("self_parameter") || child.is("attribute_item")) {
                continue;
            }
            SyntaxNode pattern = child.child("pattern").orElse(child);
            Optional<Expression> type = child.child("type").map(this::type);
            for (String name : names(pattern)) {
                parameters.add(new Function.Parameter(name, type, Optional.empty(), List.of()));
            }
        }
        return parameters;
    }

    /** A type; what only holds another one is that one. */
    Expression type(SyntaxNode node) {
        return switch (node.type()) {
            case "generic_type" -> {
                Expression outer = part(node, "type");
                Optional<SyntaxNode> first =
                        node.child("type_arguments")
                                .flatMap(arguments -> arguments.children().stream().findFirst());
                yield first.isPresent() && HOLDERS.contains(lastName(outer))
                        ? type(first.get())
                        : outer;
            }
            case "reference_type" ->
                    node.child("type").map(this::type).orElse(Lowering.nothing(node));
            case "primitive_type" -> Lowering.name(node);
            default -> of(node);
        };
    }

    static String lastName(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> name.id();
            case Expression.Member member -> member.name();
            default -> "";
        };
    }

    /** What a pattern gives names to; the inside of {@code Ok(x)} is the whole. */
    Expression pattern(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier" -> Lowering.name(node);
            case "tuple_pattern", "slice_pattern" ->
                    new Expression.Items(
                            node.at(), node.children().stream().map(this::pattern).toList());
            case "tuple_struct_pattern" -> {
                List<SyntaxNode> inside =
                        node.children().stream().filter(c -> !c.field().equals("type")).toList();
                yield inside.size() == 1 ? pattern(inside.getFirst()) : Lowering.nothing(node);
            }
            case "struct_pattern" -> struct(node, node.each("field_pattern"));
            case "mut_pattern", "ref_pattern", "reference_pattern", "match_pattern" ->
                    node.children().stream()
                            .filter(c -> !c.is("mutable_specifier"))
                            .findFirst()
                            .map(this::pattern)
                            .orElse(Lowering.nothing(node));
            default -> Lowering.nothing(node);
        };
    }

    private Expression struct(SyntaxNode node, List<SyntaxNode> fields) {
        List<Expression.Pair> pairs = new ArrayList<>();
        for (SyntaxNode field : fields) {
            SyntaxNode name = field.child("name").orElse(field);
            Expression target =
                    field.child("pattern")
                            .map(this::pattern)
                            .orElse(new Expression.Name(name.at(), name.text()));
            pairs.add(new Expression.Pair(Lowering.text(name.at(), name.text()), target));
        }
        return new Expression.Pairs(node.at(), pairs);
    }

    /** All names that a pattern binds. */
    List<String> names(SyntaxNode pattern) {
        List<String> found = new ArrayList<>();
        collect(pattern, found);
        return found;
    }

    private static void collect(SyntaxNode node, List<String> into) {
        boolean bound = node.is("identifier") || node.is("shorthand_field_identifier");
        boolean typed = node.field().equals("type") || node.field().equals("condition");
        if (typed || node.is("scoped_identifier")) {
            return;
        }
        if (bound && !Character.isUpperCase(node.text().charAt(0))) {
            into.add(node.text());
        }
        node.children().forEach(child -> collect(child, into));
    }

    /** What a closure of one expression gives. */
    static Optional<Expression> result(Expression closure) {
        if (closure instanceof Expression.Lambda lambda
                && lambda.function().body().statements().size() == 1
                && lambda.function().body().statements().getFirst()
                        instanceof Statement.Return back) {
            return back.value();
        }
        return Optional.empty();
    }
}
