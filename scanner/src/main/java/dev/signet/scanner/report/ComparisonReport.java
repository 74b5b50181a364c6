package dev.signet.scanner.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.ratchet.Comparison;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.ScanResult;
import java.io.IOException;
import java.util.List;

/** Writes what came and what went between two trees. */
public final class ComparisonReport {

    private ComparisonReport() {}

    /** For people. */
    public static String text(Comparison comparison) {
        ScanResult first = comparison.first();
        ScanResult second = comparison.second();
        StringBuilder text = new StringBuilder("%-26s %8s %8s%n".formatted("strict", "A", "B"));
        for (Rule rule : comparison.rules()) {
            row(rule.id(), count(first, rule), count(second, rule), text);
        }
        row("strict", first.strict(), second.strict(), text);
        row("after allowed exceptions", first.afterExceptions(), second.afterExceptions(), text);
        list("came", comparison.came(), text);
        list("went", comparison.went(), text);
        return text.toString();
    }

    private static void row(String name, int first, int second, StringBuilder text) {
        text.append("%-26s %8d %8d%n".formatted(name, first, second));
    }

    private static int count(ScanResult result, Rule rule) {
        return result.byRule().getOrDefault(rule, 0);
    }

    private static void list(String name, List<Judged> findings, StringBuilder text) {
        text.append('\n').append(name).append(": ").append(findings.size()).append('\n');
        for (Judged one : findings) {
            text.append("  ").append(one.finding().rule().id()).append("  ");
            text.append(Lines.harmless(one.finding().path())).append(':');
            text.append(one.finding().at().line());
            text.append(one.isAllowed() ? "  [allowed]\n" : "\n");
        }
    }

    /** For programs. */
    public static String json(Comparison comparison) {
        return Json.text(out -> {
            out.writeStartObject();
            summary("a", comparison.first(), out);
            summary("b", comparison.second(), out);
            list("came", comparison.came(), out);
            list("went", comparison.went(), out);
            out.writeEndObject();
        });
    }

    private static void summary(String name, ScanResult result, JsonGenerator out)
            throws IOException {
        out.writeObjectFieldStart(name);
        JsonReport.summary(result, out);
        out.writeEndObject();
    }

    private static void list(String name, List<Judged> findings, JsonGenerator out)
            throws IOException {
        out.writeArrayFieldStart(name);
        for (Judged one : findings) {
            JsonReport.finding(one, out);
        }
        out.writeEndArray();
    }
}
