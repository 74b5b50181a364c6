package dev.signet.scanner.syntax;

import dev.signet.scanner.source.Source;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses with one native parser per thread and grammar, and copies each tree into Java at once: a
 * walk node by node through the library's own binding takes five times as long as parsing does.
 */
final class TreeReader {

    static final int DEPTH_MAX = 1_000;

    private static final ThreadLocal<Map<Grammar, TreeReader>> READERS =
            ThreadLocal.withInitial(() -> new EnumMap<>(Grammar.class));

    private final NativeParser parser;
    private final String[] types;
    private final boolean[] dropped;
    private final String[] fields;

    /** By symbol and field; made when it first occurs, for most pairs never do. */
    private final SyntaxNode.@Nullable Kind[] @Nullable [] kinds;

    private TreeReader(Grammar grammar) {
        parser = NativeParser.of(grammar);
        types = parser.symbolNames();
        fields = parser.fieldNames();
        kinds = new SyntaxNode.Kind[types.length + 1][];
        dropped = new boolean[types.length];
        for (int symbol = 0; symbol < types.length; symbol++) {
            dropped[symbol] = isPunctuation(types[symbol]);
        }
    }

    /** Tokens that say nothing which the nodes around them do not say. */
    private static boolean isPunctuation(String token) {
        return token.chars().allMatch(c -> "()[]{},;:\n".indexOf(c) >= 0);
    }

    static TreeReader of(Grammar grammar) {
        return READERS.get().computeIfAbsent(grammar, TreeReader::new);
    }

    SyntaxNode read(Source source) {
        try (Arena arena = Arena.ofConfined();
                NativeParser.Cursor cursor = parser.parse(source.bytes(), arena)) {
            return new Copy(source, cursor).root();
        }
    }

    /** One walk over a native tree. */
    private final class Copy {
        private final Source source;
        private final NativeParser.Cursor cursor;

        Copy(Source source, NativeParser.Cursor cursor) {
            this.source = source;
            this.cursor = cursor;
        }

        SyntaxNode root() {
            MemorySegment node = cursor.node();
            return node(node, parser.symbol(node), 0);
        }

        /** The node under the cursor, which stands there again afterwards. */
        private SyntaxNode node(MemorySegment node, int symbol, int depth) {
            if (depth > DEPTH_MAX) {
                throw new TooDeepException();
            }
            int start = parser.start(node);
            int end = Math.max(start, parser.end(node));
            SyntaxNode.Kind kind = kind(symbol, node);
            return new SyntaxNode(source, kind, start, end, children(depth));
        }

        private SyntaxNode.Kind kind(int symbol, MemorySegment node) {
            int row = Math.min(symbol, types.length);
            int field = cursor.field();
            if (kinds[row] == null) {
                kinds[row] = new SyntaxNode.Kind[fields.length];
            }
            SyntaxNode.Kind known = kinds[row][field];
            if (known == null) {
                String type = row < types.length ? types[row] : "ERROR";
                known = new SyntaxNode.Kind(type, fields[field], parser.isNamed(node));
                kinds[row][field] = known;
            }
            return known;
        }

        private SyntaxNode[] children(int depth) {
            if (!cursor.toFirstChild()) {
                return SyntaxNode.NONE;
            }
            List<SyntaxNode> children = new ArrayList<>();
            do {
                MemorySegment node = cursor.node();
                int symbol = parser.symbol(node);
                if (isKept(node, symbol)) {
                    children.add(node(node, symbol, depth + 1));
                }
            } while (cursor.toNextSibling());
            cursor.toParent();
            return children.toArray(SyntaxNode.NONE);
        }

        /** Comments are extras; so are parts that fit nowhere, which are read on. */
        private boolean isKept(MemorySegment node, int symbol) {
            if (symbol >= types.length) {
                return true;
            }
            return !dropped[symbol] && !parser.isExtra(node);
        }
    }
}
