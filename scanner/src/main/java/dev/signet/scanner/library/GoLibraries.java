package dev.signet.scanner.library;

import java.util.List;

/** Go's libraries. */
final class GoLibraries {

    private GoLibraries() {}

    static List<Library> all() {
        return List.of();
    }
}
