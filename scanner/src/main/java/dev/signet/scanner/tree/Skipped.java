package dev.signet.scanner.tree;

import java.util.Comparator;

/**
 * Something that was not scanned as it should have been.
 *
 * @param path relative to the root, separated by {@code /}
 * @param reason why, in words
 * @param scanned whether it was scanned all the same, as well as could be
 */
public record Skipped(String path, String reason, boolean scanned) {

    /** By path. */
    public static final Comparator<Skipped> ORDER =
            Comparator.comparing(Skipped::path).thenComparing(Skipped::reason);

    /** Something that was not scanned. */
    public static Skipped of(String path, String reason) {
        return new Skipped(path, reason, false);
    }
}
