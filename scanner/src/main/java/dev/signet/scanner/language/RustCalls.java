package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.syntax.SyntaxNode;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rust's calls and macros. */
final class RustCalls {

    /** Methods that give what they are called on, in another form. */
    private static final Set<String> FORMS =
            WordList.set(
                    """
                    unwrap expect clone cloned to_string to_owned into as_bytes as_ref as_str as_deref
                    to_vec into_bytes as_slice unwrap_or_default ok context trim borrow into_boxed_str
                    expose_secret
                    """);

    private static final Set<String> ALTERNATIVES =
            Set.of("unwrap_or", "unwrap_or_else", "or", "or_else");

    /** Functions that wrap their only argument. */
    private static final Set<String> WRAPPERS =
            WordList.set(
                    """
                    Ok Some Box.new Arc.new Rc.new Arc.clone Rc.clone Mutex.new RwLock.new String.from
                    Cow.from Cow.Borrowed Secret.new SecretString.new
                    """);

    /** Functions whose closure gives the value. */
    private static final Set<String> LAZY =
            Set.of("Lazy.new", "LazyLock.new", "OnceCell.new", "LazyCell.new");

    /** Methods that the traits of the crate {@code jwt} give to all values. */
    private static final Map<String, String> TRAITS =
            Map.of(
                    "sign_with_key", "jwt.SignWithKey",
                    "sign_with_store", "jwt.SignWithStore",
                    "verify_with_key", "jwt.VerifyWithKey",
                    "verify_with_store", "jwt.VerifyWithStore");

    private static final Pattern PLACE = Pattern.compile("\\{(\\w*)[^}]*}");

    private final Rust rust;
    private final RustExpressions expressions;

    RustCalls(Rust rust, RustExpressions expressions) {
        this.rust = rust;
        this.expressions = expressions;
    }

    Expression call(SyntaxNode node) {
        Expression callee = expressions.part(node, "function");
        List<Expression.Argument> arguments =
                node.child("arguments").map(this::arguments).orElse(List.of());
        String name = plain(callee);
        if (name.endsWith("_") && RustMacros.isCall(RustExpressions.lastName(callee))) {
            String macro = RustExpressions.lastName(callee);
            return opened(node, macro.substring(0, macro.length() - 1), arguments);
        }
        if (arguments.size() == 1) {
            Expression only = arguments.getFirst().value();
            if (WRAPPERS.contains(name)) {
                return only;
            }
            if (LAZY.contains(name)) {
                return new Expression.Call(node.at(), only, List.of(), false);
            }
        }
        return callee instanceof Expression.Member member
                ? method(node, member, arguments)
                : new Expression.Call(node.at(), callee, arguments, false);
    }

    private Expression method(
            SyntaxNode node, Expression.Member callee, List<Expression.Argument> arguments) {
        boolean plain =
                arguments.isEmpty()
                        || (arguments.size() == 1
                                && arguments.getFirst().value() instanceof Expression.Text);
        if (FORMS.contains(callee.name()) && plain) {
            return callee.object();
        }
        if (arguments.size() == 1) {
            Expression only = arguments.getFirst().value();
            if (ALTERNATIVES.contains(callee.name())) {
                Optional<Expression> result = RustExpressions.result(only);
                if (result.isPresent() || !(only instanceof Expression.Lambda)) {
                    return new Expression.Either(node.at(), callee.object(), result.orElse(only));
                }
            }
            if (callee.name().equals("get_or_init")) {
                return new Expression.Call(node.at(), only, List.of(), false);
            }
            boolean joins = callee.name().equals("join") || callee.name().equals("concat");
            if (joins && callee.object() instanceof Expression.Items items) {
                Expression join = new Expression.Member(node.at(), only, "join");
                return new Expression.Call(
                        node.at(), join, List.of(Expression.Argument.of(items)), false);
            }
        }
        String trait = TRAITS.get(callee.name());
        if (trait != null
                && node.child("function").filter(f -> f.is("field_expression")).isPresent()) {
            List<Expression.Argument> all = new ArrayList<>();
            all.add(Expression.Argument.of(callee.object()));
            all.addAll(arguments);
            Expression function =
                    new Expression.Member(
                            callee.at(), Lowering.dotted(callee.at(), trait), callee.name());
            return new Expression.Call(node.at(), function, all, false);
        }
        return new Expression.Call(node.at(), callee, arguments, false);
    }

    private List<Expression.Argument> arguments(SyntaxNode list) {
        return list.children().stream()
                .filter(child -> !child.is("attribute_item"))
                .map(child -> Expression.Argument.of(expressions.of(child)))
                .toList();
    }

    private static String plain(Expression callee) {
        return switch (callee) {
            case Expression.Name name -> name.id();
            case Expression.Member member ->
                    RustExpressions.lastName(member.object()) + "." + member.name();
            default -> "";
        };
    }

    /** A macro that {@link RustMacros} made a call. */
    private Expression opened(SyntaxNode node, String macro, List<Expression.Argument> arguments) {
        List<Expression> values = arguments.stream().map(Expression.Argument::value).toList();
        return switch (macro) {
            case "vec" -> new Expression.Items(node.at(), values);
            case "json" ->
                    values.size() == 1
                            ? values.getFirst()
                            : new Expression.Items(node.at(), values);
            case "dotenv", "option_env" ->
                    new Expression.Call(
                            node.at(), new Expression.Name(node.at(), "env"), arguments, false);
            case "concat" -> new Expression.Concat(node.at(), values);
            case "format", "format_args" -> format(node, values);
            default ->
                    new Expression.Call(
                            node.at(), new Expression.Name(node.at(), macro), arguments, false);
        };
    }

    /** The places of a format take arguments in their order, or variables by their names. */
    private static Expression format(SyntaxNode node, List<Expression> values) {
        if (values.isEmpty() || !(values.getFirst() instanceof Expression.Text format)) {
            return new Expression.Other(node.at(), values);
        }
        List<Expression.Argument> ordered = new ArrayList<>();
        int next = 1;
        Matcher places = PLACE.matcher(format.value());
        while (places.find()) {
            if (!places.group(1).isEmpty() && !Character.isDigit(places.group(1).charAt(0))) {
                ordered.add(Expression.Argument.of(named(places.group(1), format, values)));
            } else if (next < values.size()) {
                ordered.add(Expression.Argument.of(values.get(next++)));
            }
        }
        Expression text =
                Lowering.text(format.at(), PLACE.matcher(format.value()).replaceAll("{}"));
        Expression method = new Expression.Member(node.at(), text, "format");
        return new Expression.Call(node.at(), method, ordered, false);
    }

    private static Expression named(String name, Expression.Text format, List<Expression> values) {
        for (Expression value : values) {
            if (value instanceof Expression.Assigned assigned
                    && RustExpressions.lastName(assigned.target()).equals(name)) {
                return assigned.value();
            }
        }
        return new Expression.Name(format.at(), name);
    }

    /** A macro that was left as it is: its names and texts at least. */
    Expression macro(SyntaxNode node) {
        return node.first("token_tree").map(rust::other).orElse(rust.other(node));
    }
}
