package dev.signet.scanner.setting;

import dev.signet.scanner.source.Span;

/** Small questions about text. */
final class Texts {

    /** How many bytes are looked at for an end that may be missing. */
    static final int NEAR = 512;

    private Texts() {}

    /** Behind the last character of the line, before its end. */
    static int lineEnd(String text, int from, int to) {
        int end = text.indexOf('\n', from);
        return end < 0 || end > to ? to : end;
    }

    static int skipBlanks(String text, int from, int to) {
        int at = from;
        while (at < to && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f';
    }

    /** A part without the blanks around it. */
    static Span trimmed(String text, int from, int to) {
        int start = from;
        int end = Math.max(from, to);
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Span(start, end);
    }

    /** The place of the quote that ends a string; {@code -1} when there is none before. */
    static int closing(String text, int quote, int to, boolean escapes) {
        char mark = text.charAt(quote);
        for (int i = quote + 1; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\\' && escapes) {
                i++;
            } else if (c == mark) {
                return i;
            }
        }
        return -1;
    }

    /** The same, on this line and not far away. */
    static int closingNear(String text, int quote, int to, boolean escapes) {
        int limit = Math.min(to, quote + NEAR);
        int end = quote;
        while (end < limit && text.charAt(end) != '\n') {
            end++;
        }
        return closing(text, quote, end, escapes);
    }

    /** A string's text, its escapes resolved where that matters. */
    static String unescaped(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                plain.append(c);
                continue;
            }
            char next = raw.charAt(++i);
            int code = next == 'u' ? code(raw, i + 1) : -1;
            if (code >= 0) {
                plain.append((char) code);
                i += 4;
            } else {
                plain.append(escape(next));
            }
        }
        return plain.toString();
    }

    private static char escape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    private static int code(String raw, int at) {
        if (at + 4 > raw.length()) {
            return -1;
        }
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = 16 * code + digit;
        }
        return code;
    }
}
