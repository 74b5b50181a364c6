package dev.signet.scanner.setting;

import dev.signet.scanner.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads blocks in braces: Terraform and other HCL, HOCON, nginx. */
final class BraceReader {

    private static final int WORDS_MAX = 12;

    private final Settings.Found found;
    private final String text;
    private final int end;
    private int at;
    private final Deque<Place> places = new ArrayDeque<>();
    private final List<Span> words = new ArrayList<>();
    private boolean quotesLeft = true;
    private boolean heredocsLeft = true;

    BraceReader(Settings.Found found, Span part) {
        this.found = found;
        this.text = found.text;
        this.at = part.start();
        this.end = part.end();
        places.push(Place.root());
    }

    void read() {
        while (at < end) {
            step();
        }
        statement();
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n' || c == ';' || c == ',') {
            statement();
            at++;
        } else if (c <= ' ') {
            at++;
        } else if (isComment()) {
            skipComment();
        } else if (c == '{' || c == '[' || c == '(') {
            open(c);
        } else if (c == '}' || c == ']' || c == ')') {
            statement();
            if (places.size() > 1) {
                places.pop();
            }
            at++;
        } else if ((c == '=' || c == ':') && !words.isEmpty()) {
            attribute();
        } else {
            words.add(word());
            if (words.size() > WORDS_MAX) {
                statement();
            }
        }
    }

    private boolean isComment() {
        return text.charAt(at) == '#' || text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private void skipComment() {
        if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            at = close < 0 || close + 2 > end ? end : close + 2;
        } else {
            at = Texts.lineEnd(text, at, end);
        }
    }

    /** Words without a sign between them: {@code auth_jwt "realm";} or elements of a list. */
    private void statement() {
        if (words.size() == 1) {
            element(words.getFirst());
        } else if (words.size() > 1) {
            Span name = words.get(0);
            Span value = words.get(1);
            found.value(places.getFirst(), name, plain(name), inner(value), plain(value));
            words.subList(2, words.size()).forEach(this::element);
        }
        words.clear();
    }

    private void element(Span word) {
        found.element(places.getFirst(), inner(word), plain(word));
    }

    private void open(char bracket) {
        Place place = places.getFirst();
        if (bracket == '{') {
            for (Span word : words) {
                place = place.in(plain(word));
            }
            if (!words.isEmpty()) {
                Span name = words.getLast();
                found.group(places.getFirst(), inner(name), plain(name));
            }
            words.clear();
        } else {
            statement();
        }
        if (place == places.getFirst()) {
            place = place.in("");
        }
        places.push(places.size() < Place.DEPTH_MAX ? place : places.getFirst());
        at++;
    }

    private void attribute() {
        Span name = inner(words.getLast());
        String key = plain(words.getLast());
        words.removeLast();
        statement();
        int sign = at;
        while (at < end && "=:+?".indexOf(text.charAt(at)) >= 0 && at < sign + 2) {
            at++;
        }
        if (at < end && text.charAt(at) == '>') {
            at++;
        }
        at = Texts.skipBlanks(text, at, end);
        if (at >= end) {
            return;
        }
        char c = text.charAt(at);
        if (c == '{' || c == '[') {
            found.group(places.getFirst(), name, key);
            Place inner = places.getFirst().in(key);
            places.push(places.size() < Place.DEPTH_MAX ? inner : places.getFirst());
            at++;
        } else if (text.startsWith("<<", at) && heredocsLeft) {
            heredoc(name, key);
        } else if (c == '"' || c == '\'') {
            Span word = word();
            found.value(places.getFirst(), name, key, inner(word), plain(word));
        } else {
            expression(name, key);
        }
    }

    private void heredoc(Span name, String key) {
        int lineEnd = Texts.lineEnd(text, at, end);
        Span mark = Texts.trimmed(text, at + 2, lineEnd);
        String delimiter = found.of(mark).replace("-", "").replace("~", "").strip();
        int line = Math.min(lineEnd + 1, end);
        int start = line;
        while (line < end && !delimiter.isEmpty()) {
            int next = Texts.lineEnd(text, line, end);
            if (found.of(Texts.trimmed(text, line, next)).equals(delimiter)) {
                found.block(places.getFirst(), name, key, new Span(start, line));
                at = next;
                return;
            }
            line = next + 1;
        }
        heredocsLeft = false;
        at = lineEnd;
    }

    /** Something that is worked out: written as a template's place. */
    private void expression(Span name, String key) {
        int start = at;
        while (at < end && ",}])([{\n;#".indexOf(text.charAt(at)) < 0) {
            if (text.startsWith("${", at)) {
                at = behindPlace(at);
            } else if (text.charAt(at) == '"') {
                at = word().end();
            } else {
                at++;
            }
        }
        Span value = Texts.trimmed(text, start, at);
        String raw = found.of(value);
        boolean place = raw.isEmpty() || raw.startsWith("${") || isPlain(raw);
        found.value(places.getFirst(), name, key, value, place ? raw : "${" + raw + "}");
    }

    /** Numbers, truth values, and HOCON's words without quotes. */
    private boolean isPlain(String raw) {
        return raw.equals("true")
                || raw.equals("false")
                || raw.equals("null")
                || raw.chars().allMatch(Character::isDigit)
                || (raw.indexOf('.') < 0 && at < end && "([{".indexOf(text.charAt(at)) < 0);
    }

    private int behindPlace(int from) {
        int limit = Math.min(end, from + Texts.NEAR);
        for (int i = from; i < limit && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '}') {
                return i + 1;
            }
        }
        return Math.min(from + 2, end);
    }

    /** A string with its quotes, or a bare word; moves behind it. */
    private Span word() {
        int start = at;
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            int closing = quotesLeft ? Texts.closing(text, at, end, true) : -1;
            quotesLeft &= closing >= 0;
            if (!quotesLeft) {
                closing = Texts.closingNear(text, at, end, true);
            }
            at = closing < 0 ? at + 1 : closing + 1;
            return new Span(start, at);
        }
        while (at < end && " \t\r\n=:,;{}[]()\"'".indexOf(text.charAt(at)) < 0) {
            at = text.startsWith("${", at) ? behindPlace(at) : at + 1;
        }
        if (at == start) {
            at++;
        }
        return new Span(start, at);
    }

    private boolean isString(Span word) {
        char first = text.charAt(word.start());
        return (first == '"' || first == '\'')
                && word.end() - word.start() > 1
                && text.charAt(word.end() - 1) == first;
    }

    private Span inner(Span word) {
        return isString(word) ? new Span(word.start() + 1, word.end() - 1) : word;
    }

    private String plain(Span word) {
        String raw = found.of(inner(word));
        return isString(word) ? Texts.unescaped(raw) : raw;
    }
}
