package dev.signet.scanner.run;

import dev.signet.scanner.settings.ScanSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be scanned, and how.
 *
 * @param root what paths in reports and settings are relative to
 * @param paths files and folders, in or under the root
 * @param includeTests whether tests and generated files are scanned, too
 * @param cache the folder of what earlier runs found
 * @param only relative paths to which the run is confined
 */
public record ScanRequest(
        Path root,
        List<Path> paths,
        ScanSettings settings,
        boolean includeTests,
        Optional<Path> cache,
        Optional<Set<String>> only) {

    public ScanRequest {
        paths = List.copyOf(paths);
    }

    /** A whole folder, without a cache. */
    public static ScanRequest of(Path root, ScanSettings settings) {
        return new ScanRequest(
                root, List.of(root), settings, false, Optional.empty(), Optional.empty());
    }
}
