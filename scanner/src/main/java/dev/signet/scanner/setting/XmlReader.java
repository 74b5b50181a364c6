package dev.signet.scanner.setting;

import dev.signet.scanner.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads XML's elements and attributes; entities and other files are none of its business. */
final class XmlReader {

    private final Settings.Found found;
    private final String text;
    private final int end;
    private int at;
    private final Deque<Open> open = new ArrayDeque<>();

    /** How many open elements were too deep to be kept. */
    private int tooDeep;

    private record Open(Place place, Span name, int contentFrom) {}

    XmlReader(Settings.Found found, Span part) {
        this.found = found;
        this.text = found.text;
        this.at = part.start();
        this.end = part.end();
        open.push(new Open(Place.root(), new Span(at, at), at));
    }

    void read() {
        while (at < end) {
            int tag = text.indexOf('<', at);
            if (tag < 0 || tag >= end) {
                return;
            }
            at = tag;
            tag();
        }
    }

    private void tag() {
        if (text.startsWith("<!--", at)) {
            skipTo("-->");
        } else if (text.startsWith("<![CDATA[", at)) {
            skipTo("]]>");
        } else if (text.startsWith("<?", at) || text.startsWith("<!", at)) {
            skipTo(">");
        } else if (text.startsWith("</", at)) {
            close();
        } else {
            element();
        }
    }

    private void skipTo(String mark) {
        int close = text.indexOf(mark, at);
        at = close < 0 || close >= end ? end : close + mark.length();
    }

    private void close() {
        int tag = at;
        skipTo(">");
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        if (open.size() == 1) {
            return;
        }
        Open element = open.pop();
        Place parent = open.getFirst().place;
        if (element.contentFrom >= 0) {
            Span value = value(element.contentFrom, tag);
            found.value(parent, element.name, found.of(element.name), value, found.of(value));
        }
    }

    private Span value(int from, int to) {
        Span value = Texts.trimmed(text, from, to);
        boolean raw =
                text.startsWith("<![CDATA[", value.start()) && value.end() - value.start() > 12;
        return raw ? Texts.trimmed(text, value.start() + 9, value.end() - 3) : value;
    }

    private void element() {
        int start = at + 1;
        int nameEnd = start;
        while (nameEnd < end && !endsName(text.charAt(nameEnd))) {
            nameEnd++;
        }
        at = nameEnd;
        if (nameEnd == start) {
            at = Math.max(at, start);
            return;
        }
        Span name = new Span(start, nameEnd);
        parentHasElements();
        Place parent = open.getFirst().place;
        Place place = parent.in(found.of(name));
        found.group(parent, name, found.of(name));
        boolean empty = attributes(place);
        if (empty) {
            return;
        }
        if (open.size() < Place.DEPTH_MAX) {
            open.push(new Open(place, name, at));
        } else {
            tooDeep++;
        }
    }

    /** What has elements has no text of interest. */
    private void parentHasElements() {
        Open parent = open.pop();
        open.push(new Open(parent.place, parent.name, -1));
    }

    private static boolean endsName(char c) {
        return c <= ' ' || c == '>' || c == '/' || c == '=' || c == '<';
    }

    /** Whether the element ended with its attributes. */
    private boolean attributes(Place place) {
        while (at < end) {
            char c = text.charAt(at);
            if (c == '>') {
                at++;
                return text.charAt(at - 2) == '/';
            }
            if (c == '<') {
                return true;
            }
            if (c <= ' ' || c == '/' || c == '=') {
                at++;
            } else {
                attribute(place);
            }
        }
        return true;
    }

    private void attribute(Place place) {
        int start = at;
        while (at < end && !endsName(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            at++;
            return;
        }
        Span name = new Span(start, at);
        while (at < end && (text.charAt(at) <= ' ' || text.charAt(at) == '=')) {
            at++;
        }
        if (at < end && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            int close = text.indexOf(text.charAt(at), at + 1);
            int valueEnd = close < 0 || close > end ? end : close;
            Span value = new Span(at + 1, Math.max(at + 1, valueEnd));
            found.value(place, name, found.of(name), value, found.of(value));
            at = Math.min(end, valueEnd + 1);
        }
    }
}
