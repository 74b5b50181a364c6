package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PHP, by the statements of its grammar; types and functions are {@link PhpTypes}, expressions are
 * {@link PhpExpressions}. Variables keep their {@code $}, so that they are not taken for constants
 * and types; properties do not.
 */
final class Php extends Lowering {

    private final PhpExpressions expressions = new PhpExpressions(this);
    private final PhpTypes types = new PhpTypes(this, expressions);

    PhpTypes types() {
        return types;
    }

    @Override
    Expression expression(SyntaxNode node) {
        return expressions.of(node);
    }

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "namespace_use_declaration" -> imports(node, into);
            case "expression_statement", "echo_statement" ->
                    node.children().forEach(child -> effect(child, into));
            case "const_declaration" -> constants(node, into);
            case "return_statement" -> into.add(new Statement.Return(node.at(), only(node)));
            case "exit_statement" -> into.add(new Statement.Throw(node.at(), only(node)));
            case "break_statement", "continue_statement", "goto_statement" ->
                    into.add(new Statement.Jump(node.at()));
            case "if_statement" -> into.add(branch(node, node.children("alternative"), 0));
            case "switch_statement" -> into.add(choose(node));
            case "foreach_statement" -> into.add(forEach(node));
            case "for_statement" -> {
                node.child("initialize").ifPresent(first -> effect(first, into));
                into.add(whileLoop(node));
            }
            case "while_statement", "do_statement" -> into.add(whileLoop(node));
            case "try_statement" -> into.add(attempt(node));
            case "function_static_declaration" ->
                    node.children()
                            .forEach(child ->
                                    into.add(
                                            assign(
                                                    child.at(),
                                                    expressions.part(child, "name"),
                                                    expressions.part(child, "value"))));
            case "compound_statement" -> into.add(new Statement.Nested(node.at(), block(node)));
            case "namespace_definition", "declare_statement", "colon_block", "ERROR" ->
                    into.addAll(block(node).statements());
            case "text",
                    "php_tag",
                    "php_end_tag",
                    "text_interpolation",
                    "namespace_name",
                    "declare_directive",
                    "empty_statement",
                    "global_declaration",
                    "named_label_statement" -> {}
            default -> {
                if (!types.member(node, into)) {
                    effect(node, into);
                }
            }
        }
    }

    private void effect(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "assignment_expression",
                    "augmented_assignment_expression",
                    "reference_assignment_expression" ->
                    into.add(
                            assign(
                                    node.at(),
                                    expressions.part(node, "left"),
                                    expressions.part(node, "right")));
            case "throw_expression" -> into.add(new Statement.Throw(node.at(), only(node)));
            default -> into.add(evaluate(expression(node)));
        }
    }

    private static String dots(String name) {
        return name.replaceAll("\\s|^\\\\", "").replace('\\', '.');
    }

    /** {@code use A\B as C;}, {@code use A\{B, C as D};}, {@code use function A\b;}. */
    private static void imports(SyntaxNode node, List<Statement> into) {
        Optional<SyntaxNode> group = node.child("body");
        String prefix =
                node.first("namespace_name").map(SyntaxNode::text).map(Php::dots).orElse("");
        for (SyntaxNode clause : group.orElse(node).each("namespace_use_clause")) {
            Optional<SyntaxNode> alias = clause.child("alias");
            String named =
                    clause.children().stream()
                            .filter(child -> child.field().isEmpty())
                            .findFirst()
                            .map(SyntaxNode::text)
                            .map(Php::dots)
                            .orElse("");
            String path = group.isPresent() ? prefix + "." + named : named;
            int dot = path.lastIndexOf('.');
            String symbol = path.substring(dot + 1);
            into.add(
                    new Statement.Import(
                            clause.at(),
                            dot < 0 ? path : path.substring(0, dot),
                            dot < 0 ? "" : symbol,
                            alias.map(SyntaxNode::text).orElse(symbol)));
        }
    }

    /** Constants of a file or a type. */
    void constants(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode element : node.each("const_element")) {
            List<SyntaxNode> parts = element.children();
            if (parts.size() > 1) {
                into.add(
                        new Statement.Assign(
                                element.at(),
                                name(parts.getFirst()),
                                node.child("type").flatMap(types::typeName),
                                Optional.of(expression(parts.getLast())),
                                types.attributes(node)));
            }
        }
    }

    private Block body(SyntaxNode node) {
        return node.child("body").map(this::bodyOf).orElse(Block.EMPTY);
    }

    private Block bodyOf(SyntaxNode node) {
        return node.is("compound_statement") || node.is("colon_block")
                ? block(node)
                : blockOf(node);
    }

    private Statement branch(SyntaxNode node, List<SyntaxNode> alternatives, int next) {
        Block otherwise = Block.EMPTY;
        if (next < alternatives.size()) {
            SyntaxNode alternative = alternatives.get(next);
            otherwise =
                    alternative.is("else_if_clause")
                            ? Block.of(branch(alternative, alternatives, next + 1))
                            : body(alternative);
        }
        return new Statement.If(
                node.at(), expressions.part(node, "condition"), body(node), otherwise);
    }

    /** Labels without statements of their own share those of the next. */
    private Statement choose(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (SyntaxNode way : node.child("body").map(SyntaxNode::children).orElse(List.of())) {
            way.child("value").map(SyntaxNode::text).ifPresent(patterns::add);
            List<Statement> statements = new ArrayList<>();
            way.children().stream()
                    .filter(child -> !child.field().equals("value"))
                    .forEach(child -> statement(child, statements));
            if (!statements.isEmpty()) {
                boolean byDefault = way.is("default_statement");
                cases.add(
                        new Statement.Case(
                                byDefault ? "" : String.join(", ", patterns),
                                List.of(),
                                new Block(statements)));
                patterns.clear();
            }
        }
        return new Statement.Choose(node.at(), expressions.part(node, "condition"), cases);
    }

    /** {@code foreach (list as key => value)}. */
    private Statement forEach(SyntaxNode node) {
        List<SyntaxNode> parts =
                node.children().stream().filter(child -> child.field().isEmpty()).toList();
        Optional<Expression> target =
                parts.size() > 1
                        ? Optional.of(expression(element(parts.get(1))))
                        : Optional.empty();
        return new Statement.Loop(
                node.at(),
                target,
                parts.isEmpty() ? nothing(node) : expression(parts.getFirst()),
                body(node));
    }

    private static SyntaxNode element(SyntaxNode target) {
        return target.is("pair") && !target.children().isEmpty()
                ? target.children().getLast()
                : target;
    }

    private Statement whileLoop(SyntaxNode node) {
        return new Statement.Loop(
                node.at(), Optional.empty(), expressions.part(node, "condition"), body(node));
    }

    private Statement attempt(SyntaxNode node) {
        return new Statement.Attempt(
                node.at(),
                body(node),
                node.each("catch_clause").stream().map(this::body).toList(),
                Block.EMPTY,
                node.first("finally_clause").map(this::body).orElse(Block.EMPTY));
    }
}
