package dev.signet.scanner.cache;

import dev.signet.scanner.FileScan;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells scanners that may find different things in the same text from each other. */
final class RulesVersion {

    private RulesVersion() {}

    /**
     * A hash of the scanner's own classes and catalogues and of the versions of what it parses
     * with.
     */
    static String current() {
        MessageDigest digest = Sha256.digest();
        for (String entry : new TreeSet<>(libraries())) {
            digest.update((entry + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try {
            Optional<Path> own = own();
            if (own.isEmpty()) {
                return "unknown " + System.nanoTime();
            }
            for (Path file : files(own.get())) {
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException | URISyntaxException e) {
            return "unknown " + System.nanoTime(); // nothing is found again, which is safe
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<String> libraries() {
        String[] entries = System.getProperty("java.class.path", "").split(File.pathSeparator, -1);
        return Stream.of(entries)
                .map(entry -> entry.substring(entry.lastIndexOf(File.separatorChar) + 1))
                .filter(name -> name.startsWith("tree-sitter") || name.startsWith("snakeyaml"))
                .toList();
    }

    private static Optional<Path> own() throws URISyntaxException {
        CodeSource source = FileScan.class.getProtectionDomain().getCodeSource();
        return source == null
                ? Optional.empty()
                : Optional.of(Path.of(source.getLocation().toURI()));
    }

    private static List<Path> files(Path own) throws IOException {
        if (Files.isRegularFile(own)) {
            return List.of(own);
        }
        try (Stream<Path> files = Files.walk(own)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
