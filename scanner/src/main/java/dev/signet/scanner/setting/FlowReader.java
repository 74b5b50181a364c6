package dev.signet.scanner.setting;

import dev.signet.scanner.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads maps and lists in brackets: JSON and its dialects, and YAML's and TOML's inner ones. */
final class FlowReader {

    private final Settings.Found found;
    private final String text;
    private final char separator;
    private final Deque<Frame> frames = new ArrayDeque<>();

    /** Strings without an end are not looked for again. */
    private boolean quotesLeft = true;

    private static final class Frame {
        final Place place;
        final boolean map;
        Span key = new Span(0, 0);
        String name = "";
        boolean hasKey;

        Frame(Place place, boolean map) {
            this.place = place;
            this.map = map;
        }
    }

    /**
     * @param separator between key and value, beside the colon
     */
    FlowReader(Settings.Found found, char separator) {
        this.found = found;
        this.text = found.text;
        this.separator = separator;
    }

    /** Gives the place behind the bracket that ends what begins here, at most {@code to}. */
    int read(int from, int to, Place place) {
        frames.clear();
        frames.push(new Frame(place, true));
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c <= ' ' || c == ',') {
                at++;
            } else if (isComment(at, to)) {
                at = commentEnd(at, to);
            } else if ((c == '{' && !text.startsWith("{{", at)) || c == '[') {
                open(c == '{');
                at++;
            } else if (c == '}' || c == ']') {
                at++;
                if (close()) {
                    return at;
                }
            } else {
                at = scalar(at, to);
            }
        }
        return to;
    }

    private boolean isComment(int at, int to) {
        char c = text.charAt(at);
        return c == '#' || (c == '/' && at + 1 < to && "/*".indexOf(text.charAt(at + 1)) >= 0);
    }

    private int commentEnd(int at, int to) {
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 || end + 2 > to ? to : end + 2;
        }
        return Texts.lineEnd(text, at, to);
    }

    private void open(boolean map) {
        Frame outer = frames.getFirst();
        boolean first = frames.size() == 1 && !outer.hasKey;
        Place inner = first ? outer.place : outer.place.in(outer.hasKey ? outer.name : "");
        if (outer.hasKey) {
            found.group(outer.place, outer.key, outer.name);
            outer.hasKey = false;
        }
        frames.push(new Frame(inner, map));
    }

    private boolean close() {
        if (frames.size() > 1) {
            frames.pop();
        }
        return frames.size() == 1;
    }

    /** A key or a value. */
    private int scalar(int at, int to) {
        char c = text.charAt(at);
        Span inner = new Span(at, at);
        int end = -1;
        boolean quoted = c == '"' || c == '\'';
        if (quoted) {
            int closing = closing(at, to);
            if (closing >= 0) {
                inner = new Span(at + 1, closing);
                end = closing + 1;
            }
        }
        if (end < 0) {
            end = Math.max(bareEnd(at, to), at + 1);
            inner = Texts.trimmed(text, at, end);
        }
        return put(inner, c == '"' ? Texts.unescaped(found.of(inner)) : found.of(inner), end, to);
    }

    private int closing(int at, int to) {
        boolean escapes = text.charAt(at) == '"';
        int closing = quotesLeft ? Texts.closing(text, at, to, escapes) : -1;
        quotesLeft &= closing >= 0;
        return quotesLeft ? closing : Texts.closingNear(text, at, to, escapes);
    }

    private int put(Span at, String value, int end, int to) {
        Frame frame = frames.getFirst();
        if (frame.map && !frame.hasKey) {
            int colon = end;
            while (colon < to && text.charAt(colon) <= ' ') {
                colon++;
            }
            if (colon < to && (text.charAt(colon) == ':' || text.charAt(colon) == separator)) {
                frame.key = at;
                frame.name = value;
                frame.hasKey = true;
                return colon + 1;
            }
        }
        if (frame.hasKey) {
            frame.hasKey = false;
            found.value(frame.place, frame.key, frame.name, at, value);
        } else {
            found.element(frame.place, at, value);
        }
        return end;
    }

    private int bareEnd(int from, int to) {
        boolean key = frames.getFirst().map && !frames.getFirst().hasKey;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (text.startsWith("{{", at) || text.startsWith("${", at)) {
                at = template(at, to);
                continue;
            }
            boolean ends = c == ',' || c == ']' || c == '}' || c == '\n';
            boolean endsKey = key && (c == ':' || c == separator || c == '{' || c == '[');
            boolean comment = c == '#' && at > from && Texts.isBlank(text.charAt(at - 1));
            if (ends || endsKey || comment) {
                return at;
            }
            at++;
        }
        return to;
    }

    /** Behind a template's place, when it ends near. */
    private int template(int at, int to) {
        String mark = text.charAt(at) == '{' ? "}}" : "}";
        int limit = Math.min(to, at + Texts.NEAR);
        for (int i = at + 2; i < limit && text.charAt(i) != '\n'; i++) {
            if (text.startsWith(mark, i)) {
                return i + mark.length();
            }
        }
        return at + 2;
    }
}
