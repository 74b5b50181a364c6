package dev.signet.scanner.library;

import java.util.List;

/** Php's libraries. */
final class PhpLibraries {

    private PhpLibraries() {}

    static List<Library> all() {
        return List.of();
    }
}
