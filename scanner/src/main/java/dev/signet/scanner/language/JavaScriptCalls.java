package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** JavaScript's calls, with what the language's own functions mean. */
final class JavaScriptCalls {

    private static final Set<String> LOADERS = Set.of("require", "import");

    /** Give their argument back, as far as it matters here. */
    private static final Set<String> TRANSPARENT =
            Set.of("Object.freeze", "Object.seal", "Promise.resolve", "String");

    /** What compilers put around {@code require}. */
    private static final Pattern INTEROP =
            Pattern.compile("(tslib(_1)?\\.)?(__import(Default|Star)|__toESM|_+interop\\w*)");

    /** Give an object of the type that they are given. */
    private static final Set<String> INJECTORS = Set.of("inject", "get", "resolve", "useService");

    private final JavaScript script;
    private final JavaScriptExpressions expressions;

    JavaScriptCalls(JavaScript script, JavaScriptExpressions expressions) {
        this.script = script;
        this.expressions = expressions;
    }

    Expression of(SyntaxNode node) {
        return of(node, Optional.empty());
    }

    /**
     * A call as a value: the one function that it is given and wraps has the name of its result.
     */
    Expression wrapping(SyntaxNode node, SyntaxNode name) {
        boolean wraps = given(node).stream().filter(expressions::isFunction).count() == 1;
        return of(node, wraps ? Optional.of(name) : Optional.empty());
    }

    private Expression of(SyntaxNode node, Optional<SyntaxNode> name) {
        Optional<SyntaxNode> callee = node.child("function");
        if (callee.isEmpty()) {
            return script.other(node);
        }
        List<SyntaxNode> given = given(node);
        if (callee.get().is("super")) {
            return call(node, script.classes().superOf(callee.get()), arguments(given));
        }
        if (LOADERS.contains(callee.get().text())) {
            return load(node, callee.get(), given);
        }
        if (!given.isEmpty() && given.size() < 3 && isTransparent(callee.get())) {
            return script.expression(given.getFirst());
        }
        if (given.size() == 1 && isInjection(callee.get(), given.getFirst())) {
            return call(node, Lowering.name(given.getFirst()), List.of());
        }
        return forwarded(node, callee.get(), given)
                .or(() -> afterLoading(node, callee.get(), given))
                .orElseGet(
                        () -> call(node, script.expression(callee.get()), arguments(given, name)));
    }

    private static boolean isTransparent(SyntaxNode callee) {
        String name = callee.text();
        return name.length() < 50
                && (TRANSPARENT.contains(name) || INTEROP.matcher(name).matches());
    }

    Expression creation(SyntaxNode node) {
        return new Expression.Call(
                node.at(), expressions.part(node, "constructor"), arguments(given(node)), true);
    }

    private static List<SyntaxNode> given(SyntaxNode node) {
        Optional<SyntaxNode> arguments = node.child("arguments");
        if (arguments.isEmpty()) {
            return List.of();
        }
        return arguments.get().is("template_string")
                ? List.of(arguments.get())
                : arguments.get().children();
    }

    private static Expression call(
            SyntaxNode node, Expression callee, List<Expression.Argument> arguments) {
        return new Expression.Call(node.at(), callee, arguments, false);
    }

    private List<Expression.Argument> arguments(List<SyntaxNode> nodes) {
        return arguments(nodes, Optional.empty());
    }

