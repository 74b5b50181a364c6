package dev.signet.scanner.library;

import java.util.List;

/** Rust's libraries. */
final class RustLibraries {

    private RustLibraries() {}

    static List<Library> all() {
        return List.of();
    }
}
