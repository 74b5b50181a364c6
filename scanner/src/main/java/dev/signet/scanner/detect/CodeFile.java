package dev.signet.scanner.detect;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.library.Libraries;
import dev.signet.scanner.meaning.Meaning;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One file, read and flattened for the rules. Used by one thread. */
final class CodeFile {

    private final Source source;
    private final Language language;
    private final Libraries libraries;
    private final Meaning meaning;
    private final List<Site> sites = new ArrayList<>();
    private final List<Owned<Function>> functions = new ArrayList<>();
    private final List<Owned<Statement.Assign>> assigns = new ArrayList<>();
    private final List<Statement.Import> imports = new ArrayList<>();
    private Optional<Function> around = Optional.empty();
    private List<String> names = List.of();

    /**
     * Something with the scope in which it stands and the names of the types and functions around.
     */
    record Owned<T>(T it, Scope scope, List<String> names) {
        Owned {
            names = List.copyOf(names);
        }
    }

    CodeFile(Source source, Language language, Libraries libraries) {
        this.source = source;
        this.language = language;
        this.libraries = libraries;
        this.meaning = new Meaning(language.read(source), libraries::knows, SecretNames::isSecret);
        walk(meaning.file(), meaning.fileScope());
    }

    Source source() {
        return source;
    }

    Language language() {
        return language;
    }

    Libraries libraries() {
        return libraries;
    }

    Meaning meaning() {
        return meaning;
    }

    /** Every expression, in the file's order. */
    List<Site> sites() {
        return sites;
    }

    /** Every function with a name, and every lambda. */
    List<Owned<Function>> functions() {
        return functions;
    }

    List<Owned<Statement.Assign>> assigns() {
        return assigns;
    }

    List<Statement.Import> imports() {
        return imports;
    }

    private void walk(Block block, Scope scope) {
        for (Statement statement : block.statements()) {
            statement(statement, scope);
        }
    }

    private void statement(Statement statement, Scope scope) {
        switch (statement) {
            case Statement.Import known -> imports.add(known);
            case Statement.Evaluate(_, Expression.Text _) -> {} // a text alone is documentation
            case Statement.Assign assign -> {
                assigns.add(new Owned<>(assign, scope, names));
                assign.annotations().forEach(e -> expression(e, scope, Optional.empty(), true));
                assign.type().ifPresent(e -> expression(e, scope, Optional.empty(), true));
                assign.value().ifPresent(e -> expression(e, scope, Optional.empty(), false));
                expression(assign.target(), scope, Optional.empty(), false);
            }
            // a text alone says nothing to the program
            case Statement.Evaluate only when only.expression() instanceof Expression.Text -> {}
            case Statement.Define define -> function(define.function(), scope);
            case Statement.DefineType type -> type(type, scope);
            default -> {
                Children.of(statement)
                        .forEach(inner -> expression(inner, scope, Optional.empty(), false));
                Children.blocks(statement).forEach(inner -> walk(inner, scope));
            }
        }
    }

    private void type(Statement.DefineType type, Scope scope) {
        Children.of(type).forEach(inner -> expression(inner, scope, Optional.empty(), true));
        List<String> outer = names;
        names = plus(type.name());
        walk(type.body(), meaning.inside(type));
        names = outer;
    }

    private void function(Function function, Scope scope) {
        Children.ofFunction(function)
                .forEach(inner -> expression(inner, scope, Optional.empty(), true));
        functions.add(new Owned<>(function, scope, names));
        Optional<Function> outer = around;
        List<String> outerNames = names;
        if (!function.name().isEmpty() || outer.isEmpty()) {
            around = Optional.of(function);
        }
        names = function.name().isEmpty() ? names : plus(function.name());
        walk(function.body(), meaning.inside(function));
        around = outer;
        names = outerNames;
    }

    private List<String> plus(String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return longer;
    }

    private void expression(
            Expression expression, Scope scope, Optional<Expression> parent, boolean annotates) {
        sites.add(new Site(expression, scope, around, parent, annotates));
        switch (expression) {
            case Expression.Lambda lambda -> {
                function(lambda.function(), scope);
                return;
            }
            case Expression.Nested nested -> walk(nested.block(), scope);
            default -> {}
        }
        Optional<Expression> here = Optional.of(expression);
        Children.of(expression).forEach(inner -> expression(inner, scope, here, annotates));
    }
}