    private List<Expression.Argument> arguments(List<SyntaxNode> nodes, Optional<SyntaxNode> name) {
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode node : nodes) {
            Expression value =
                    name.isPresent() && expressions.isFunction(node)
                            ? expressions.named(node, name)
                            : script.expression(node);
            arguments.add(
                    node.is("spread_element")
                            ? new Expression.Argument(Expression.Argument.SPREAD, value)
                            : Expression.Argument.of(value));
        }
        return arguments;
    }

    /** {@code require("jose")}, {@code import("npm:jose@5")}. */
    private Expression load(SyntaxNode node, SyntaxNode callee, List<SyntaxNode> given) {
        List<Expression.Argument> arguments = new ArrayList<>(arguments(given));
        if (!arguments.isEmpty()
                && arguments.getFirst().value() instanceof Expression.Text specifier) {
            String module = JavaScriptModules.module(specifier.value());
            arguments.set(0, Expression.Argument.of(Lowering.text(specifier.at(), module)));
        }
        return call(node, new Expression.Name(callee.at(), callee.text()), arguments);
    }

    /** {@code moduleRef.get(JwtService)}. */
    private static boolean isInjection(SyntaxNode callee, SyntaxNode given) {
        String name =
                callee.is("member_expression")
                        ? callee.child("property").map(SyntaxNode::text).orElse("")
                        : callee.text();
        String type = given.text();
        return INJECTORS.contains(name)
                && given.is("identifier")
                && type.length() > 2
                && Character.isUpperCase(type.charAt(0))
                && Character.isLowerCase(type.charAt(1));
    }

    /** {@code f.call(self, x)} calls f, and {@code f.bind(self)} is f. */
    private Optional<Expression> forwarded(
            SyntaxNode node, SyntaxNode callee, List<SyntaxNode> given) {
        Optional<SyntaxNode> function = callee.child("object");
        String method = callee.child("property").map(SyntaxNode::text).orElse("");
        if (!callee.is("member_expression") || function.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        String self = given.getFirst().text();
        boolean sameSelf =
                Set.of("null", "undefined", "this").contains(self)
                        || function.get()
                                .child("object")
                                .filter(object -> object.text().equals(self))
                                .isPresent();
        if (!sameSelf) {
            return Optional.empty();
        }
        List<SyntaxNode> rest = given.subList(1, given.size());
        return switch (method) {
            case "bind" ->
                    rest.isEmpty()
                            ? Optional.of(script.expression(function.get()))
                            : Optional.empty();
            case "call" ->
                    Optional.of(call(node, script.expression(function.get()), arguments(rest)));
            case "apply" -> Optional.of(applied(node, function.get(), rest));
            default -> Optional.empty();
        };
    }

    private Expression applied(SyntaxNode node, SyntaxNode function, List<SyntaxNode> rest) {
        List<Expression.Argument> arguments =
                rest.size() == 1 && rest.getFirst().is("array")
                        ? arguments(rest.getFirst().children())
                        : rest.stream()
                                .map(list ->
                                        new Expression.Argument(
                                                Expression.Argument.SPREAD,
                                                script.expression(list)))
                                .toList();
        return call(node, script.expression(function), arguments);
    }

    /** In {@code import("jose").then(({ jwtVerify }) => …)} the parameter is the module. */
    private Optional<Expression> afterLoading(
            SyntaxNode node, SyntaxNode callee, List<SyntaxNode> given) {
        Optional<SyntaxNode> loaded =
                callee.child("object")
                        .filter(object -> object.is("call_expression"))
                        .filter(JavaScriptCalls::isPlainImport);
        boolean then =
                callee.child("property").filter(name -> name.text().equals("then")).isPresent();
        if (!then || loaded.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        SyntaxNode handler = given.getFirst();
        Optional<SyntaxNode> parameter =
                handler.child("parameter")
                        .or(() ->
                                handler.child("parameters")
                                        .flatMap(list -> list.children().stream().findFirst())
                                        .map(one -> one.child("pattern").orElse(one)));
        if (!expressions.isFunction(handler) || parameter.isEmpty()) {
            return Optional.empty();
        }
        Function lambda = expressions.function(handler, Optional.empty());
        List<Statement> body = new ArrayList<>();
        body.add(
                Lowering.assign(
                        parameter.get().at(),
                        script.expression(parameter.get()),
                        script.expression(loaded.get())));
        body.addAll(lambda.body().statements());
        Function bound =
                new Function(
                        lambda.at(),
                        lambda.nameAt(),
                        "",
                        List.of(),
                        lambda.annotations(),
                        new Block(body));
        List<Expression.Argument> arguments = new ArrayList<>();
        arguments.add(Expression.Argument.of(new Expression.Lambda(handler.at(), bound)));
        arguments.addAll(arguments(given.subList(1, given.size())));
        return Optional.of(call(node, script.expression(callee), arguments));
    }

    private static boolean isPlainImport(SyntaxNode call) {
        List<SyntaxNode> given = given(call);
        return call.child("function").filter(f -> f.is("import")).isPresent()
                && given.size() == 1
                && given.getFirst().is("string");
    }
}
