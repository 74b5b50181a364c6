package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.syntax.SyntaxNode;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ruby's calls. */
final class RubyCalls {

    /** Methods that give what they are called on, in another form. */
    private static final Set<String> FORMS =
            WordList.set(
                    """
                    freeze to_s to_str strip chomp dup itself presence to_sym b clone squish
                    """);

    private static final Set<String> LAMBDAS = Set.of("lambda", "proc");
    private static final Set<String> CONSTANTS = Set.of("constantize", "safe_constantize");
    private static final Set<String> SENDS = Set.of("send", "public_send", "__send__");

    private final Ruby ruby;
    private final RubyExpressions expressions;
    private final RubyNames names;

    RubyCalls(Ruby ruby, RubyExpressions expressions, RubyNames names) {
        this.ruby = ruby;
        this.expressions = expressions;
        this.names = names;
    }

    Expression of(SyntaxNode node) {
        String method = node.child("method").map(SyntaxNode::text).orElse("");
        List<Expression.Argument> arguments = arguments(node);
        Optional<Expression> block = node.child("block").map(b -> expressions.lambda(b, b));
        Optional<SyntaxNode> receiver = node.child("receiver");
        if (receiver.isEmpty()) {
            return plain(node, method, arguments, block);
        }
        Expression object = expressions.of(receiver.get());
        Optional<Expression> special = special(node, object, method, arguments);
        if (special.isPresent() && block.isEmpty()) {
            return special.get();
        }
        Optional<Expression> otherwise = block.flatMap(RubyExpressions::result);
        if (method.equals("fetch") && otherwise.isPresent()) {
            Expression fetch = called(node, object, method, arguments);
            return new Expression.Either(node.at(), fetch, otherwise.get());
        }
        block.ifPresent(b -> arguments.add(new Expression.Argument("&", b)));
        if (method.isEmpty()) {
            return new Expression.Call(node.at(), object, arguments, false);
        }
        return method.equals("new")
                ? new Expression.Call(node.at(), object, arguments, true)
                : called(node, object, method, arguments);
    }

    private Expression plain(
            SyntaxNode node,
            String method,
            List<Expression.Argument> arguments,
            Optional<Expression> block) {
        if (LAMBDAS.contains(method) && block.isPresent()) {
            return block.get();
        }
        if (method.equals("format") || method.equals("sprintf")) {
            if (!arguments.isEmpty()
                    && arguments.getFirst().value() instanceof Expression.Text format) {
                return called(node, format, "format", arguments.subList(1, arguments.size()));
            }
        }
        block.ifPresent(b -> arguments.add(new Expression.Argument("&", b)));
        Expression callee = new Expression.Name(node.child("method").orElse(node).at(), method);
        return new Expression.Call(node.at(), callee, arguments, false);
    }

    /** The callee ends where the method's name ends. */
    private static Expression called(
            SyntaxNode node,
            Expression object,
            String method,
            List<Expression.Argument> arguments) {
        var at = node.child("method").map(name -> object.at().to(name.at())).orElse(node.at());
        Expression callee = new Expression.Member(at, object, method);
        return new Expression.Call(node.at(), callee, arguments, false);
    }

    /** Methods that only say something else in another way. */
    private Optional<Expression> special(
            SyntaxNode node,
            Expression object,
            String method,
            List<Expression.Argument> arguments) {
        if (arguments.isEmpty() && CONSTANTS.contains(method)) {
            return object instanceof Expression.Text name
                    ? Optional.of(constant(node, name))
                    : Optional.empty();
        }
        if (arguments.isEmpty()) {
            return FORMS.contains(method) ? Optional.of(object) : attribute(node, object, method);
        }
        Expression first = arguments.getFirst().value();
        if (method.equals("method") && first instanceof Expression.Text name) {
            return Optional.of(new Expression.Member(node.at(), object, name.value()));
        }
        if (SENDS.contains(method) && first instanceof Expression.Text name) {
            return Optional.of(
                    called(node, object, name.value(), arguments.subList(1, arguments.size())));
        }
        if (method.equals("const_get") && first instanceof Expression.Text name) {
            return Optional.of(constant(node, name));
        }
        if (method.equals("dig") && arguments.stream().allMatch(RubyCalls::isText)) {
            Expression found = object;
            for (Expression.Argument argument : arguments) {
                String key = ((Expression.Text) argument.value()).value();
                found = new Expression.Member(node.at(), found, key);
            }
            return Optional.of(found);
        }
        if (method.equals("join") && object instanceof Expression.Items items) {
            return Optional.of(called(node, first, "join", List.of(Expression.Argument.of(items))));
        }
        if (method.equals("call")
                && object instanceof Expression.Name name
                && names.isLocal(name.id())) {
            return Optional.of(new Expression.Call(node.at(), object, arguments, false));
        }
        return Optional.empty();
    }

    /** {@code Object.const_get("A::B")} and {@code "A::B".constantize}. */
    private static Expression constant(SyntaxNode node, Expression.Text name) {
        return Lowering.dotted(node.at(), name.value().replaceAll("^::", "").replace("::", "."));
    }

    private static boolean isText(Expression.Argument argument) {
        return argument.value() instanceof Expression.Text && argument.name().isEmpty();
    }

    /** {@code self.secret} is {@code @secret} where it is an attribute. */
    private Optional<Expression> attribute(SyntaxNode node, Expression object, String method) {
        boolean own =
                object instanceof Expression.Name name
                        && name.id().equals("self")
                        && names.isAttributeOfSelf(method);
        return own
                ? Optional.of(new Expression.Member(node.at(), object, method))
                : Optional.empty();
    }

    private List<Expression.Argument> arguments(SyntaxNode node) {
        List<Expression.Argument> found = new ArrayList<>();
        for (SyntaxNode child :
                node.child("arguments").map(SyntaxNode::children).orElse(List.of())) {
            switch (child.type()) {
                case "pair" -> named(expressions.pair(child), found);
                case "splat_argument" ->
                        found.add(
                                new Expression.Argument(Expression.Argument.SPREAD, inner(child)));
                case "hash_splat_argument" -> spread(child, found);
                case "block_argument" -> found.add(new Expression.Argument("&", inner(child)));
                default -> found.add(Expression.Argument.of(expressions.of(child)));
            }
        }
        return found;
    }

    private Expression inner(SyntaxNode node) {
        return node.children().stream().findFirst().map(expressions::of).orElse(ruby.other(node));
    }

    /** A literal map that is spread says its names. */
    private void spread(SyntaxNode node, List<Expression.Argument> into) {
        Expression value = inner(node);
        if (value instanceof Expression.Pairs pairs) {
            pairs.pairs().forEach(pair -> named(pair, into));
            return;
        }
        into.add(new Expression.Argument(Expression.Argument.SPREAD, value));
    }

    private static void named(Expression.Pair pair, List<Expression.Argument> into) {
        if (pair.key() instanceof Expression.Text key) {
            into.add(new Expression.Argument(key.value(), pair.value()));
        } else {
            into.add(Expression.Argument.of(new Expression.Pairs(pair.key().at(), List.of(pair))));
        }
    }
}
