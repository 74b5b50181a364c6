package dev.signet.scanner.library;

import java.util.List;

/** Java's libraries. */
final class JavaLibraries {

    private JavaLibraries() {}

    static List<Library> all() {
        return List.of();
    }
}
