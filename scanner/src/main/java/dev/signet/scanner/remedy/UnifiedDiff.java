package dev.signet.scanner.remedy;

import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Edits of one file as a unified diff, which {@code git apply} understands. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;
    private static final String NO_END = "\n\\ No newline at end of file\n";

    private final Source source;
    private final StringBuilder text = new StringBuilder();
    private int shift;

    /** Lines that are replaced: from the first, from 1, up to but not including the second. */
    private record Change(int from, int to, List<String> fresh) {}

    private UnifiedDiff(Source source) {
        this.source = source;
    }

    /** Edits that do not overlap, in any order. */
    static String of(Source source, List<Edit> edits) {
        UnifiedDiff diff = new UnifiedDiff(source);
        String path = source.path();
        diff.text.append("--- a/").append(path).append("\n+++ b/").append(path).append('\n');
        List<Change> changes = diff.changes(edits.stream().sorted(Edit.ORDER).toList());
        int at = 0;
        while (at < changes.size()) {
            int end = at + 1;
            while (end < changes.size()
                    && changes.get(end).from - changes.get(end - 1).to <= 2 * CONTEXT) {
                end++;
            }
            diff.hunk(changes.subList(at, end));
            at = end;
        }
        return diff.text.toString();
    }

    private List<Change> changes(List<Edit> edits) {
        List<Change> changes = new ArrayList<>();
        int at = 0;
        while (at < edits.size()) {
            int from = line(edits.get(at).at().start());
            if (isWholeLines(edits.get(at))) {
                changes.add(new Change(from, from, lines(edits.get(at).text())));
                at++;
                continue;
            }
            int to = line(edits.get(at).at().end()) + 1;
            int end = at + 1;
            while (end < edits.size() && line(edits.get(end).at().start()) < to) {
                to = Math.max(to, line(edits.get(end).at().end()) + 1);
                end++;
            }
            changes.add(new Change(from, to, fresh(from, to, edits.subList(at, end))));
            at = end;
        }
        return changes;
    }

    /** Lines that are put in between others. */
    private boolean isWholeLines(Edit edit) {
        int offset = edit.at().start();
        return edit.at().end() == offset
                && source.span(line(offset)).start() == offset
                && edit.text().endsWith("\n");
    }

    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)", -1)).stream().filter(line -> !line.isEmpty()).toList();
    }

    private int line(int offset) {
        return source.position(offset).line();
    }

    private List<String> fresh(int from, int to, List<Edit> edits) {
        StringBuilder lines = new StringBuilder();
        int offset = source.span(from).start();
        for (Edit edit : edits) {
            lines.append(source.text(new Span(offset, edit.at().start()))).append(edit.text());
            offset = edit.at().end();
        }
        lines.append(source.text(new Span(offset, source.span(to - 1).end())));
        return lines(lines.toString());
    }

    private void hunk(List<Change> changes) {
        int from = Math.max(1, changes.getFirst().from - CONTEXT);
        int to = Math.min(lastLine() + 1, changes.getLast().to + CONTEXT);
        int grown = 0;
        for (Change change : changes) {
            grown += change.fresh.size() - (change.to - change.from);
        }
        text.append(
                "@@ -%d,%d +%d,%d @@%n"
                        .formatted(from, to - from, from + shift, to - from + grown));
        int line = from;
        for (Change change : changes) {
            old(' ', line, change.from);
            old('-', change.from, change.to);
            change.fresh.forEach(fresh -> line('+', fresh));
            line = change.to;
        }
        old(' ', line, to);
        shift += grown;
    }

    /** A file that ends with a line feed has no line behind it. */
    private int lastLine() {
        int last = source.lineCount();
        return source.span(last).start() == source.length() ? last - 1 : last;
    }

    private void old(char sign, int from, int to) {
        for (int line = from; line < to; line++) {
            line(sign, source.text(source.span(line)));
        }
    }

    private void line(char sign, String line) {
        text.append(sign).append(line.endsWith("\n") ? line : line + NO_END);
    }
}
