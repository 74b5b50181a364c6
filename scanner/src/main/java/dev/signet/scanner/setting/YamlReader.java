package dev.signet.scanner.setting;

import dev.signet.scanner.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads YAML by its indentation, also when it is a template or half written. */
final class YamlReader {

    private final Settings.Found found;
    private final String text;
    private final Span part;
    private final FlowReader flow;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private Place document = Place.root();
    private Optional<Pending> pending = Optional.empty();
    private boolean quotesLeft = true;

    /** A group that is open: a key or a dash, by the column where it stands. */
    private record Frame(int column, boolean dash, Place place) {}

    /** A key whose value may follow on the next lines. */
    private record Pending(Place place, Span name, String key, int column) {}

    YamlReader(Settings.Found found, Span part) {
        this.found = found;
        this.text = found.text;
        this.part = part;
        this.flow = new FlowReader(found, ':');
    }

    void read() {
        int at = part.start();
        while (at < part.end()) {
            at = Math.max(line(at), at) + 1;
        }
        settle(-1, false);
    }

    /** Gives where the last line of the entry ends. */
    private int line(int from) {
        int end = Texts.lineEnd(text, from, part.end());
        int start = Texts.skipBlanks(text, from, end);
        if (start == end || text.charAt(start) == '#' || text.charAt(start) == '%') {
            return end;
        }
        if (text.startsWith("---", from) || text.startsWith("...", from)) {
            settle(-1, false);
            frames.clear();
            document = Place.root();
            return end;
        }
        if (isControl(start, end)) {
            return end;
        }
        return content(start, start - from, end);
    }

    /** {@code {{- if … }}} alone on a line. */
    private boolean isControl(int start, int end) {
        Span line = Texts.trimmed(text, start, end);
        boolean template = text.startsWith("{{", start) || text.startsWith("{%", start);
        return template
                && (text.startsWith("}}", line.end() - 2) || text.startsWith("%}", line.end() - 2))
                && line.end() - start > 3;
    }

    private int content(int start, int column, int end) {
        int at = start;
        int col = column;
        while (isDash(at, end)) {
            settle(col, true);
            openElement(col);
            int next = Texts.skipBlanks(text, at + 1, end);
            col += next - at;
            at = next;
        }
        if (at >= end || text.charAt(at) == '#') {
            return end;
        }
        int colon = colon(at, end);
        if (colon >= 0) {
            settle(col, false);
            return key(at, colon, col, end);
        }
        return alone(at, col, end);
    }

    private boolean isDash(int at, int end) {
        return at < end
                && text.charAt(at) == '-'
                && (at + 1 >= end || Texts.isBlank(text.charAt(at + 1)));
    }

    private void openElement(int column) {
        while (!frames.isEmpty() && isBeside(frames.getFirst(), column)) {
            frames.pop();
        }
        if (frames.size() < 2 * Place.DEPTH_MAX) {
            frames.push(new Frame(column, true, place().in("")));
        }
    }

    private static boolean isBeside(Frame frame, int column) {
        return frame.column > column || (frame.column == column && frame.dash);
    }

    private Place place() {
        return frames.isEmpty() ? document : frames.getFirst().place;
    }

    /** What a key without a value was, now that the next line is known. */
    private void settle(int column, boolean dash) {
        if (pending.isPresent()) {
            Pending key = pending.get();
            pending = Optional.empty();
            if (column > key.column || (dash && column == key.column)) {
                found.group(key.place, key.name, key.key);
            } else {
                Span none = new Span(key.name.end(), key.name.end());
                found.value(key.place, key.name, key.key, none, "");
            }
        }
    }

    /** The colon that ends a key; {@code -1} when the line has none. */
    private int colon(int start, int end) {
        int at = start;
        char first = text.charAt(start);
        if (first == '"' || first == '\'') {
            int closing = Texts.closingNear(text, start, end, first == '"');
            at = closing < 0 ? start : closing + 1;
            int colon = Texts.skipBlanks(text, at, end);
            return closing >= 0 && colon < end && text.charAt(colon) == ':' ? colon : -1;
        }
        if (isFlow(start) || isBlock(start)) {
            return -1;
        }
        int limit = Math.min(end, start + Texts.NEAR);
        while (at < limit) {
            if (text.startsWith("{{", at)) {
                at = behindTemplate(at, limit);
                continue;
            }
            char c = text.charAt(at);
            if (c == '#' && Texts.isBlank(text.charAt(at - 1))) {
                return -1;
            }
            if (c == ':' && (at + 1 >= end || Texts.isBlank(text.charAt(at + 1)))) {
                return at;
            }
            at++;
        }
        return -1;
    }

    private int behindTemplate(int at, int limit) {
        for (int i = at + 2; i < limit; i++) {
            if (text.startsWith("}}", i)) {
                return i + 2;
            }
        }
        return limit;
    }

