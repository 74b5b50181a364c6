package dev.signet.scanner.library;

import java.util.List;

/** Kotlin's libraries. */
final class KotlinLibraries {

    private KotlinLibraries() {}

    static List<Library> all() {
        return JavaLibraries.all();
    }
}
