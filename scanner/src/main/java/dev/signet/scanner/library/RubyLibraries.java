package dev.signet.scanner.library;

import java.util.List;

/** Ruby's libraries. */
final class RubyLibraries {

    private RubyLibraries() {}

    static List<Library> all() {
        return List.of();
    }
}
