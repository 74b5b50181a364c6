package dev.signet.scanner.corpus;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A file written in another way, whose lines still know which line they were. */
record Mutated(List<Line> lines, String lineEnd) {

    /** A line and its number before; 0 for a new one. */
    record Line(String text, int origin) {}

    Mutated {
        lines = List.copyOf(lines);
    }

    static Mutated of(Source source) {
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= source.lineCount(); number++) {
            lines.add(new Line(source.line(number), number));
        }
        return new Mutated(lines, "\n");
    }

    Mutated eachLine(UnaryOperator<String> change) {
        return new Mutated(
                lines.stream().map(l -> new Line(change.apply(l.text()), l.origin())).toList(),
                lineEnd);
    }

    /** Each line becomes several. */
    Mutated spread(Function<Line, List<Line>> change) {
        return new Mutated(
                lines.stream().map(change).flatMap(Collection::stream).toList(), lineEnd);
    }

    Mutated endedBy(String end) {
        return new Mutated(lines, end);
    }

    String text() {
        return String.join(lineEnd, lines.stream().map(Line::text).toList());
    }

    /** The findings, each with the number that its line had before. */
    Set<String> asBefore(List<Finding> findings) {
        Set<String> before = new TreeSet<>();
        for (Finding finding : findings) {
            int origin = lines.get(finding.at().line() - 1).origin();
            before.add(origin + " " + finding.rule().id());
        }
        return before;
    }
}
