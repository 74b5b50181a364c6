package dev.signet.scanner.language;

import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.syntax.Grammar;
import dev.signet.scanner.syntax.SyntaxNode;
import dev.signet.scanner.words.WordList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Makes what stands in macros part of the tree: the macro becomes a call, or a module, of the same
 * length, and the file is parsed once more. {@code vec![a, b]} becomes {@code vec_(a, b)}.
 */
final class RustMacros {

    private static final Set<String> CALLS =
            WordList.set(
                    """
                    vec format format_args env option_env dotenv concat print println eprint eprintln
                    write writeln assert assert_eq assert_ne debug_assert ensure bail anyhow panic dbg
                    json join try_join info warn error debug trace
                    """);

    private static final Set<String> MODULES = Set.of("lazy_static", "thread_local");

    private static final Set<String> BLOCKS = Set.of("select", "stream", "try_stream");

    private final byte[] text;
    private boolean changed;

    private RustMacros(byte[] text) {
        this.text = text;
    }

    /** The tree with the macros opened; the same tree when there are none. */
    static SyntaxNode opened(SyntaxNode root) {
        byte[] own = root.text().getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[root.at().start() + own.length];
        Arrays.fill(text, 0, root.at().start(), (byte) ' ');
        System.arraycopy(own, 0, text, root.at().start(), own.length);
        RustMacros macros = new RustMacros(text);
        macros.look(root, false);
        return macros.changed ? Grammar.RUST.parse(new Source("", text)) : root;
    }

    /** Whether a function of that name was a macro. */
    static boolean isCall(String name) {
        return name.endsWith("_") && CALLS.contains(name.substring(0, name.length() - 1));
    }

    private void look(SyntaxNode node, boolean json) {
        List<SyntaxNode> children = node.all();
        for (int i = 0; i < children.size(); i++) {
            SyntaxNode child = children.get(i);
            boolean opens =
                    i >= 2
                            && child.is("token_tree")
                            && children.get(i - 1).is("!")
                            && isName(children.get(i - 2));
            boolean inJson = json && child.is("token_tree") && !opens && !isCalled(children, i);
            if (inJson) {
                list(child);
            } else if (opens) {
                inJson = open(children.get(i - 2), children.get(i - 1), child);
            }
            look(child, inJson);
        }
    }

    private static boolean isName(SyntaxNode node) {
        return node.is("identifier") || node.is("scoped_identifier");
    }

    /** In JSON, too, {@code f(x)} is a call. */
    private static boolean isCalled(List<SyntaxNode> siblings, int at) {
        return at > 0 && siblings.get(at).text().startsWith("(") && isName(siblings.get(at - 1));
    }

    /** Returns whether what is inside is JSON. */
    private boolean open(SyntaxNode name, SyntaxNode mark, SyntaxNode tree) {
        String macro = name.text().replaceAll(".*::\\s*", "");
        if (name.at().end() != mark.at().start()) {
            return false;
        }
        boolean braces = tree.text().startsWith("{");
        if (BLOCKS.contains(macro) && braces) {
            statements(name.at().to(mark.at()), tree);
            return false;
        }
        if (MODULES.contains(macro) && braces) {
            module(name.at().to(mark.at()), tree);
            return false;
        }
        if (!CALLS.contains(macro) || hasFields(tree)) {
            return false;
        }
        text[mark.at().start()] = '_';
        brackets(tree, '(', ')');
        changed = true;
        return macro.equals("json");
    }

    /** Fields of log lines, such as {@code %user}, are no expressions. */
    private static boolean hasFields(SyntaxNode tree) {
        List<SyntaxNode> tokens = tree.all();
        for (int i = 1; i < tokens.size(); i++) {
            String before = tokens.get(i - 1).type();
            String type = tokens.get(i).type();
            boolean first = before.equals("(") || before.equals(",") || before.equals("=");
            if (first && (type.equals("%") || type.equals("?"))) {
                return true;
            }
        }
        return false;
    }

    private void brackets(SyntaxNode tree, char open, char close) {
        text[tree.at().start()] = (byte) open;
        text[tree.at().end() - 1] = (byte) close;
    }

    /** A map becomes the list of its keys and values. */
    private void list(SyntaxNode tree) {
        brackets(tree, '[', ']');
        for (SyntaxNode token : tree.all()) {
            if (token.is(":")) {
                text[token.at().start()] = ',';
            }
        }
    }

    /** {@code select! { a = f() => { … } }}: what is waited for, then what is done. */
    private void statements(Span head, SyntaxNode tree) {
        Arrays.fill(text, head.start(), head.end(), (byte) ' ');
        for (SyntaxNode token : tree.all()) {
            if (token.is("=>")) {
                text[token.at().start()] = ';';
                text[token.at().start() + 1] = ' ';
            } else if (token.is(",")) {
                text[token.at().start()] = ';';
            }
        }
        changed = true;
    }

    /** {@code lazy_static! { static ref A: T = x; }}. */
    private void module(Span head, SyntaxNode tree) {
        byte[] keyword = "mod ".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(keyword, 0, text, head.start(), keyword.length);
        Arrays.fill(text, head.start() + keyword.length, head.end(), (byte) '_');
        List<SyntaxNode> tokens = tree.all();
        for (int i = 1; i < tokens.size(); i++) {
            boolean reference =
                    tokens.get(i).text().equals("ref") && tokens.get(i - 1).text().equals("static");
            if (reference) {
                Span at = tokens.get(i).at();
                Arrays.fill(text, at.start(), at.end(), (byte) ' ');
            }
        }
        changed = true;
    }
}
