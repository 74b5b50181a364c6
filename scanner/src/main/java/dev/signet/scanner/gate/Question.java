package dev.signet.scanner.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to know about a tree.
 *
 * @param root what paths are relative to, and where settings are looked for
 * @param paths files and folders to scan
 * @param config settings elsewhere than in the root
 * @param since a revision: only files that changed since are scanned
 */
public record Question(
        Path root,
        List<Path> paths,
        Optional<Path> config,
        boolean includeTests,
        Optional<Path> cache,
        Optional<String> since) {

    public Question {
        root = root.toAbsolutePath().normalize();
        paths = List.copyOf(paths);
    }

    /** About paths, with a root that is worked out: the folder, or the one that holds them all. */
    public static Question about(List<Path> paths) {
        return new Question(
                rootOf(paths), paths, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** The folder that is named, or the nearest one that all of them are in. */
    public static Path rootOf(List<Path> paths) {
        Path root = folder(paths.getFirst());
        for (Path path : paths) {
            Path folder = folder(path);
            while (!folder.startsWith(root) && root.getParent() != null) {
                root = root.getParent();
            }
        }
        return root;
    }

    private static Path folder(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        return Files.isDirectory(whole) || parent == null ? whole : parent;
    }
}
