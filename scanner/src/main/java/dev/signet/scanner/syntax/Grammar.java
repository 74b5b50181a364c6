package dev.signet.scanner.syntax;

import dev.signet.scanner.source.Source;
import java.util.Locale;
import java.util.function.Supplier;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterCSharp;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterKotlin;
import org.treesitter.TreeSitterPhp;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRuby;
import org.treesitter.TreeSitterRust;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/** The grammars that can be parsed. Safe for many threads. */
public enum Grammar {
    PYTHON(TreeSitterPython::new),
    JAVA(TreeSitterJava::new),
    KOTLIN(TreeSitterKotlin::new),
    JAVASCRIPT(TreeSitterJavascript::new),
    TYPESCRIPT(TreeSitterTypescript::new),
    TSX(TreeSitterTsx::new),
    GO(TreeSitterGo::new),
    RUBY(TreeSitterRuby::new),
    PHP(TreeSitterPhp::new),
    C_SHARP(TreeSitterCSharp::new),
    RUST(TreeSitterRust::new);

    private final Supplier<TSLanguage> load;

    Grammar(Supplier<TSLanguage> load) {
        this.load = load;
    }

    /**
     * The file's tree; where the text does not fit the grammar, the tree has nodes of type {@code
     * ERROR} and goes on behind them.
     *
     * @throws TooDeepException when the tree is nested deeper than {@value NativeParser#DEPTH_MAX}
     */
    public SyntaxNode parse(Source source) {
        return TreeReader.of(this).read(source);
    }

    /** Its library unpacks and loads itself when the first of its languages is made. */
    void loadLibrary() {
        load.get().close();
    }

    /** The C function that gives the grammar. */
    String function() {
        return "tree_sitter_" + name().toLowerCase(Locale.ROOT);
    }
}
