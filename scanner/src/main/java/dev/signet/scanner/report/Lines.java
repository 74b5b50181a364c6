package dev.signet.scanner.report;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.tree.Contents;
import dev.signet.scanner.tree.TreeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lines that findings are on, as they may be shown: secrets are hidden, and nothing in them
 * steers a terminal. Used by one thread.
 */
final class Lines {

    private static final int LENGTH_MAX = 160;

    private final Path root;
    private String path = "";
    private Optional<Source> source = Optional.empty();

    Lines(Path root) {
        this.root = root;
    }

    /**
     * @param text without the white space in front
     * @param caret column in the text, from 0
     */
    record Line(String text, int caret) {}

    /** Nothing when the file cannot be read any more. */
    Optional<Line> of(Finding finding) {
        if (!path.equals(finding.path())) {
            path = finding.path();
            source = read();
        }
        return source.map(text -> line(text.line(finding.at().line()), finding))
                .filter(line -> !line.text().isBlank());
    }

    private Optional<Source> read() {
        try {
            Path file = root.resolve(path);
            TreeFile known = new TreeFile(path, file, Files.size(file));
            return Contents.of(known) instanceof Contents.Text text
                    ? Optional.of(new Source(path, text.bytes()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Line line(String line, Finding finding) {
        int indent = line.length() - line.stripLeading().length();
        int caret =
                line.offsetByCodePoints(
                        0,
                        Math.min(finding.at().column() - 1, line.codePointCount(0, line.length())));
        String shown = line.substring(indent);
        if (finding.rule() == Rule.SECRET_HARDCODED) {
            shown = hidden(shown);
        }
        String plain = harmless(shown);
        int at = Math.max(0, Math.min(caret - indent, plain.length()));
        if (plain.length() <= LENGTH_MAX) {
            return new Line(plain, at);
        }
        int from = Math.max(0, Math.min(at - LENGTH_MAX / 2, plain.length() - LENGTH_MAX));
        return new Line(plain.substring(from, from + LENGTH_MAX), at - from);
    }

    /** Texts in quotes, or else what stands behind the first {@code =} or {@code :}. */
    static String hidden(String line) {
        StringBuilder shown = new StringBuilder();
        char quote = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0) {
                shown.append(c);
                quote = c == '"' || c == '\'' || c == '`' ? c : 0;
                quoted |= quote != 0;
            } else if (c == quote) {
                shown.append(c);
                quote = 0;
            } else {
                shown.append('*');
            }
        }
        if (quoted) {
            return shown.toString();
        }
        int sign = first(line);
        return sign < 0
                ? "*".repeat(line.length())
                : line.substring(0, sign + 1) + "*".repeat(line.length() - sign - 1);
    }

    private static int first(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
    }

    /** Control characters, also those that turn text around, become {@code ?}. */
    static String harmless(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' ? ' ' : c)
                .map(c -> isHarmless(c) ? c : '?')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }
}
