package dev.signet.scanner.shell;

import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a script into commands, also those inside of {@code $(…)}. Never fails: a quote without an
 * end is a character.
 */
public final class ShellReader {

    private static final int NESTED_MAX = 6;
    private static final Set<String> KEYWORDS =
            Set.of(
                    "if", "then", "else", "elif", "do", "while", "until", "!", "{", "}", "time",
                    "fi", "done", "esac");

    private final String text;
    private final List<Command> commands = new ArrayList<>();

    /** Where the end of something was looked for in vain. */
    private final Map<Character, Span> unclosed = new LinkedHashMap<>();

    private int pipelines;

    private ShellReader(String text) {
        this.text = text;
    }

    /**
     * The commands of a part of a file, inner ones after the one they stand in.
     *
     * @param text with one byte per character
     */
    public static List<Command> read(String text, Span part) {
        ShellReader reader = new ShellReader(text);
        reader.read(part, 0);
        return reader.commands;
    }

    private void read(Span part, int depth) {
        new Script(part, depth).read();
    }

    /** Behind the end of a quoted or bracketed piece that begins here; the next character else. */
    private int behindPiece(int at, int end) {
        char c = text.charAt(at);
        if (c == '\\') {
            return Math.min(at + 2, end);
        }
        if (text.startsWith("${{", at)) {
            return behindMark(at, "}}", end);
        }
        if (text.startsWith("{{", at)) {
            return behindMark(at, "}}", end);
        }
        if (c == '\'' || c == '`') {
            return behindMark(at, String.valueOf(c), end);
        }
        if (c == '"') {
            return behindDouble(at, end);
        }
        if (text.startsWith("$(", at) || text.startsWith("${", at)) {
            return behindBracket(at + 1, end);
        }
        return at + 1;
    }

    private int behindMark(int at, String mark, int end) {
        if (isUnclosed(mark.charAt(0), at, end)) {
            return at + 1;
        }
        for (int i = at + mark.length(); i + mark.length() <= end; i++) {
            if (text.startsWith(mark, i)) {
                return i + mark.length();
            }
        }
        return unclosed(mark.charAt(0), at, end);
    }

    private boolean isUnclosed(char mark, int at, int end) {
        Span looked = unclosed.get(mark);
        return looked != null && looked.start() <= at && end <= looked.end();
    }

    private int unclosed(char mark, int at, int end) {
        unclosed.put(mark, new Span(at, Math.max(at, end)));
        return at + 1;
    }

