package dev.signet.e2e.document;

import dev.signet.e2e.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One code block of a document: between fences, or indented, which is for lines of a shell.
 *
 * @param file below the project's root
 * @param line where it begins, from 1
 * @param language the word behind the fence; {@code indented} for one without fences
 * @param heading the last heading above
 * @param fragment why it cannot be checked, from a comment {@code <!-- fragment: reason -->} above
 */
public record Block(
        String file,
        int line,
        String language,
        String heading,
        String text,
        Optional<String> fragment) {

    private static final String FENCE = "```";
    private static final String INDENT = "    ";
    private static final Pattern FRAGMENT = Pattern.compile("<!-- fragment: (.{10,}) -->");

    /** The documents whose blocks are checked: what a user reads. */
    public static List<String> documents() {
        Path root = Project.root();
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            List<String> found = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md"));
            found.addAll(List.of("verifier/README.md", "handshake/README.md"));
            docs.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of one document, in order. */
    public static List<Block> in(String file) {
        return read(file, lines(file));
    }

    static List<Block> read(String file, List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        String heading = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "");
            }
            int end = at;
            if (line.startsWith(FENCE)) {
                end = closing(lines, at);
                String text = String.join("\n", lines.subList(at + 1, end));
                String language = line.substring(FENCE.length());
                blocks.add(new Block(file, at + 1, language, heading, text, fragment(lines, at)));
            } else if (isIndented(lines, at)) {
                while (end + 1 < lines.size() && lines.get(end + 1).startsWith(INDENT)) {
                    end++;
                }
                String text = String.join("\n", lines.subList(at, end + 1)).stripIndent();
                blocks.add(new Block(file, at + 1, "indented", heading, text, fragment(lines, at)));
            }
            at = end;
        }
        return blocks;
    }

    /** The text in its frame, which declares what the block takes for granted. */
    public String framed() {
        Path frame =
                Project.root()
                        .resolve("e2e/src/test/resources/frames")
                        .resolve(file.replace('/', '-') + ".java");
        return String.join("\n", lines(frame)).replace("//CODE", text);
    }

    private static int closing(List<String> lines, int opening) {
        for (int at = opening + 1; at < lines.size(); at++) {
            if (lines.get(at).equals(FENCE)) {
                return at;
            }
        }
        throw new IllegalArgumentException("no end of the block in line " + (opening + 1));
    }

    private static boolean isIndented(List<String> lines, int at) {
        return lines.get(at).startsWith(INDENT)
                && !lines.get(at).isBlank()
                && (at == 0 || lines.get(at - 1).isBlank());
    }

    private static Optional<String> fragment(List<String> lines, int at) {
        for (int above = at - 1; above >= 0; above--) {
            if (!lines.get(above).isBlank()) {
                Matcher comment = FRAGMENT.matcher(lines.get(above));
                return comment.matches() ? Optional.of(comment.group(1)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(String file) {
        return lines(Project.root().resolve(file));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file + ":" + line + " " + language;
    }
}
