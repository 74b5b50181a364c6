package dev.signet.scanner.structure;

import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a Dockerfile puts into the image and into its builds. */
final class DockerfileRules {

    private final Subject subject;
    private final String text;
    private boolean heredocsLeft = true;

    DockerfileRules(Subject subject) {
        this.subject = subject;
        this.text = subject.text;
    }

    void report(Span part) {
        int at = part.start();
        while (at < part.end()) {
            int end = instructionEnd(at, part.end());
            instruction(at, end);
            at = end + 1;
        }
    }

    /** The end of a line and of the lines that go on with it; of a heredoc, the whole of it. */
    private int instructionEnd(int from, int to) {
        int end = lineEnd(from, to);
        int line = from;
        while (end < to && (goesOn(line, end) || (line > from && isComment(line, end)))) {
            line = end + 1;
            end = lineEnd(line, to);
        }
        int mark = heredocsLeft ? text.substring(from, end).indexOf("<<") : -1;
        return mark >= 0 && Character.isLetter(letter(from + mark + 2, end))
                ? heredocEnd(from + mark + 2, end, to)
                : end;
    }

    private char letter(int at, int end) {
        int i = at;
        while (i < end && "-\"'".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < end ? text.charAt(i) : ' ';
    }

    private int heredocEnd(int mark, int lineEnd, int to) {
        int start = mark;
        while (start < lineEnd && !Character.isLetter(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < lineEnd
                && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        String delimiter = text.substring(start, end);
        int line = lineEnd + 1;
        while (line < to) {
            int next = lineEnd(line, to);
            if (text.substring(line, next).strip().equals(delimiter)) {
                return next;
            }
            line = next + 1;
        }
        heredocsLeft = false;
        return lineEnd;
    }

    private int lineEnd(int from, int to) {
        int end = text.indexOf('\n', from);
        return end < 0 || end > to ? to : end;
    }

    private boolean goesOn(int from, int end) {
        int last = end - 1;
        while (last >= from && text.charAt(last) <= ' ') {
            last--;
        }
        return last >= from
                && (text.charAt(last) == '\\' || text.charAt(last) == '`')
                && !isComment(from, end);
    }

    private boolean isComment(int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        return at < end && text.charAt(at) == '#';
    }

    private void instruction(int from, int end) {
        int start = from;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        int wordEnd = start;
        while (wordEnd < end && Character.isLetter(text.charAt(wordEnd))) {
            wordEnd++;
        }
        Span rest = new Span(wordEnd, end);
        switch (text.substring(start, wordEnd).toUpperCase(Locale.ROOT)) {
            case "ENV", "ARG" -> variables(rest);
            case "RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK" -> run(rest);
            case "ONBUILD" -> instruction(wordEnd, end);
            default -> {}
        }
    }

    private void run(Span rest) {
        String script = subject.of(rest);
        int id = script.contains("type=secret") ? script.indexOf("id=") : -1;
        if (id >= 0) {
            int end = id + 3;
            while (end < script.length()
                    && (Character.isLetterOrDigit(script.charAt(end))
                            || "_-".indexOf(script.charAt(end)) >= 0)) {
                end++;
            }
            Span at = new Span(rest.start() + id + 3, rest.start() + end);
            if (SettingNames.isSecret(subject.of(at))) {
                subject.named(subject.of(at), at);
                subject.read(at);
            }
        }
        new ShellRules(subject).report(rest);
    }

    /** {@code ENV A=b C=d}, {@code ENV A b}, {@code ARG A}. */
    private void variables(Span rest) {
        ShellWords words = new ShellWords(text, Words.in(text, rest));
        for (int i = 0; i < words.size(); i++) {
            Optional<ShellWords.Assigned> assigned = words.assignment(i);
            Span at = words.words().get(i);
            if (assigned.isPresent()) {
                variable(assigned.get());
            } else if (i == 0 && words.size() > 1) {
                Span value = new Span(words.words().get(1).start(), words.words().getLast().end());
                variable(new ShellWords.Assigned(words.plain(0), subject.of(value), at, value));
                return;
            } else if (i == 0) {
                variable(new ShellWords.Assigned(words.plain(0), "", at, at));
            }
        }
    }

    private void variable(ShellWords.Assigned assigned) {
        subject.named(assigned.name(), assigned.nameAt());
        if (SettingNames.isSecret(assigned.name())) {
            subject.given(assigned.name(), assigned.value(), assigned.nameAt(), assigned.valueAt());
        } else {
            for (References.Reference reference : References.in(assigned.value())) {
                for (String secret : reference.secrets()) {
                    subject.named(secret, assigned.valueAt());
                    subject.read(assigned.valueAt());
                }
            }
        }
    }

    /** Splits at blanks outside of quotes. */
    private static final class Words {

        static List<Span> in(String text, Span part) {
            List<Span> words = new ArrayList<>();
            int at = part.start();
            while (at < part.end()) {
                if (isBlank(text, at)) {
                    at++;
                    continue;
                }
                int start = at;
                char quote = 0;
                while (at < part.end() && (quote != 0 || !isBlank(text, at))) {
                    char c = text.charAt(at);
                    if (c == '\\') {
                        at++;
                    } else if (quote == 0 && (c == '"' || c == '\'')) {
                        quote = c;
                    } else if (c == quote) {
                        quote = 0;
                    }
                    at++;
                }
                at = Math.min(at, part.end());
                words.add(new Span(start, at));
            }
            return words;
        }

        private static boolean isBlank(String text, int at) {
            return text.charAt(at) <= ' '
                    || (text.charAt(at) == '\\'
                            && at + 1 < text.length()
                            && text.charAt(at + 1) <= ' ');
        }
    }
}
