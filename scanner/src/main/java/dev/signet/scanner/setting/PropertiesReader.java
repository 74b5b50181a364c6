package dev.signet.scanner.setting;

import dev.signet.scanner.source.Span;

/** Reads Java's {@code .properties}. */
final class PropertiesReader {

    private final Settings.Found found;
    private final String text;
    private final Span part;
    private final Place root = Place.root();

    PropertiesReader(Settings.Found found, Span part) {
        this.found = found;
        this.text = found.text;
        this.part = part;
    }

    void read() {
        int at = part.start();
        while (at < part.end()) {
            int end = entryEnd(at);
            entry(at, end);
            at = end + 1;
        }
    }

    /** The end of a line and of the lines that go on with it. */
    private int entryEnd(int from) {
        int end = Texts.lineEnd(text, from, part.end());
        while (end < part.end() && goesOn(from, end)) {
            end = Texts.lineEnd(text, end + 1, part.end());
        }
        return end;
    }

    private boolean goesOn(int from, int end) {
        int last = end - 1;
        if (last >= from && text.charAt(last) == '\r') {
            last--;
        }
        return last >= from && text.charAt(last) == '\\' && !isComment(from, end);
    }

    private boolean isComment(int from, int end) {
        int start = Texts.skipBlanks(text, from, end);
        return start < end && (text.charAt(start) == '#' || text.charAt(start) == '!');
    }

    private void entry(int from, int end) {
        int start = Texts.skipBlanks(text, from, end);
        if (start == end || isComment(from, end)) {
            return;
        }
        int keyEnd = start;
        while (keyEnd < end && !endsKey(text.charAt(keyEnd))) {
            keyEnd += text.charAt(keyEnd) == '\\' ? 2 : 1;
        }
        keyEnd = Math.min(keyEnd, end);
        int value = Texts.skipBlanks(text, keyEnd, end);
        if (value < end && (text.charAt(value) == '=' || text.charAt(value) == ':')) {
            value++;
        }
        Span name = new Span(start, keyEnd);
        Span at = Texts.trimmed(text, value, end);
        found.value(root, name, found.of(name), at, found.of(at));
    }

    private static boolean endsKey(char c) {
        return c == '=' || c == ':' || Texts.isBlank(c) || c == '\n';
    }
}
