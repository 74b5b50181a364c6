package dev.signet.scanner.syntax;

import dev.signet.scanner.source.Source;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses with one native parser per thread and grammar, and copies each tree into Java at once: a
 * walk node by node through the library's own binding takes five times as long as parsing does.
 */
final class TreeReader {

    private static final ThreadLocal<Map<Grammar, TreeReader>> READERS =
            ThreadLocal.withInitial(() -> new EnumMap<>(Grammar.class));

    private final NativeParser parser;
    private final String[] types;
    private final byte[] dropped;
    private final String[] fields;

    /** By symbol and field; made when it first occurs, for most pairs never do. */
    private final SyntaxNode.@Nullable Kind[] @Nullable [] kinds;

    private TreeReader(Grammar grammar) {
        parser = NativeParser.of(grammar);
        types = parser.symbolNames();
        fields = parser.fieldNames();
        kinds = new SyntaxNode.Kind[types.length + 1][];
        dropped = new byte[types.length];
        for (int symbol = 0; symbol < types.length; symbol++) {
            dropped[symbol] = (byte) (isPunctuation(types[symbol]) ? 1 : 0);
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
        return tree(source, parser.parse(source.bytes(), dropped));
    }

    /** Children wait on a stack for their parent, which is the next one that has any. */
    private SyntaxNode tree(Source source, TreeRecords records) {
        SyntaxNode[] waiting = new SyntaxNode[Math.max(1, records.count())];
        int height = 0;
        for (int record = 0; record < records.count(); record++) {
            int count = records.children(record);
            SyntaxNode[] children =
                    count == 0
                            ? SyntaxNode.NONE
                            : Arrays.copyOfRange(waiting, height - count, height);
            height -= count;
            int start = records.start(record);
            int end = Math.max(start, records.end(record));
            waiting[height++] = new SyntaxNode(source, kind(records, record), start, end, children);
        }
        return waiting[0];
    }

    private SyntaxNode.Kind kind(TreeRecords records, int record) {
        int row = Math.min(records.symbol(record), types.length);
        int field = records.field(record);
        SyntaxNode.@Nullable Kind[] ofRow = kinds[row];
        if (ofRow == null) {
            ofRow = new SyntaxNode.@Nullable Kind[fields.length];
            kinds[row] = ofRow;
        }
        SyntaxNode.Kind known = ofRow[field];
        if (known == null) {
            String type = row < types.length ? types[row] : "ERROR";
            known = new SyntaxNode.Kind(type, fields[field], records.isNamed(record));
            ofRow[field] = known;
        }
        return known;
    }
}
