package dev.signet.scanner.syntax;

import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/** Parses with one native parser per thread and grammar, and copies each tree into Java at once. */
final class TreeReader {

    static final int DEPTH_MAX = 1_000;

    private static final ThreadLocal<Map<Grammar, TreeReader>> READERS =
            ThreadLocal.withInitial(() -> new EnumMap<>(Grammar.class));

    private final TSParser parser;
    private final String[] types;

    private TreeReader(Grammar grammar) {
        TSLanguage language = grammar.load();
        parser = new TSParser();
        parser.setLanguage(language);
        types = new String[language.symbolCount()];
        for (int symbol = 0; symbol < types.length; symbol++) {
            types[symbol] = language.symbolName(symbol).intern();
        }
    }

    static TreeReader of(Grammar grammar) {
        return READERS.get().computeIfAbsent(grammar, TreeReader::new);
    }

    SyntaxNode read(Source source) {
        TSTree tree = parser.parseString(null, source.text());
        try (TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
            return new Copy(source, cursor).root();
        }
    }

    /** One walk over a native tree. */
    private final class Copy {
        private final Source source;
        private final TSTreeCursor cursor;

        Copy(Source source, TSTreeCursor cursor) {
            this.source = source;
            this.cursor = cursor;
        }

        SyntaxNode root() {
            SyntaxNode root = node(cursor.currentNode());
            children(root, 1);
            return root;
        }

        private void children(SyntaxNode parent, int depth) {
            if (depth > DEPTH_MAX) {
                throw new TooDeepException();
            }
            if (!cursor.gotoFirstChild()) {
                return;
            }
            do {
                TSNode current = cursor.currentNode();
                if (!current.isExtra() || current.isError()) {
                    SyntaxNode child = node(current);
                    parent.add(child);
                    children(child, depth + 1);
                }
            } while (cursor.gotoNextSibling());
            cursor.gotoParent();
        }

        private SyntaxNode node(TSNode node) {
            int symbol = node.getSymbol();
            String type = symbol < types.length ? types[symbol] : "ERROR";
            int start = node.getStartByte();
            return new SyntaxNode(
                    source,
                    type,
                    node.isNamed(),
                    field(cursor.currentFieldName()),
                    new Span(start, Math.max(start, node.getEndByte())));
        }

        private static String field(@Nullable String name) {
            return name == null ? "" : name;
        }
    }
}
