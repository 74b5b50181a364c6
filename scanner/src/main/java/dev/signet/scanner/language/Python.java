package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Python, by the statements of its grammar; expressions are {@link PythonExpressions}. */
final class Python extends Lowering {

    private final PythonExpressions expressions = new PythonExpressions(this);

    @Override
    Expression expression(SyntaxNode node) {
        return expressions.of(node);
    }

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "import_statement" -> imports(node, into);
            case "import_from_statement" -> importsFrom(node, into);
            case "expression_statement" -> node.children().forEach(child -> effect(child, into));
            case "return_statement" -> into.add(new Statement.Return(node.at(), only(node)));
            case "raise_statement" -> into.add(new Statement.Throw(node.at(), only(node)));
            case "break_statement", "continue_statement" -> into.add(new Statement.Jump(node.at()));
            case "if_statement" -> into.add(branch(node, node.children("alternative"), 0));
            case "for_statement" -> into.add(forLoop(node));
            case "while_statement" -> into.add(whileLoop(node));
            case "try_statement" -> into.add(attempt(node));
            case "with_statement" -> with(node, into);
            case "match_statement" -> into.add(match(node));
            case "function_definition" -> into.add(define(node, List.of()));
            case "class_definition" -> into.add(type(node, List.of()));
            case "decorated_definition" -> decorated(node, into);
            case "ERROR", "block", "module" -> into.addAll(block(node).statements());
            case "pass_statement", "global_statement", "nonlocal_statement", "type" -> {}
            default -> effect(node, into);
        }
    }

    private void effect(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "assignment" -> assignment(node, into);
            case "augmented_assignment" -> into.add(augmented(node));
            default -> into.add(evaluate(expression(node)));
        }
    }

    /** {@code a = b = value} sets both. */
    private void assignment(SyntaxNode node, List<Statement> into) {
        Optional<SyntaxNode> right = node.child("right");
        into.add(
                new Statement.Assign(
                        node.at(),
                        node.child("left").map(this::expression).orElse(nothing(node)),
                        node.child("type").map(this::expression),
                        assignedValue(node),
                        List.of()));
        right.filter(inner -> inner.is("assignment")).ifPresent(inner -> assignment(inner, into));
    }

    private Statement augmented(SyntaxNode node) {
        Expression target = node.child("left").map(this::expression).orElse(nothing(node));
        Expression added = node.child("right").map(this::expression).orElse(nothing(node));
        return assign(node.at(), target, added);
    }

    private void imports(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode name : node.children("name")) {
            String module = importedName(name);
            String root = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
            Optional<String> alias = name.child("alias").map(SyntaxNode::text);
            into.add(
                    new Statement.Import(
                            name.at(), alias.isPresent() ? module : root, "", alias.orElse(root)));
            if (alias.isEmpty() && !root.equals(module)) {
                into.add(new Statement.Import(name.at(), module, "", ""));
            }
        }
    }

    private static String importedName(SyntaxNode node) {
        return node.child("name").map(SyntaxNode::text).orElse(node.text());
    }

    private void importsFrom(SyntaxNode node, List<Statement> into) {
        String module = node.child("module_name").map(SyntaxNode::text).orElse("");
        if (node.has("wildcard_import")) {
            into.add(new Statement.Import(node.at(), module, "", Statement.Import.ALL));
        }
        for (SyntaxNode name : node.children("name")) {
            String symbol = importedName(name);
            String local = name.child("alias").map(SyntaxNode::text).orElse(symbol);
            into.add(new Statement.Import(name.at(), module, symbol, local));
        }
    }

    private Statement branch(SyntaxNode node, List<SyntaxNode> alternatives, int next) {
        Block otherwise = Block.EMPTY;
        if (next < alternatives.size()) {
            SyntaxNode alternative = alternatives.get(next);
            otherwise =
                    alternative.is("elif_clause")
                            ? Block.of(branch(alternative, alternatives, next + 1))
                            : blockIn(alternative, "body");
        }
        return new Statement.If(
                node.at(),
                node.child("condition").map(this::expression).orElse(nothing(node)),
                blockIn(node, "consequence"),
                otherwise);
    }

    private Statement forLoop(SyntaxNode node) {
        return new Statement.Loop(
                node.at(),
                expressionIn(node, "left"),
                expressionIn(node, "right").orElse(nothing(node)),
                blockIn(node, "body"));
    }

    private Statement whileLoop(SyntaxNode node) {
        return new Statement.Loop(
                node.at(),
                Optional.empty(),
                expressionIn(node, "condition").orElse(nothing(node)),
                blockIn(node, "body"));
    }

    private Statement attempt(SyntaxNode node) {
        List<Block> handlers = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            if (child.is("except_clause") || child.is("except_group_clause")) {
                handlers.add(child.first("block").map(this::block).orElse(Block.EMPTY));
            }
        }
        return new Statement.Attempt(
                node.at(),
                blockIn(node, "body"),
                handlers,
                node.first("else_clause").map(c -> blockIn(c, "body")).orElse(Block.EMPTY),
                node.first("finally_clause")
                        .flatMap(c -> c.first("block"))
                        .map(this::block)
                        .orElse(Block.EMPTY));
    }

    private void with(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode clause : node.each("with_clause")) {
            for (SyntaxNode item : clause.each("with_item")) {
                item.child("value").ifPresent(value -> into.add(context(value)));
            }
        }
        into.add(new Statement.Nested(node.at(), blockIn(node, "body")));
    }

    /** {@code with open(x) as f}: f stands for what is opened. */
    private Statement context(SyntaxNode value) {
        if (value.is("as_pattern") && value.child("alias").isPresent()) {
            SyntaxNode alias = value.child("alias").get();
            SyntaxNode target = alias.children().isEmpty() ? alias : alias.children().getFirst();
            return assign(value.at(), expression(target), expression(value.children().getFirst()));
        }
        return evaluate(expression(value));
    }

    private Statement match(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode clause : node.child("body").map(SyntaxNode::children).orElse(List.of())) {
            String pattern =
                    clause.each("case_pattern").stream()
                            .map(SyntaxNode::text)
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("");
            cases.add(
                    new Statement.Case(
                            pattern.equals("_") ? "" : pattern,
                            List.of(),
                            blockIn(clause, "consequence")));
        }
        return new Statement.Choose(
                node.at(), expressionIn(node, "subject").orElse(nothing(node)), cases);
    }

    private void decorated(SyntaxNode node, List<Statement> into) {
        List<Expression> decorators =
                node.each("decorator").stream()
                        .flatMap(decorator -> decorator.children().stream())
                        .map(this::expression)
                        .toList();
        node.child("definition")
                .ifPresent(definition ->
                        into.add(
                                definition.is("class_definition")
                                        ? type(definition, decorators)
                                        : define(definition, decorators)));
    }

    private Statement define(SyntaxNode node, List<Expression> decorators) {
        SyntaxNode name = node.child("name").orElse(node);
        return new Statement.Define(
                new Function(
                        node.at(),
                        name.at(),
                        name.text(),
                        node.child("parameters").map(expressions::parameters).orElse(List.of()),
                        decorators,
                        blockIn(node, "body")));
    }

    private Statement type(SyntaxNode node, List<Expression> decorators) {
        SyntaxNode name = node.child("name").orElse(node);
        List<Expression> supertypes =
                node.child("superclasses").map(SyntaxNode::children).orElse(List.of()).stream()
                        .filter(child -> !child.is("keyword_argument"))
                        .map(this::expression)
                        .toList();
        return new Statement.DefineType(
                node.at(), name.at(), name.text(), supertypes, decorators, blockIn(node, "body"));
    }
}
