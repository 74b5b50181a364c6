package dev.signet.scanner.structure;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.source.Source;
import java.util.List;

/** Looks for what breaks the rules in files that are not code. Safe for many threads. */
public final class Structures {

    private Structures() {}

    /** Whether files of that path are understood. */
    public static boolean handles(String path) {
        return path.isEmpty();
    }

    /** What one file breaks; nothing when it is not understood. */
    public static List<Finding> findings(Source source) {
        return List.of();
    }
}
