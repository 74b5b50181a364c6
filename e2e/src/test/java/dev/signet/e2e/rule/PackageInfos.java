package dev.signet.e2e.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds each {@code package-info.java} against the sources beside it. */
public final class PackageInfos {

    private static final Pattern ENTRY =
            Pattern.compile("Entry\\s+type:\\s+\\{@link\\s+([\\w.]+)\\.(\\w+)\\}");
    private static final String COMMENT_LINES = "(?m)^ \\*";

    private PackageInfos() {}

    /** The packages below a folder of sources. */
    public static List<Path> packages(Path sources) {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with one package, in words; empty when nothing is. */
    public static Optional<String> fault(Path sources, Path folder) {
        Path info = folder.resolve("package-info.java");
        if (!Files.exists(info)) {
            return Optional.of(folder + " has no package-info.java");
        }
        String text = read(info).replaceAll(COMMENT_LINES, "");
        String name = sources.relativize(folder).toString().replace('/', '.');
        if (!text.contains("@NullMarked")) {
            return Optional.of(name + " is not @NullMarked");
        }
        Matcher entry = ENTRY.matcher(text);
        if (!entry.find()) {
            return Optional.of(name + " names no entry type");
        }
        if (!entry.group(1).equals(name)) {
            return Optional.of(name + " names an entry type of " + entry.group(1));
        }
        return faultOf(folder.resolve(entry.group(2) + ".java"), entry.group(2));
    }

    private static Optional<String> faultOf(Path source, String type) {
        if (!Files.exists(source)) {
            return Optional.of(source + " is named as entry type and is not there");
        }
        Pattern isPublic =
                Pattern.compile(
                        "(?m)^public (?:[a-z-]+ )*(?:class|record|interface|enum|@interface) "
                                + type
                                + "\\b");
        return isPublic.matcher(read(source)).find()
                ? Optional.empty()
                : Optional.of(source + " is named as entry type and is not public");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
