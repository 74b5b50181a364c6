package dev.signet.scanner.library;

import java.util.List;

/** JavaScript's libraries. */
final class JavaScriptLibraries {

    private JavaScriptLibraries() {}

    static List<Library> all() {
        return List.of();
    }
}
