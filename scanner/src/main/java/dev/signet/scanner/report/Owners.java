package dev.signet.scanner.report;

import dev.signet.scanner.tree.Glob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom files belong to, by {@code CODEOWNERS}: the last line that fits counts. */
public final class Owners {

    private static final List<String> PLACES =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");
    private static final long BYTES_MAX = 3L * 1024 * 1024;

    private final List<Line> lines;

    private record Line(Glob glob, String owners) {}

    private Owners(List<Line> lines) {
        this.lines = lines;
    }

    /** Those of a project; of nobody when it does not say. */
    public static Owners of(Path root) {
        for (String place : PLACES) {
            Path file = root.resolve(place);
            try {
                if (Files.isRegularFile(file) && Files.size(file) <= BYTES_MAX) {
                    return parse(Files.readString(file));
                }
            } catch (IOException e) {
                continue; // an unreadable one names nobody
            }
        }
        return new Owners(List.of());
    }

    static Owners parse(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String plain = line.replaceFirst("(^|\\s)#.*", "").strip();
            if (plain.isEmpty() || plain.startsWith("[") || plain.startsWith("^[")) {
                continue;
            }
            String[] parts = plain.split("\\s+", 2);
            try {
                lines.add(new Line(Glob.of(parts[0]), parts.length > 1 ? parts[1] : ""));
            } catch (IllegalArgumentException e) {
                continue; // GitHub ignores lines that it does not understand, too
            }
        }
        return new Owners(lines);
    }

    /** As the file writes them, separated by spaces; nothing when nobody is named. */
    public Optional<String> of(String path) {
        for (Line line : lines.reversed()) {
            if (line.glob().matches(path)) {
                return line.owners().isEmpty() ? Optional.empty() : Optional.of(line.owners());
            }
        }
        return Optional.empty();
    }
}