    private boolean isFlow(int at) {
        char c = text.charAt(at);
        boolean template = text.startsWith("{{", at) || text.startsWith("{%", at);
        return c == '[' || (c == '{' && !template);
    }

    private boolean isBlock(int at) {
        return text.charAt(at) == '|' || text.charAt(at) == '>';
    }

    private int key(int start, int colon, int column, int end) {
        while (!frames.isEmpty() && frames.getFirst().column >= column) {
            frames.pop();
        }
        Place place = place();
        Span name = Texts.trimmed(text, start, colon);
        if (name.end() - name.start() >= 2 && "\"'".indexOf(text.charAt(name.start())) >= 0) {
            name = new Span(name.start() + 1, name.end() - 1);
        }
        String key = found.of(name);
        if (frames.size() < 2 * Place.DEPTH_MAX) {
            frames.push(new Frame(column, false, place.in(key)));
        }
        Pending entry = new Pending(place, name, key, column);
        int value = afterMarks(Texts.skipBlanks(text, colon + 1, end), end);
        if (value >= end || text.charAt(value) == '#') {
            pending = Optional.of(entry);
            return end;
        }
        return value(entry, value, end);
    }

    /** Behind an anchor or a tag; one that says encrypted belongs to the value. */
    private int afterMarks(int from, int end) {
        int at = from;
        while (at < end && (text.charAt(at) == '&' || isTag(at, end))) {
            int word = at;
            while (word < end && !Texts.isBlank(text.charAt(word))) {
                word++;
            }
            at = Texts.skipBlanks(text, word, end);
        }
        return at;
    }

    private boolean isTag(int at, int end) {
        return text.startsWith("!!", at) || (text.startsWith("!Sub", at) && at + 4 < end);
    }

    private int value(Pending entry, int at, int end) {
        if (isBlock(at) || text.startsWith("!vault", at)) {
            int blockEnd = blockEnd(end, entry.column);
            Span block = new Span(Math.min(end + 1, blockEnd), blockEnd);
            if (text.startsWith("!vault", at)) {
                found.value(entry.place, entry.name, entry.key, new Span(at, end), "!vault");
            } else {
                found.block(entry.place, entry.name, entry.key, block);
            }
            return blockEnd;
        }
        if (isFlow(at)) {
            found.group(entry.place, entry.name, entry.key);
            int behind = flow.read(at, part.end(), entry.place.in(entry.key));
            return Texts.lineEnd(text, Math.min(behind, part.end()), part.end());
        }
        Span inner = scalar(at, end);
        String value = text.charAt(at) == '"' ? Texts.unescaped(found.of(inner)) : found.of(inner);
        found.value(entry.place, entry.name, entry.key, inner, value);
        return Texts.lineEnd(text, Math.max(inner.end(), at), part.end());
    }

    private Span scalar(int at, int end) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            boolean escapes = c == '"';
            int closing = quotesLeft ? Texts.closing(text, at, part.end(), escapes) : -1;
            quotesLeft &= closing >= 0;
            int close = quotesLeft ? closing : Texts.closingNear(text, at, end, escapes);
            if (close >= 0) {
                return new Span(at + 1, close);
            }
        }
        return Texts.trimmed(text, at, plainEnd(at, end));
    }

    private int plainEnd(int at, int end) {
        for (int i = at + 1; i < end; i++) {
            if (text.charAt(i) == '#' && Texts.isBlank(text.charAt(i - 1))) {
                return i;
            }
        }
        return end;
    }

    /** A value without a key on its line: of a list, or of the key above. */
    private int alone(int at, int column, int end) {
        boolean element = !frames.isEmpty() && frames.getFirst().dash;
        if (isBlock(at)) {
            int outer = element ? frames.getFirst().column : column - 1;
            int blockEnd = blockEnd(end, outer);
            Span block = new Span(Math.min(end + 1, blockEnd), blockEnd);
            found.block(place(), block, "", block);
            return blockEnd;
        }
        if (isFlow(at)) {
            settle(column, false);
            int behind = flow.read(at, part.end(), place());
            return Texts.lineEnd(text, Math.min(behind, part.end()), part.end());
        }
        Span inner = scalar(at, end);
        if (pending.isPresent() && column > pending.get().column && !element) {
            Pending key = pending.get();
            pending = Optional.empty();
            found.value(key.place, key.name, key.key, inner, found.of(inner));
        } else {
            found.element(place(), inner, found.of(inner));
        }
        return Texts.lineEnd(text, Math.max(inner.end(), at), part.end());
    }

    /** The end of the lines deeper than a column. */
    private int blockEnd(int lineEnd, int column) {
        int end = lineEnd;
        int at = lineEnd + 1;
        while (at < part.end()) {
            int next = Texts.lineEnd(text, at, part.end());
            int start = Texts.skipBlanks(text, at, next);
            if (start < next && start - at <= column) {
                break;
            }
            if (start < next) {
                end = next;
            }
            at = next + 1;
        }
        return end;
    }
}
