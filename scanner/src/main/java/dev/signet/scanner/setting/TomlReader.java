package dev.signet.scanner.setting;

import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads TOML, and INI files, whose values go on on indented lines. */
final class TomlReader {

    private static final int KEYS_MAX = 32;

    private final Settings.Found found;
    private final String text;
    private final Span part;
    private final boolean ini;
    private final Place root = Place.root();
    private final FlowReader flow;
    private Place section = root;
    private Place lastKey = root;
    private boolean longTextsLeft = true;

    TomlReader(Settings.Found found, Span part, boolean ini) {
        this.found = found;
        this.text = found.text;
        this.part = part;
        this.ini = ini;
        this.flow = new FlowReader(found, '=');
    }

    void read() {
        int at = part.start();
        while (at < part.end()) {
            at = Math.max(line(at), at) + 1;
        }
    }

    private int line(int from) {
        int end = Texts.lineEnd(text, from, part.end());
        int start = Texts.skipBlanks(text, from, end);
        if (start == end || isComment(text.charAt(start))) {
            return end;
        }
        if (ini && start > from) {
            Span at = Texts.trimmed(text, start, end);
            found.element(lastKey, at, found.of(at));
            return end;
        }
        return text.charAt(start) == '[' ? section(start, end) : entry(start, end);
    }

    private boolean isComment(char c) {
        return c == '#' || (ini && c == ';');
    }

    /** {@code [a.b]} and {@code [[a.b]]}. */
    private int section(int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) == '[') {
            at++;
        }
        Span name = new Span(at, nameEnd(at, end));
        section = root;
        String path = found.of(name);
        for (String key : ini ? new String[] {path} : keys(path)) {
            section = section.in(key);
        }
        if (!path.isBlank()) {
            section = section.in("");
            found.group(root, name, path.strip());
        }
        lastKey = section;
        return end;
    }

    private int nameEnd(int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) != ']') {
            at = isQuote(text.charAt(at)) ? afterQuote(at, end) : at + 1;
        }
        return Math.min(at, end);
    }

    private int afterQuote(int at, int end) {
        int closing = Texts.closingNear(text, at, end, true);
        return closing < 0 ? at + 1 : closing + 1;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** A dotted key's parts. */
    private static String[] keys(String path) {
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < path.length() && keys.size() < KEYS_MAX; i++) {
            char c = path.charAt(i);
            if (quote == 0 && c == '.') {
                keys.add(key.toString().strip());
                key.setLength(0);
            } else if (quote == 0 && isQuote(c)) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                key.append(c);
            }
        }
        keys.add(key.toString().strip());
        return keys.toArray(String[]::new);
    }

    private int entry(int start, int end) {
        int equals = separator(start, end);
        if (equals < 0) {
            Span at = Texts.trimmed(text, start, end);
            found.element(section, at, found.of(at));
            return end;
        }
        Span name = Texts.trimmed(text, start, equals);
        String[] keys = ini ? new String[] {found.of(name)} : keys(found.of(name));
        Place place = section;
        for (int i = 0; i + 1 < keys.length; i++) {
            place = place.in(keys[i]);
        }
        String key = keys.length == 0 ? "" : keys[keys.length - 1];
        lastKey = place.in(key);
        int value = Texts.skipBlanks(text, equals + 1, end);
        return value(new Setting(place, key, "", name, name, Setting.Kind.GROUP), value, end);
    }

    private int separator(int start, int end) {
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '=' || (ini && c == ':')) {
                return at;
            }
            at = isQuote(c) ? afterQuote(at, end) : at + 1;
        }
        return -1;
    }

    private int value(Setting key, int from, int end) {
        if (from >= end) {
            found.value(key.place(), key.nameAt(), key.name(), new Span(end, end), "");
            return end;
        }
        char c = text.charAt(from);
        boolean templated = text.startsWith("{{", from);
        if (!ini && (c == '[' || c == '{') && !templated) {
            found.group(key.place(), key.nameAt(), key.name());
            int behind = flow.read(from, part.end(), lastKey);
            return Texts.lineEnd(text, Math.min(behind, part.end()), part.end());
        }
        if (isLongText(from)) {
            return longText(key, from, end);
        }
        if (isQuote(c)) {
            int closing = Texts.closing(text, from, end, c == '"');
            if (closing >= 0) {
                Span at = new Span(from + 1, closing);
                String value = c == '"' ? Texts.unescaped(found.of(at)) : found.of(at);
                found.value(key.place(), key.nameAt(), key.name(), at, value);
                return end;
            }
        }
        Span at = Texts.trimmed(text, from, bareEnd(from, end));
        found.value(key.place(), key.nameAt(), key.name(), at, found.of(at));
        return end;
    }

    private boolean isLongText(int from) {
        return longTextsLeft && (text.startsWith("\"\"\"", from) || text.startsWith("'''", from));
    }

    private int longText(Setting key, int from, int end) {
        int closing = text.indexOf(text.substring(from, from + 3), from + 3);
        if (closing < 0 || closing > part.end()) {
            longTextsLeft = false;
            return end;
        }
        Span at = new Span(from + 3, closing);
        found.block(key.place(), key.nameAt(), key.name(), at);
        return Texts.lineEnd(text, closing, part.end());
    }

    private int bareEnd(int from, int end) {
        for (int i = from; i < end; i++) {
            if (isComment(text.charAt(i)) && (i == from || Texts.isBlank(text.charAt(i - 1)))) {
                return i;
            }
        }
        return end;
    }
}
