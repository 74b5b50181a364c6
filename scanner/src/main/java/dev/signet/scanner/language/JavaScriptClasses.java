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

/** JavaScript's and TypeScript's classes. */
final class JavaScriptClasses {

    private final JavaScript script;
    private final Deque<Optional<SyntaxNode>> superclasses = new ArrayDeque<>();

    JavaScriptClasses(JavaScript script) {
        this.script = script;
    }

    Statement type(SyntaxNode node, Optional<SyntaxNode> name, List<Expression> decorators) {
        List<Expression> annotations = new ArrayList<>(decorators);
        annotations.addAll(decorators(node));
        Optional<SyntaxNode> superclass = superclass(node);
        superclasses.push(superclass);
        List<Statement> body = new ArrayList<>();
        node.child("body").ifPresent(members -> members(members, body));
        superclasses.pop();
        return new Statement.DefineType(
                node.at(),
                name.orElse(node).at(),
                name.map(SyntaxNode::text).orElse(""),
                superclass.map(script::expression).stream().toList(),
                annotations,
                new Block(body));
    }

    List<Expression> decorators(SyntaxNode node) {
        return node.each("decorator").stream()
                .flatMap(decorator -> decorator.children().stream())
                .map(script::expression)
                .toList();
    }

    private static Optional<SyntaxNode> superclass(SyntaxNode node) {
        return node.first("class_heritage")
                .flatMap(heritage ->
                        heritage.first("extends_clause")
                                .flatMap(clause -> clause.child("value"))
                                .or(() ->
                                        heritage.children().stream()
                                                .filter(child -> !child.is("implements_clause"))
                                                .findFirst()));
    }

    /**
     * What {@code super(…)} calls: the superclass; of a class that {@code Mixin(Class)} makes it is
     * {@code Class.super}.
     */
    Expression superOf(SyntaxNode at) {
        Optional<SyntaxNode> superclass =
                superclasses.isEmpty() ? Optional.empty() : superclasses.peek();
        if (superclass.isEmpty()) {
            return new Expression.Name(at.at(), "super");
        }
        Optional<SyntaxNode> mixedIn =
                superclass
                        .filter(node -> node.is("call_expression"))
                        .flatMap(node -> node.child("arguments"))
                        .flatMap(arguments -> arguments.children().stream().findFirst())
                        .filter(JavaScriptClasses::isPlain);
        if (mixedIn.isPresent()) {
            return new Expression.Member(at.at(), named(at, mixedIn.get()), "super");
        }
        return isPlain(superclass.get())
                ? named(at, superclass.get())
                : new Expression.Name(at.at(), "super");
    }

    private static boolean isPlain(SyntaxNode type) {
        return type.text().matches("[\\w$]+(\\.[\\w$]+){0,4}");
    }

    private static Expression named(SyntaxNode at, SyntaxNode type) {
        return Lowering.dotted(at.at(), type.text());
    }

    private void members(SyntaxNode body, List<Statement> into) {
        List<Expression> decorators = new ArrayList<>();
        for (SyntaxNode member : body.children()) {
            if (member.is("decorator")) {
                member.children().forEach(child -> decorators.add(script.expression(child)));
                continue;
            }
            member(member, List.copyOf(decorators), into);
            decorators.clear();
        }
    }

    private void member(SyntaxNode node, List<Expression> decorators, List<Statement> into) {
        switch (node.type()) {
            case "method_definition" -> method(node, decorators, into);
            case "field_definition", "public_field_definition" -> field(node, decorators, into);
            case "class_static_block", "ERROR" -> script.statement(node, into);
            default -> {}
        }
    }

    /** A getter's name stands for what it gives back. */
    private void method(SyntaxNode node, List<Expression> decorators, List<Statement> into) {
        SyntaxNode name = node.child("name").orElse(node);
        Function method = script.expressions().function(node, Optional.of(name));
        String id = node.has("get") ? "get " + method.name() : method.name();
        into.add(
                new Statement.Define(
                        new Function(
                                method.at(),
                                method.nameAt(),
                                id,
                                method.parameters(),
                                decorators,
                                method.body())));
        if (node.has("get")) {
            Expression self = new Expression.Name(name.at(), "this");
            Expression getter = new Expression.Member(name.at(), self, id);
            into.add(
                    Lowering.assign(
                            node.at(),
                            new Expression.Name(name.at(), method.name()),
                            new Expression.Call(name.at(), getter, List.of(), false)));
        }
        if (method.name().equals("constructor")) {
            node.child("parameters").ifPresent(list -> parameterFields(list, into));
        }
    }

    /** {@code constructor(private readonly jwt: JwtService)} declares a field. */
    private void parameterFields(SyntaxNode parameters, List<Statement> into) {
        for (SyntaxNode parameter : parameters.children()) {
            boolean isField =
                    parameter.has("accessibility_modifier")
                            || parameter.has("readonly")
                            || parameter.has("override_modifier");
            Optional<SyntaxNode> name = parameter.child("pattern");
            if (isField && name.isPresent()) {
                Expression self = new Expression.Name(name.get().at(), "this");
                into.add(
                        new Statement.Assign(
                                parameter.at(),
                                new Expression.Member(name.get().at(), self, name.get().text()),
                                script.type(parameter),
                                script.expressionIn(parameter, "value"),
                                List.of()));
            }
        }
    }

    private void field(SyntaxNode node, List<Expression> decorators, List<Statement> into) {
        Optional<SyntaxNode> name = node.child("name").or(() -> node.child("property"));
        Optional<SyntaxNode> value = node.child("value");
        if (name.isEmpty()) {
            return;
        }
        Optional<SyntaxNode> function = value.filter(script.expressions()::isFunction);
        if (function.isPresent()) {
            into.add(new Statement.Define(script.expressions().function(function.get(), name)));
            return;
        }
        List<Expression> annotations = new ArrayList<>(decorators);
        annotations.addAll(decorators(node));
        into.add(
                new Statement.Assign(
                        node.at(),
                        new Expression.Name(
                                name.get().at(), script.expressions().keyText(name.get())),
                        script.type(node),
                        value.map(v -> script.expressions().named(v, name)),
                        annotations));
    }
}
