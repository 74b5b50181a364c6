package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Kotlin, by the statements of its grammar; expressions are {@link KotlinExpressions}, types {@link
 * KotlinTypes}. Nearly everything is an expression there; where its value is not used it becomes
 * the statement that it is.
 */
final class Kotlin extends Lowering {

    private final KotlinExpressions expressions = new KotlinExpressions(this);
    private final KotlinTypes types = new KotlinTypes(this);
    private final Set<String> extensions = new LinkedHashSet<>();

    KotlinExpressions expressions() {
        return expressions;
    }

    KotlinTypes types() {
        return types;
    }

    @Override
    Block file(SyntaxNode root) {
        collectExtensions(root);
        return super.file(root);
    }

    private void collectExtensions(SyntaxNode node) {
        for (SyntaxNode child : node.children()) {
            if (child.is("function_declaration") && child.has(".")) {
                child.first("simple_identifier").ifPresent(name -> extensions.add(name.text()));
            }
            if (child.is("class_declaration")
                    || child.is("object_declaration")
                    || child.is("class_body")
                    || child.is("companion_object")) {
                collectExtensions(child);
            }
        }
    }

    /** Whether the file has a function of that name that extends other types. */
    boolean isExtension(String name) {
        return extensions.contains(name);
    }

    @Override
    Expression expression(SyntaxNode node) {
        return expressions.of(node);
    }

