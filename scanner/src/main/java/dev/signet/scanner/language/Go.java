package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Go, by the statements of its grammar; expressions are {@link GoExpressions}, declarations {@link
 * GoDeclarations}.
 */
final class Go extends Lowering {

    private final GoExpressions expressions = new GoExpressions(this);
    private final GoDeclarations declarations = new GoDeclarations(this, expressions);

    @Override
    Block file(SyntaxNode root) {
        List<Statement> statements = new ArrayList<>(block(root).statements());
        statements.addAll(declarations.types());
        return new Block(statements);
    }

    @Override
    Expression expression(SyntaxNode node) {
        return expressions.of(node);
    }

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "import_declaration" -> declarations.imports(node, into);
            case "const_declaration", "var_declaration" -> declarations.variables(node, into);
            case "type_declaration" -> declarations.types(node, into);
            case "function_declaration" -> into.add(declarations.function(node));
            case "method_declaration" -> declarations.method(node);
            case "assignment_statement", "short_var_declaration" -> assign(node, into);
            case "if_statement" -> branch(node, into);
            case "for_statement" -> into.add(loop(node));
            case "expression_switch_statement" -> choose(node, into);
            case "type_switch_statement" -> chooseType(node, into);
            case "select_statement" -> select(node, into);
            case "return_statement" -> into.add(new Statement.Return(node.at(), result(node)));
            case "break_statement", "continue_statement", "goto_statement" ->
                    into.add(new Statement.Jump(node.at()));
            case "block" -> into.add(new Statement.Nested(node.at(), block(node)));
            case "source_file", "statement_list", "ERROR" -> into.addAll(block(node).statements());
            case "labeled_statement" ->
                    node.children().stream()
                            .filter(child -> !child.is("label_name"))
                            .forEach(child -> statement(child, into));
            case "package_clause", "fallthrough_statement", "empty_statement" -> {}
            case "expression_statement", "go_statement", "defer_statement" ->
                    node.children().forEach(child -> into.add(evaluate(expression(child))));
            default -> into.add(evaluate(expression(node)));
        }
    }

    /** What is returned; several results are a list. */
    private Optional<Expression> result(SyntaxNode node) {
        return node.children().stream().findFirst().map(this::one);
    }

    /** A list of one is that one. */
    private Expression one(SyntaxNode list) {
        List<SyntaxNode> children = list.children();
        return list.is("expression_list") && children.size() == 1
                ? expression(children.getFirst())
                : expression(list);
    }

    private void assign(SyntaxNode node, List<Statement> into) {
        Expression target = node.child("left").map(this::one).orElse(nothing(node));
        Expression value = node.child("right").map(this::one).orElse(nothing(node));
        into.add(assign(node.at(), target, value));
    }

    private void branch(SyntaxNode node, List<Statement> into) {
        node.child("initializer").ifPresent(first -> statement(first, into));
        Block otherwise = node.child("alternative").map(this::alternative).orElse(Block.EMPTY);
        into.add(
                new Statement.If(
                        node.at(),
                        expressionIn(node, "condition").orElse(nothing(node)),
                        blockIn(node, "consequence"),
                        otherwise));
    }

    private Block alternative(SyntaxNode node) {
        return node.is("if_statement") ? blockOf(node) : block(node);
    }

    private Statement loop(SyntaxNode node) {
        Block body = blockIn(node, "body");
        Optional<SyntaxNode> range = node.first("range_clause");
        if (range.isPresent()) {
            return new Statement.Loop(
                    node.at(),
                    range.get().child("left").map(this::expression),
                    expressionIn(range.get(), "right").orElse(nothing(node)),
                    body);
        }
        Optional<SyntaxNode> clause = node.first("for_clause");
        List<Statement> inside = new ArrayList<>();
        clause.flatMap(c -> c.child("initializer")).ifPresent(c -> statement(c, inside));
        inside.addAll(body.statements());
        Expression condition =
                clause.flatMap(c -> c.child("condition"))
                        .or(() ->
                                node.children().stream()
                                        .filter(c -> !c.is("block") && !c.is("for_clause"))
                                        .findFirst())
                        .map(this::expression)
                        .orElse(nothing(node));
        return new Statement.Loop(node.at(), Optional.empty(), condition, new Block(inside));
    }

    /** Without a subject it is a chain of conditions. */
    private void choose(SyntaxNode node, List<Statement> into) {
        node.child("initializer").ifPresent(first -> statement(first, into));
        List<SyntaxNode> cases =
                node.children().stream()
                        .filter(c -> c.is("expression_case") || c.is("default_case"))
                        .toList();
        Optional<SyntaxNode> subject = node.child("value");
        if (subject.isPresent()) {
            into.add(new Statement.Choose(node.at(), expression(subject.get()), cases(cases)));
            return;
        }
        List<SyntaxNode> ordered = new ArrayList<>(cases);
        ordered.sort((a, b) -> Boolean.compare(a.is("default_case"), b.is("default_case")));
        into.addAll(chain(ordered, 0).statements());
    }

    private Block chain(List<SyntaxNode> cases, int next) {
        if (next == cases.size()) {
            return Block.EMPTY;
        }
        SyntaxNode way = cases.get(next);
        if (way.is("default_case")) {
            return body(way);
        }
        return Block.of(
                new Statement.If(
                        way.at(),
                        way.child("value").map(this::one).orElse(nothing(way)),
                        body(way),
                        chain(cases, next + 1)));
    }

    private List<Statement.Case> cases(List<SyntaxNode> nodes) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode node : nodes) {
            String pattern =
                    node.children().stream()
                            .filter(c -> c.field().equals("value") || c.field().equals("type"))
                            .map(SyntaxNode::text)
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("");
            cases.add(new Statement.Case(pattern, List.of(), body(node)));
        }
        return cases;
    }

    private static final Set<String> HEADS = Set.of("value", "type", "communication");

    private Block body(SyntaxNode way) {
        List<Statement> statements = new ArrayList<>();
        for (SyntaxNode child : way.children()) {
            if (!HEADS.contains(child.field())) {
                statement(child, statements);
            }
        }
        return new Block(statements);
    }

    private void chooseType(SyntaxNode node, List<Statement> into) {
        node.child("initializer").ifPresent(first -> statement(first, into));
        Expression subject = expressionIn(node, "value").orElse(nothing(node));
        node.child("alias").ifPresent(alias -> into.add(assign(node.at(), one(alias), subject)));
        into.add(
                new Statement.Choose(
                        node.at(),
                        subject,
                        cases(
                                node.children().stream()
                                        .filter(c -> c.is("type_case") || c.is("default_case"))
                                        .toList())));
    }

    private void select(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode way : node.children()) {
            List<Statement> statements = new ArrayList<>();
            way.child("communication").ifPresent(c -> received(c, statements));
            statements.addAll(body(way).statements());
            Expression condition = nothing(way);
            into.add(new Statement.If(way.at(), condition, new Block(statements), Block.EMPTY));
        }
    }

    private void received(SyntaxNode node, List<Statement> into) {
        if (node.is("receive_statement") && node.child("left").isPresent()) {
            assign(node, into);
        } else {
            into.add(evaluate(expression(node)));
        }
    }
}
