package dev.signet.scanner.remedy;

import dev.signet.scanner.result.ScanResult;
import java.nio.file.Path;
import java.util.List;

/** Replaces local verifications where that is safe, as a patch that somebody reviews. */
public final class Fixes {

    private Fixes() {}

    /**
     * @param diff unified, relative to the scanned root; empty when nothing is safe
     * @param left findings that need a person, as sentences
     */
    public record Patch(String diff, List<String> left) {
        public Patch {
            left = List.copyOf(left);
        }
    }

    /** For all findings that no exception covers. */
    public static Patch of(ScanResult result, Path root) {
        return new Patch("", List.of());
    }
}