    private int behindDouble(int at, int end) {
        if (isUnclosed('"', at, end)) {
            return at + 1;
        }
        int i = at + 1;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\') {
                i += 2;
            } else if (text.startsWith("$(", i)) {
                i = behindBracket(i + 1, end);
            } else {
                i++;
            }
        }
        return unclosed('"', at, end);
    }

    /** Quotes inside of the brackets are looked at one by one. */
    private int behindBracket(int at, int end) {
        char open = text.charAt(at);
        char close = open == '(' ? ')' : '}';
        if (isUnclosed(open, at, end)) {
            return at + 1;
        }
        int depth = 0;
        int i = at;
        while (i < end) {
            char c = text.charAt(i);
            if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i + 1;
            } else if (c == '\\') {
                i++;
            } else if (c == '\'' && open == '(') {
                i = behindMark(i, "'", end) - 1;
            }
            i++;
        }
        return unclosed(open, at, end);
    }

    /** A part that is being read. */
    private final class Script {

        private final int end;
        private final int depth;
        private int at;
        private List<Span> words = new ArrayList<>();
        private Optional<Span> target = Optional.empty();
        private final List<Waiting> waiting = new ArrayList<>();

        /** A heredoc whose text begins on the next line, of the command with that index. */
        private record Waiting(String delimiter, boolean expanded, int command) {}

        Script(Span part, int depth) {
            this.at = part.start();
            this.end = part.end();
            this.depth = depth;
        }

        void read() {
            pipelines++;
            while (at < end) {
                step();
            }
            endCommand();
        }

        private void step() {
            char c = text.charAt(at);
            if (c == '\n') {
                endCommand();
                pipelines++;
                at++;
                heredocs();
            } else if (c <= ' ') {
                at++;
            } else if (c == '\\' && at + 1 < end && isLineEnd(at + 1)) {
                at = Math.min(end, text.indexOf('\n', at) + 1);
            } else if (c == '#') {
                int lineEnd = text.indexOf('\n', at);
                at = lineEnd < 0 || lineEnd > end ? end : lineEnd;
            } else if (c == '|' || c == ';' || c == '&' || c == '(' || c == ')') {
                separator(c);
            } else if (isRedirect()) {
                redirect();
            } else {
                word();
            }
        }

        private boolean isLineEnd(int i) {
            return text.charAt(i) == '\n' || text.startsWith("\r\n", i);
        }

        private void separator(char c) {
            boolean pipe = c == '|' && !text.startsWith("||", at);
            if (c == '&' && text.startsWith("&>", at)) {
                at++;
                return;
            }
            endCommand();
            if (!pipe) {
                pipelines++;
            }
            at++;
        }

        private boolean isRedirect() {
            char c = text.charAt(at);
            return c == '<' || c == '>';
        }

        private void redirect() {
            boolean out = text.charAt(at) == '>';
            boolean here = text.startsWith("<<", at) && !text.startsWith("<<<", at);
            while (at < end && "<>&|-".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (at >= end || text.charAt(at) == '\n' || text.charAt(at) == '(') {
                return;
            }
            Span word = nextWord();
            if (here) {
                String raw = text.substring(word.start(), word.end());
                String delimiter = raw.replace("'", "").replace("\"", "").replace("\\", "");
                waiting.add(new Waiting(delimiter, delimiter.equals(raw), commands.size()));
            } else if (out) {
                target = Optional.of(word);
            } else {
                words.add(word);
            }
        }

        private void word() {
            Span word = nextWord();
            String plain = text.substring(word.start(), word.end());
            if (words.isEmpty() && KEYWORDS.contains(plain)) {
                return;
            }
            words.add(word);
        }

        private Span nextWord() {
            int start = at;
            while (at < end && !endsWord(text.charAt(at))) {
                at = Math.min(end, behindPiece(at, end));
            }
            if (at == start) {
                at++;
            }
            return new Span(start, at);
        }

        private boolean endsWord(char c) {
            return c <= ' ' || "|;&()<>".indexOf(c) >= 0;
        }

        private void endCommand() {
            if (!words.isEmpty() || target.isPresent()) {
                commands.add(new Command(words, pipelines, target, List.of()));
                if (depth < NESTED_MAX) {
                    words.forEach(this::inner);
                }
            } else if (waiting.stream().anyMatch(here -> here.command == commands.size())) {
                commands.add(new Command(List.of(), pipelines, target, List.of()));
            }
            words = new ArrayList<>();
            target = Optional.empty();
        }

        /** Commands in {@code $(…)} and between backticks. */
        private void inner(Span word) {
            int i = word.start();
            while (i < word.end()) {
                char c = text.charAt(i);
                if (c == '\\') {
                    i += 2;
                } else if (c == '\'' && !isInDouble(word)) {
                    i = behindMark(i, "'", word.end());
                } else if (text.startsWith("$(", i) || c == '`') {
                    int open = c == '`' ? i : i + 1;
                    int behind =
                            c == '`'
                                    ? behindMark(i, "`", word.end())
                                    : behindBracket(open, word.end());
                    if (behind > open + 2) {
                        ShellReader.this.read(new Span(open + 1, behind - 1), depth + 1);
                    }
                    i = Math.max(behind, i + 1);
                } else {
                    i++;
                }
            }
        }

        private boolean isInDouble(Span word) {
            return text.charAt(word.start()) == '"';
        }

        private void heredocs() {
            for (Waiting here : waiting) {
                Span body = body(here.delimiter);
                if (here.command < commands.size()) {
                    Command command = commands.get(here.command);
                    List<Command.Heredoc> all = new ArrayList<>(command.heredocs());
                    all.add(new Command.Heredoc(body, here.expanded));
                    commands.set(
                            here.command,
                            new Command(
                                    command.words(), command.pipeline(), command.target(), all));
                }
            }
            waiting.clear();
        }

        private Span body(String delimiter) {
            int start = Math.min(at, end);
            int line = start;
            while (line < end) {
                int next = text.indexOf('\n', line);
                int lineEnd = next < 0 || next > end ? end : next;
                if (text.substring(line, lineEnd).strip().equals(delimiter)) {
                    at = Math.min(end, lineEnd + 1);
                    return new Span(start, line);
                }
                line = lineEnd + 1;
            }
            at = end;
            return new Span(start, Math.max(start, end));
        }
    }
}
