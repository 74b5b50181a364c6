package dev.signet.scanner.setting;

import dev.signet.scanner.source.Span;

/** Reads {@code KEY=value} lines: {@code .env}, {@code EnvironmentFile}. */
final class EnvReader {

    private static final String EXPORT = "export ";

    private final Settings.Found found;
    private final String text;
    private final Span part;
    private final Place root = Place.root();
    private boolean quotesLeft = true;

    EnvReader(Settings.Found found, Span part) {
        this.found = found;
        this.text = found.text;
        this.part = part;
    }

    void read() {
        int at = part.start();
        while (at < part.end()) {
            at = Math.max(line(at), at) + 1;
        }
    }

    /** Gives where the entry ends. */
    private int line(int from) {
        int end = Texts.lineEnd(text, from, part.end());
        int start = Texts.skipBlanks(text, from, end);
        if (text.startsWith(EXPORT, start)) {
            start = Texts.skipBlanks(text, start + EXPORT.length(), end);
        }
        int nameEnd = nameEnd(start, end);
        int equals = Texts.skipBlanks(text, nameEnd, end);
        if (nameEnd == start || equals >= end || text.charAt(equals) != '=') {
            return end;
        }
        Span name = new Span(start, nameEnd);
        int value = Texts.skipBlanks(text, equals + 1, end);
        if (value < end && isQuote(text.charAt(value))) {
            int closing = closing(value, end);
            if (closing >= 0) {
                Span at = new Span(value + 1, closing);
                found.value(root, name, found.of(name), at, found.of(at));
                return Texts.lineEnd(text, closing, part.end());
            }
        }
        Span at = Texts.trimmed(text, value, unquotedEnd(value, end));
        found.value(root, name, found.of(name), at, found.of(at));
        return end;
    }

    private int closing(int quote, int lineEnd) {
        boolean escapes = text.charAt(quote) == '"';
        int closing = quotesLeft ? Texts.closing(text, quote, part.end(), escapes) : -1;
        quotesLeft &= closing >= 0;
        return quotesLeft ? closing : Texts.closingNear(text, quote, lineEnd, escapes);
    }

    private int unquotedEnd(int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '#' && (i == from || Texts.isBlank(text.charAt(i - 1)))) {
                return i;
            }
        }
        return end;
    }

    private int nameEnd(int start, int end) {
        int at = start;
        while (at < end && isName(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }
}
