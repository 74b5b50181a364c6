package dev.signet.scanner.tree;

import java.nio.file.Path;

/**
 * A file that was met on the way through a tree.
 *
 * @param path relative to the root, separated by {@code /}
 * @param size in bytes, when it was met
 */
public record TreeFile(String path, Path file, long size) {}
