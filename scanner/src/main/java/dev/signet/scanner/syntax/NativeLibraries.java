package dev.signet.scanner.syntax;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.treesitter.TSParser;

/**
 * Finds the native functions. The published libraries hold the grammars and a runtime that was
 * built without optimisation; the system property {@value #RUNTIME} may name a faster build of it,
 * with the scanner's own {@code tree_copy.c}.
 */
@SuppressWarnings("restricted")
final class NativeLibraries {

    static final String RUNTIME = "signet.scanner.runtime";

    private static final SymbolLookup PUBLISHED = published();
    private static final SymbolLookup CORE = core();

    private NativeLibraries() {}

    private static SymbolLookup published() {
        TSParser.ts_parser_delete(TSParser.ts_parser_new()); // loads the library
        return SymbolLookup.loaderLookup();
    }

    private static SymbolLookup core() {
        String faster = System.getProperty(RUNTIME, "");
        return !faster.isEmpty() && Files.isRegularFile(Path.of(faster))
                ? SymbolLookup.libraryLookup(Path.of(faster), Arena.global())
                : PUBLISHED;
    }

    /** A function of the runtime. */
    static MemorySegment core(String name) {
        return CORE.findOrThrow(name);
    }

    /** A function that only a runtime has which was built for the scanner. */
    static Optional<MemorySegment> own(String name) {
        return CORE.find(name);
    }

    /** The tables of a grammar. */
    static MemorySegment language(Grammar grammar) throws Throwable {
        grammar.loadLibrary();
        MemorySegment function = PUBLISHED.findOrThrow(grammar.function());
        FunctionDescriptor type = FunctionDescriptor.of(ValueLayout.ADDRESS);
        return (MemorySegment) Linker.nativeLinker().downcallHandle(function, type).invokeExact();
    }
}
