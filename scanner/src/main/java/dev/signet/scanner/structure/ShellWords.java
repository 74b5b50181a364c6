package dev.signet.scanner.structure;

import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of one shell command, and what is in them. */
record ShellWords(String text, List<Span> words) {

    ShellWords {
        words = List.copyOf(words);
    }

    /** {@code NAME=value} somewhere in a word. */
    record Assigned(String name, String value, Span nameAt, Span valueAt) {}

    int size() {
        return words.size();
    }

    String raw(int index) {
        return text.substring(words.get(index).start(), words.get(index).end());
    }

    /** Without quotes; empty when there is no such word. */
    String plain(int index) {
        return index >= 0 && index < words.size() ? unquoted(raw(index)) : "";
    }

    static String unquoted(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                plain.append(raw.charAt(++i));
            } else if (c != '"' && c != '\'') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** A quoted word's text; the word itself when it has no quotes around. */
    Span inner(int index) {
        Span word = words.get(index);
        String raw = raw(index);
        char first = raw.charAt(0);
        boolean quoted = raw.length() > 1 && (first == '"' || first == '\'');
        return quoted && raw.charAt(raw.length() - 1) == first
                ? new Span(word.start() + 1, word.end() - 1)
                : word;
    }

    int indexOf(String word) {
        for (int i = 0; i < words.size(); i++) {
            if (plain(i).equals(word)) {
                return i;
            }
        }
        return -1;
    }

    /** A word that is an assignment as a whole: {@code NAME="value"}. */
    Optional<Assigned> assignment(int index) {
        Span word = words.get(index);
        int equals = word.start();
        while (equals < word.end() && isVariable(text.charAt(equals))) {
            equals++;
        }
        int nameEnd = equals;
        if (equals < word.end() && text.charAt(equals) == '+') {
            equals++;
        }
        boolean digit = Character.isDigit(text.charAt(word.start()));
        if (nameEnd == word.start()
                || digit
                || equals >= word.end()
                || text.charAt(equals) != '=') {
            return Optional.empty();
        }
        Span name = new Span(word.start(), nameEnd);
        Span value = new Span(equals + 1, word.end());
        return Optional.of(new Assigned(of(name), unquoted(of(value)), name, value));
    }

    /** All that looks like an assignment in a word, in lists and behind flags, too. */
    List<Assigned> assignments(int index) {
        return assignments(text, words.get(index));
    }

    static List<Assigned> assignments(String text, Span part) {
        List<Assigned> found = new ArrayList<>();
        int at = part.start();
        while (at < part.end()) {
            if (!isName(text.charAt(at))) {
                at++;
                continue;
            }
            int nameEnd = at;
            while (nameEnd < part.end() && isName(text.charAt(nameEnd))) {
                nameEnd++;
            }
            int value = nameEnd + 1;
            boolean assigns = nameEnd < part.end() && text.charAt(nameEnd) == '=';
            if (!assigns || (value < part.end() && "=~".indexOf(text.charAt(value)) >= 0)) {
                at = nameEnd + 1;
                continue;
            }
            Span name = withoutFlag(text, at, nameEnd);
            Span given = value(text, value, part.end());
            String plain = unquoted(text.substring(given.start(), given.end()));
            found.add(new Assigned(text.substring(name.start(), name.end()), plain, name, given));
            at = Math.max(nameEnd + 1, isSecretAt(name, text) ? given.end() : nameEnd + 1);
        }
        return found;
    }

    private static boolean isSecretAt(Span name, String text) {
        return SettingNames.isSecret(text.substring(name.start(), name.end()));
    }

    /** {@code -Dname} and {@code --name} without what makes them options. */
    private static Span withoutFlag(String text, int from, int to) {
        int at = from;
        boolean flag = text.charAt(at) == '-';
        while (at < to && text.charAt(at) == '-') {
            at++;
        }
        if (flag && at + 1 < to && text.charAt(at) == 'D') {
            at++;
        }
        return new Span(at, to);
    }

    private static Span value(String text, int from, int end) {
        int at = from;
        if (at + 1 < end && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            char quote = text.charAt(at);
            int close = at + 1;
            while (close < end && text.charAt(close) != quote && text.charAt(close) != '\n') {
                close++;
            }
            return new Span(from, Math.min(end, close + 1));
        }
        int depth = 0;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '{' || c == '(') {
                depth++;
            } else if ((c == '}' || c == ')') && depth > 0) {
                depth--;
            } else if (c == '\n' || (depth == 0 && " \t,;&\"'`|})]\\".indexOf(c) >= 0)) {
                break;
            }
            at++;
        }
        return new Span(from, at);
    }

    private String of(Span at) {
        return text.substring(at.start(), at.end());
    }

    private static boolean isVariable(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private static boolean isName(char c) {
        return isVariable(c) || c == '.' || c == '-';
    }
}
