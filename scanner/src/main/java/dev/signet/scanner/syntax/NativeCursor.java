package dev.signet.scanner.syntax;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * Takes a tree over from outside, some calls for each node: what {@code tree_copy.c} does in one
 * call where it could be built. Used once.
 */
final class NativeCursor {

    /** {@code TSTreeCursor}, with its padding. */
    private static final StructLayout CURSOR =
            MemoryLayout.structLayout(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

    private static final Linker.Option SHORT = Linker.Option.critical(false);
    private static final int ERROR_SYMBOL = 0xFFFF;

    private static final MethodHandle NEW_CURSOR =
            NativeParser.handle(
                    "ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NativeParser.NODE));
    private static final MethodHandle DELETE_CURSOR =
            NativeParser.handle("ts_tree_cursor_delete", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle FIRST_CHILD =
            NativeParser.handle(
                    "ts_tree_cursor_goto_first_child",
                    FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS),
                    SHORT);
    private static final MethodHandle NEXT_SIBLING =
            NativeParser.handle(
                    "ts_tree_cursor_goto_next_sibling",
                    FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS),
                    SHORT);
    private static final MethodHandle PARENT =
            NativeParser.handle(
                    "ts_tree_cursor_goto_parent",
                    FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS),
                    SHORT);
    private static final MethodHandle CURRENT =
            NativeParser.handle(
                    "ts_tree_cursor_current_node",
                    FunctionDescriptor.of(NativeParser.NODE, ADDRESS),
                    SHORT);
    private static final MethodHandle FIELD =
            NativeParser.handle(
                    "ts_tree_cursor_current_field_id",
                    FunctionDescriptor.of(JAVA_SHORT, ADDRESS),
                    SHORT);
    private static final MethodHandle SYMBOL =
            NativeParser.handle(
                    "ts_node_symbol", FunctionDescriptor.of(JAVA_SHORT, NativeParser.NODE), SHORT);
    private static final MethodHandle END =
            NativeParser.handle(
                    "ts_node_end_byte", FunctionDescriptor.of(JAVA_INT, NativeParser.NODE), SHORT);
    private static final MethodHandle NAMED =
            NativeParser.handle(
                    "ts_node_is_named",
                    FunctionDescriptor.of(JAVA_BOOLEAN, NativeParser.NODE),
                    SHORT);
    private static final MethodHandle EXTRA =
            NativeParser.handle(
                    "ts_node_is_extra",
                    FunctionDescriptor.of(JAVA_BOOLEAN, NativeParser.NODE),
                    SHORT);
    private final MemorySegment cursor;
    private final SegmentAllocator place;
    private final TreeRecords records = new TreeRecords();

    NativeCursor(MemorySegment root, Arena arena) throws Throwable {
        cursor = (MemorySegment) NEW_CURSOR.invokeExact((SegmentAllocator) arena, root);
        place = SegmentAllocator.prefixAllocator(arena.allocate(NativeParser.NODE));
    }

    /** Walks over the whole tree. */
    TreeRecords records(byte[] dropped) throws Throwable {
        try {
            MemorySegment root = node();
            copy(root, symbol(root), dropped, 0);
            return records;
        } finally {
            DELETE_CURSOR.invokeExact(cursor);
        }
    }

    /** Copies the node under the cursor, which stands there again afterwards. */
    private void copy(MemorySegment node, int symbol, byte[] dropped, int depth) throws Throwable {
        if (depth > NativeParser.DEPTH_MAX) {
            throw new TooDeepException();
        }
        int kind = symbol | ((short) FIELD.invokeExact(cursor) & 0xFFFF) << 16;
        int start = node.get(JAVA_INT, 0); // the first of a node's own numbers
        int end = (int) END.invokeExact(node);
        int named = (boolean) NAMED.invokeExact(node) ? 1 : 0;
        int children = 0;
        if ((boolean) FIRST_CHILD.invokeExact(cursor)) {
            do {
                MemorySegment child = node();
                int childSymbol = symbol(child);
                if (isKept(child, childSymbol, dropped)) {
                    copy(child, childSymbol, dropped, depth + 1);
                    children++;
                }
            } while ((boolean) NEXT_SIBLING.invokeExact(cursor));
            boolean _ = (boolean) PARENT.invokeExact(cursor);
        }
        records.add(kind, start, end, children << 1 | named);
    }

    /** Comments are extras; so are parts that fit nowhere, which are read on. */
    private static boolean isKept(MemorySegment node, int symbol, byte[] dropped) throws Throwable {
        return symbol == ERROR_SYMBOL
                || (dropped[symbol] == 0 && !(boolean) EXTRA.invokeExact(node));
    }

    /** The node here, good until the next call. */
    private MemorySegment node() throws Throwable {
        return (MemorySegment) CURRENT.invokeExact(place, cursor);
    }

    private static int symbol(MemorySegment node) throws Throwable {
        return (short) SYMBOL.invokeExact(node) & 0xFFFF;
    }
}
