package dev.signet.scanner.language;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.syntax.Grammar;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A programming language whose files are parsed. */
public enum Language {
    PYTHON(Grammar.PYTHON, root -> new Python().file(root), true, "py", "pyi", "pyw"),
    JAVA(Grammar.JAVA, root -> new Java().file(root), false, "java"),
    KOTLIN(Grammar.KOTLIN, root -> new Kotlin().file(root), false, "kt", "kts"),
    JAVASCRIPT(
            Grammar.JAVASCRIPT,
            root -> new JavaScript().file(root),
            true,
            "js",
            "mjs",
            "cjs",
            "jsx"),
    TYPESCRIPT(Grammar.TYPESCRIPT, root -> new TypeScript().file(root), true, "ts", "mts", "cts"),
    TSX(Grammar.TSX, root -> new TypeScript().file(root), true, "tsx"),
    GO(Grammar.GO, root -> new Go().file(root), true, "go"),
    RUBY(Grammar.RUBY, root -> new Ruby().file(root), false, "rb", "rake", "ru"),
    PHP(Grammar.PHP, root -> new Php().file(root), false, "php", "phtml"),
    C_SHARP(Grammar.C_SHARP, root -> new CSharp().file(root), false, "cs"),
    RUST(Grammar.RUST, root -> new Rust().file(root), false, "rs");

    private final Grammar grammar;
    private final Function<SyntaxNode, Block> lowering;
    private final boolean needsImport;
    private final Set<String> extensions;

    /**
     * @param needsImport whether a library is only there in files that import it
     */
    Language(
            Grammar grammar,
            Function<SyntaxNode, Block> lowering,
            boolean needsImport,
            String... extensions) {
        this.grammar = grammar;
        this.lowering = lowering;
        this.needsImport = needsImport;
        this.extensions = Set.of(extensions);
    }

    /** The language of files with that extension, in small letters and without the dot. */
    public static Optional<Language> ofExtension(String extension) {
        for (Language language : values()) {
            if (language.extensions.contains(extension)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** How reports write it. */
    public String id() {
        return this == TSX ? TYPESCRIPT.id() : name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    public boolean needsImport() {
        return needsImport;
    }

    /** What a file of this language says; half-written files as far as they can be understood. */
    public Block read(Source source) {
        return lowering.apply(grammar.parse(source));
    }
}
