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
import org.jspecify.annotations.Nullable;

/**
 * tree-sitter's C interface, as far as it takes to parse a text and to take the tree over. A parser
 * lives as long as the process. Used by one thread.
 */
@SuppressWarnings("restricted")
final class NativeParser {

    static final int DEPTH_MAX = 1_000;

    /** {@code TSNode}. */
    static final StructLayout NODE =
            MemoryLayout.structLayout(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);

    private static final MethodHandle NEW = handle("ts_parser_new", FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle SET_LANGUAGE =
            handle("ts_parser_set_language", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS));
    private static final MethodHandle PARSE =
            handle(
                    "ts_parser_parse_string",
                    FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle ROOT =
            handle("ts_tree_root_node", FunctionDescriptor.of(NODE, ADDRESS));
    private static final MethodHandle NODE_COUNT =
            handle("ts_node_descendant_count", FunctionDescriptor.of(JAVA_INT, NODE));
    private static final MethodHandle DELETE_TREE =
            handle("ts_tree_delete", FunctionDescriptor.ofVoid(ADDRESS));
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

    /** Only a runtime that was built for the scanner has it; see {@code tree_copy.c}. */
    private static final @Nullable MethodHandle COPY =
            NativeLibraries.own("signet_tree_copy")
                    .map(address ->
                            Linker.nativeLinker()
                                    .downcallHandle(
                                            address,
                                            FunctionDescriptor.of(
                                                    JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS,
                                                    JAVA_INT)))
                    .orElse(null);

    private static final int TOO_DEEP = -1;
    private static final int NO_ROOM = -2;

    private final MemorySegment language;
    private final MemorySegment parser;

    private NativeParser(MemorySegment language) throws Throwable {
        this.language = language;
        this.parser = (MemorySegment) NEW.invokeExact();
        if (!(boolean) SET_LANGUAGE.invokeExact(parser, language)) {
            throw new IllegalStateException("tree-sitter and the grammar do not fit together");
        }
    }

    static MethodHandle handle(String name, FunctionDescriptor type, Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(NativeLibraries.core(name), type, options);
    }

    static NativeParser of(Grammar grammar) {
        try {
            return new NativeParser(NativeLibraries.language(grammar));
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    static RuntimeException failed(Throwable e) {
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

    /**
     * The tree of a UTF-8 text.
     *
     * @param dropped by symbol: 1 for nodes that are left out with all that is in them
     */
    TreeRecords parse(byte[] utf8, byte[] dropped) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment tree =
                    (MemorySegment)
                            PARSE.invokeExact(
                                    parser, MemorySegment.NULL, inMemory(utf8, arena), utf8.length);
            try {
                MemorySegment root =
                        (MemorySegment) ROOT.invokeExact((SegmentAllocator) arena, tree);
                return COPY == null
                        ? new NativeCursor(root, arena).records(dropped)
                        : copy(COPY, tree, root, inMemory(dropped, arena));
            } finally {
                DELETE_TREE.invokeExact(tree);
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static TreeRecords copy(
            MethodHandle copy, MemorySegment tree, MemorySegment root, MemorySegment dropped)
            throws Throwable {
        int room = (int) NODE_COUNT.invokeExact(root);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment records = arena.allocate(JAVA_INT, (long) room * TreeRecords.WIDTH);
            int count = (int) copy.invokeExact(tree, dropped, DEPTH_MAX, records, room);
            return switch (count) {
                case TOO_DEEP -> throw new TooDeepException();
                case NO_ROOM -> throw new IllegalStateException("more than " + room + " nodes");
                default -> TreeRecords.of(records, count);
            };
        }
    }

    private static MemorySegment inMemory(byte[] bytes, Arena arena) {
        MemorySegment segment = arena.allocate(Math.max(1, bytes.length));
        MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 0, bytes.length);
        return segment;
    }
}