    @Override
    void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "package_header",
                    "modifiers",
                    "label",
                    "type_alias",
                    "line_comment",
                    "multiline_comment",
                    "shebang_line" -> {}
            case "import_header" -> into.add(imported(node));
            case "class_declaration", "object_declaration" -> into.add(types.type(node));
            case "companion_object" ->
                    node.first("class_body")
                            .ifPresent(body -> into.addAll(types.members(body).statements()));
            case "property_declaration" -> types.property(node, into);
            case "function_declaration" -> into.add(types.function(node));
            case "secondary_constructor" -> into.add(types.constructor(node));
            case "anonymous_initializer" -> into.add(new Statement.Nested(node.at(), bodyOf(node)));
            case "import_list", "statements", "ERROR", "class_body", "source_file" ->
                    into.addAll(block(node).statements());
            default -> step(node, into);
        }
    }

    private void step(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "assignment" -> into.add(assignment(node));
            case "jump_expression" -> into.add(jump(node));
            case "if_expression" -> into.add(branch(node));
            case "when_expression" -> choose(node, into);
            case "try_expression" -> into.add(attempt(node));
            case "for_statement" -> into.add(forEach(node));
            case "while_statement", "do_while_statement" -> into.add(whileLoop(node));
            default -> into.add(evaluate(expression(node)));
        }
    }

    /** The named children, and {@code null}, which the grammar does not name. */
    static List<SyntaxNode> parts(SyntaxNode node) {
        return node.all().stream().filter(child -> child.named() || child.is("null")).toList();
    }

    private Statement imported(SyntaxNode node) {
        String path =
                node.first("identifier").map(SyntaxNode::text).orElse("").replaceAll("[\\s`]", "");
        if (node.has("wildcard_import")) {
            return new Statement.Import(node.at(), path, "", Statement.Import.ALL);
        }
        int dot = path.lastIndexOf('.');
        String symbol = path.substring(dot + 1);
        String local =
                node.first("import_alias")
                        .map(alias -> alias.children().getLast().text())
                        .orElse(symbol);
        return dot < 0
                ? new Statement.Import(node.at(), path, "", local)
                : new Statement.Import(node.at(), path.substring(0, dot), symbol, local);
    }

    private Statement assignment(SyntaxNode node) {
        List<SyntaxNode> parts = parts(node);
        Expression target = expressions.target(parts.getFirst());
        Expression value = parts.size() > 1 ? expression(parts.getLast()) : nothing(node);
        return assign(node.at(), target, value);
    }

    Statement jump(SyntaxNode node) {
        Optional<Expression> value =
                parts(node).stream()
                        .filter(child -> !child.is("label"))
                        .findFirst()
                        .map(this::expression);
        if (node.has("throw")) {
            return new Statement.Throw(node.at(), value);
        }
        return node.has("return") || node.has("return@")
                ? new Statement.Return(node.at(), value)
                : new Statement.Jump(node.at());
    }

    /** The statements in a {@code control_structure_body}, or in anything that has some. */
    Block bodyOf(SyntaxNode node) {
        List<Statement> statements = new ArrayList<>();
        for (SyntaxNode child : parts(node)) {
            if (child.is("statements")) {
                parts(child).forEach(one -> statement(one, statements));
            } else {
                statement(child, statements);
            }
        }
        return new Block(statements);
    }

    Statement branch(SyntaxNode node) {
        Expression condition = nothing(node);
        Block then = Block.EMPTY;
        Block otherwise = Block.EMPTY;
        boolean inElse = false;
        for (SyntaxNode child : node.all()) {
            if (child.is("else")) {
                inElse = true;
            } else if (child.is("control_structure_body")) {
                if (inElse) {
                    otherwise = bodyOf(child);
                } else {
                    then = bodyOf(child);
                }
            } else if (child.named()) {
                condition = expression(child);
            }
        }
        return new Statement.If(node.at(), condition, then, otherwise);
    }

    /** A variable in the subject stands before the choice. */
    void choose(SyntaxNode node, List<Statement> into) {
        Expression subject = nothing(node);
        Optional<SyntaxNode> given = node.first("when_subject");
        if (given.isPresent()) {
            List<SyntaxNode> parts = parts(given.get());
            subject = expression(parts.getLast());
            Optional<SyntaxNode> variable =
                    given.get()
                            .first("variable_declaration")
                            .flatMap(one -> one.first("simple_identifier"));
            if (variable.isPresent()) {
                into.add(assign(given.get().at(), name(variable.get()), subject));
                subject = name(variable.get());
            }
        }
        List<SyntaxNode> entries = node.each("when_entry");
        if (given.isEmpty()) {
            chain(node, entries, into);
            return;
        }
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode entry : entries) {
            cases.add(way(entry));
        }
        into.add(new Statement.Choose(node.at(), subject, cases));
    }

    private Statement.Case way(SyntaxNode entry) {
        String pattern =
                entry.each("when_condition").stream()
                        .map(SyntaxNode::text)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
        Block body = entry.first("control_structure_body").map(this::bodyOf).orElse(Block.EMPTY);
        return new Statement.Case(pattern, List.of(), body);
    }

    /** Without a subject every way has its own condition. */
    private void chain(SyntaxNode node, List<SyntaxNode> entries, List<Statement> into) {
        Block otherwise = Block.EMPTY;
        for (int i = entries.size() - 1; i >= 0; i--) {
            SyntaxNode entry = entries.get(i);
            Block body =
                    entry.first("control_structure_body").map(this::bodyOf).orElse(Block.EMPTY);
            List<SyntaxNode> conditions = entry.each("when_condition");
            if (conditions.isEmpty()) {
                otherwise = body;
                continue;
            }
            Expression condition =
                    conditions.stream()
                            .map(expressions::inner)
                            .reduce((a, b) -> new Expression.Either(entry.at(), a, b))
                            .orElse(nothing(entry));
            otherwise = Block.of(new Statement.If(entry.at(), condition, body, otherwise));
        }
        into.add(
                otherwise.statements().size() == 1
                        ? otherwise.statements().getFirst()
                        : new Statement.Nested(node.at(), otherwise));
    }

    Statement attempt(SyntaxNode node) {
        Block body = node.first("statements").map(this::listed).orElse(Block.EMPTY);
        List<Block> handlers =
                node.each("catch_block").stream()
                        .map(one -> one.first("statements").map(this::listed).orElse(Block.EMPTY))
                        .toList();
        Block always =
                node.first("finally_block")
                        .flatMap(one -> one.first("statements"))
                        .map(this::listed)
                        .orElse(Block.EMPTY);
        return new Statement.Attempt(node.at(), body, handlers, Block.EMPTY, always);
    }

    Block listed(SyntaxNode statements) {
        List<Statement> found = new ArrayList<>();
        parts(statements).forEach(one -> statement(one, found));
        return new Block(found);
    }

    private Statement forEach(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        Expression target = nothing(node);
        Expression over = nothing(node);
        Block body = Block.EMPTY;
        for (SyntaxNode part : parts) {
            switch (part.type()) {
                case "variable_declaration", "multi_variable_declaration" ->
                        target = expressions.target(part);
                case "control_structure_body" -> body = bodyOf(part);
                default -> over = expression(part);
            }
        }
        return new Statement.Loop(node.at(), Optional.of(target), over, body);
    }

    private Statement whileLoop(SyntaxNode node) {
        Expression over =
                node.children().stream()
                        .filter(child -> !child.is("control_structure_body"))
                        .findFirst()
                        .map(this::expression)
                        .orElse(nothing(node));
        Block body = node.first("control_structure_body").map(this::bodyOf).orElse(Block.EMPTY);
        return new Statement.Loop(node.at(), Optional.empty(), over, body);
    }
}
