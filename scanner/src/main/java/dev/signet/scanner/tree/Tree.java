package dev.signet.scanner.tree;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files under a root. Links are not followed, folders of other people are left out, and what is
 * no file is named, never opened.
 */
public final class Tree {

    private final Path root;
    private final Predicate<String> excluded;

    /** Hears what is met. */
    public interface Visitor {
        void file(TreeFile file);

        void skipped(Skipped skipped);

        /** A folder or file that the settings leave out. */
        void excluded(String path);
    }

    /**
     * @param root what paths are relative to
     * @param excluded tells relative paths that are left out
     */
    public Tree(Path root, Predicate<String> excluded) {
        this.root = root.toAbsolutePath().normalize();
        this.excluded = excluded;
    }

    /** Relative to the root and separated by {@code /}; as given when it lies outside. */
    public String relative(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        String text = (whole.startsWith(root) ? root.relativize(whole) : path).toString();
        return text.isEmpty() ? "." : text.replace('\\', '/');
    }

    /** Walks through the paths, which exist, one after the other. */
    public void walk(List<Path> paths, Visitor visitor) throws IOException {
        for (Path path : paths) {
            Path start = path.toAbsolutePath().normalize();
            Files.walkFileTree(
                    Files.isSymbolicLink(start) ? real(start) : start, new Walk(start, visitor));
        }
    }

    /** A link that somebody names on the command line is meant to be followed. */
    private static Path real(Path link) throws IOException {
        return link.toRealPath();
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path named;
        private final Path start;
        private final Visitor visitor;

        Walk(Path named, Visitor visitor) throws IOException {
            this.named = named;
            this.start = Files.isSymbolicLink(named) ? real(named) : named;
            this.visitor = visitor;
        }

        private String name(Path path) {
            return relative(named.resolve(start.relativize(path)));
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(start)) {
                return FileVisitResult.CONTINUE;
            }
            if (OtherFolders.isOther(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            String path = name(folder);
            if (excluded.test(path)) {
                visitor.excluded(path);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = name(file);
            if (excluded.test(path)) {
                visitor.excluded(path);
            } else if (attributes.isSymbolicLink()) {
                visitor.skipped(Skipped.of(path, "symbolic link, not followed"));
            } else if (!attributes.isRegularFile()) {
                visitor.skipped(Skipped.of(path, "no regular file"));
            } else {
                visitor.file(new TreeFile(path, file, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            visitor.skipped(Skipped.of(name(file), Contents.reason(failure)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                visitor.skipped(Skipped.of(name(folder), Contents.reason(failure)));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
