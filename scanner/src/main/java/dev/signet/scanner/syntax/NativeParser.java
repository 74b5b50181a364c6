package dev.signet.scanner.syntax;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
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
 * tree-sitter's C interface, as far as it takes to parse a text and to walk over the tree once. A
 * parser lives as long as the process. Used by one thread.
 */
final class NativeParser {

    /** {@code TSNode}. */
    private static final StructLayout NODE =
            MemoryLayout.structLayout(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);

    /** {@code TSTreeCursor}, with its padding. */
    private static final StructLayout CURSOR =
            MemoryLayout.structLayout(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

    private static final Linker.Option SHORT = Linker.Option.critical(false);

    private static final MethodHandle NEW = handle("ts_parser_new", FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle SET_LANGUAGE =
            handle("ts_parser_set_language", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS));
    private static final MethodHandle PARSE =
            handle(
                    "ts_parser_parse_string",
                    FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle ROOT =
            handle("ts_tree_root_node", FunctionDescriptor.of(NODE, ADDRESS));
    private static final MethodHandle DELETE_TREE =
            handle("ts_tree_delete", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle NEW_CURSOR =
            handle("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
    private static final MethodHandle DELETE_CURSOR =
            handle("ts_tree_cursor_delete", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle FIRST_CHILD =
            handle(
                    "ts_tree_cursor_goto_first_child",
                    FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS),
                    SHORT);
    private static final MethodHandle NEXT_SIBLING =
            handle(
                    "ts_tree_cursor_goto_next_sibling",
                    FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS),
                    SHORT);
    private static final MethodHandle PARENT =
            handle(
                    "ts_tree_cursor_goto_parent",
                    FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS),
                    SHORT);
    private static final MethodHandle CURRENT =
            handle("ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, ADDRESS), SHORT);
    private static final MethodHandle FIELD =
            handle(
                    "ts_tree_cursor_current_field_id",
                    FunctionDescriptor.of(JAVA_SHORT, ADDRESS),
                    SHORT);
    private static final MethodHandle SYMBOL =
            handle("ts_node_symbol", FunctionDescriptor.of(JAVA_SHORT, NODE), SHORT);
    private static final MethodHandle END =
            handle("ts_node_end_byte", FunctionDescriptor.of(JAVA_INT, NODE), SHORT);
    private static final MethodHandle NAMED =
            handle("ts_node_is_named", FunctionDescriptor.of(JAVA_BOOLEAN, NODE), SHORT);
    private static final MethodHandle EXTRA =
            handle("ts_node_is_extra", FunctionDescriptor.of(JAVA_BOOLEAN, NODE), SHORT);
    private static final MethodHandle SYMBOL_COUNT =
            handle("ts_language_symbol_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle SYMBOL_NAME =
            handle("ts_language_symbol_name", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_SHORT));
    private static final MethodHandle FIELD_COUNT =
            handle("ts_language_field_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle FIELD_NAME =
            handle(
                    "ts_language_field_name_for_id",
                    FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_SHORT));

    private final MemorySegment language;
    private final MemorySegment parser;

    private NativeParser(MemorySegment language) throws Throwable {
        this.language = language;
        this.parser = (MemorySegment) NEW.invokeExact();
        if (!(boolean) SET_LANGUAGE.invokeExact(parser, language)) {
            throw new IllegalStateException("tree-sitter and the grammar do not fit together");
        }
    }

    private static MethodHandle handle(
            String name, FunctionDescriptor type, Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(NativeLibraries.core(name), type, options);
    }

    static NativeParser of(Grammar grammar) {
        try {
            return new NativeParser(NativeLibraries.language(grammar));
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }

    String[] symbolNames() {
        try {
            String[] names = new String[(int) SYMBOL_COUNT.invokeExact(language)];
            for (int i = 0; i < names.length; i++) {
                names[i] = text((MemorySegment) SYMBOL_NAME.invokeExact(language, (short) i));
            }
            return names;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** By id; id 0 is no field. */
    String[] fieldNames() {
        try {
            String[] names = new String[1 + (int) FIELD_COUNT.invokeExact(language)];
            names[0] = "";
            for (int i = 1; i < names.length; i++) {
                names[i] = text((MemorySegment) FIELD_NAME.invokeExact(language, (short) i));
            }
            return names;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static String text(MemorySegment address) {
        return address.reinterpret(Integer.MAX_VALUE).getString(0).intern();
    }

    /** Parses a UTF-8 text; the cursor stands at the root. */
    Cursor parse(byte[] utf8, Arena arena) {
        try {
            MemorySegment text = arena.allocate(Math.max(1, utf8.length));
            MemorySegment.copy(utf8, 0, text, JAVA_BYTE, 0, utf8.length);
            MemorySegment tree =
                    (MemorySegment)
                            PARSE.invokeExact(parser, MemorySegment.NULL, text, utf8.length);
            return new Cursor(tree, arena);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    int symbol(MemorySegment node) {
        try {
            return (short) SYMBOL.invokeExact(node) & 0xFFFF;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** A node holds its start itself, as the first of its numbers. */
    int start(MemorySegment node) {
        return node.get(JAVA_INT, 0);
    }

    int end(MemorySegment node) {
        try {
            return (int) END.invokeExact(node);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    boolean isNamed(MemorySegment node) {
        try {
            return (boolean) NAMED.invokeExact(node);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    boolean isExtra(MemorySegment node) {
        try {
            return (boolean) EXTRA.invokeExact(node);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** A place in a tree, which ends with it. */
    static final class Cursor implements AutoCloseable {
        private final MemorySegment tree;
        private final MemorySegment cursor;
        private final SegmentAllocator place;

        private Cursor(MemorySegment tree, Arena arena) throws Throwable {
            this.tree = tree;
            SegmentAllocator allocator = arena;
            MemorySegment root = (MemorySegment) ROOT.invokeExact(allocator, tree);
            this.cursor = (MemorySegment) NEW_CURSOR.invokeExact(allocator, root);
            this.place = SegmentAllocator.prefixAllocator(arena.allocate(NODE));
        }

        /** The node here, good until the next call. */
        MemorySegment node() {
            try {
                return (MemorySegment) CURRENT.invokeExact(place, cursor);
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        int field() {
            try {
                return (short) FIELD.invokeExact(cursor) & 0xFFFF;
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        boolean toFirstChild() {
            try {
                return (boolean) FIRST_CHILD.invokeExact(cursor);
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        boolean toNextSibling() {
            try {
                return (boolean) NEXT_SIBLING.invokeExact(cursor);
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        void toParent() {
            try {
                boolean _ = (boolean) PARENT.invokeExact(cursor);
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        @Override
        public void close() {
            try {
                DELETE_CURSOR.invokeExact(cursor);
                DELETE_TREE.invokeExact(tree);
            } catch (Throwable e) {
                throw failed(e);
            }
        }
    }
}
