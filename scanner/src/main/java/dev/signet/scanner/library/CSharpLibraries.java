package dev.signet.scanner.library;

import java.util.List;

/** CSharp's libraries. */
final class CSharpLibraries {

    private CSharpLibraries() {}

    static List<Library> all() {
        return List.of();
    }
}
