package dev.signet.scanner.report;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.remedy.Advice;
import dev.signet.scanner.result.Counts;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.ScanResult;
import dev.signet.scanner.result.Status;
import dev.signet.scanner.tree.Skipped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** For people: by rule, then by file, with the line, the reason, and what to write instead. */
final class TextReport {

    private static final int SKIPPED_SHOWN = 20;

    private final ScanResult result;
    private final Lines lines;
    private final StringBuilder text = new StringBuilder();

    TextReport(ScanResult result, Lines lines) {
        this.result = result;
        this.lines = lines;
    }

    String write() {
        Map<Rule, Map<String, List<Judged>>> grouped = new TreeMap<>();
        for (Judged one : result.findings()) {
            Finding finding = one.finding();
            grouped.computeIfAbsent(finding.rule(), _ -> new TreeMap<>())
                    .computeIfAbsent(finding.path(), _ -> new ArrayList<>())
                    .add(one);
        }
        grouped.forEach(this::rule);
        grown();
        skipped();
        text.append(summary(result));
        return text.toString();
    }

    private void rule(Rule rule, Map<String, List<Judged>> files) {
        int count = files.values().stream().mapToInt(List::size).sum();
        line(0, rule.id() + ": " + count + " – code that " + rule.says());
        Set<String> languages = new LinkedHashSet<>();
        files.forEach((path, findings) -> {
            String owner = findings.getFirst().owner().map(name -> "  (" + name + ")").orElse("");
            line(2, Lines.harmless(path + owner));
            findings.forEach(this::finding);
            findings.forEach(one -> languages.add(one.finding().language()));
        });
        line(2, "why: " + Advice.why(rule));
        Set<String> cures = new LinkedHashSet<>();
        languages.forEach(language -> cures.add(Advice.instead(rule, language)));
        cures.forEach(cure -> line(2, "instead: " + cure));
        text.append('\n');
    }

    private void finding(Judged one) {
        Finding finding = one.finding();
        String place = finding.at().line() + ":" + finding.at().column();
        line(4, "%-8s %s%s".formatted(place, Lines.harmless(finding.message()), state(one)));
        lines.of(finding)
                .ifPresent(shown -> {
                    String number = String.valueOf(finding.at().line());
                    line(6, number + " | " + shown.text());
                    line(6, " ".repeat(number.length() + 3 + shown.caret()) + "^");
                });
    }

    private static String state(Judged one) {
        return switch (one.status()) {
            case NEW -> "";
            case BASELINE -> "  [known]";
            case ALLOWED -> "  [allowed: " + Lines.harmless(one.allowedBy().orElse("")) + "]";
        };
    }

    private void grown() {
        if (!result.grown().isEmpty()) {
            line(0, "the baseline grew; it may only shrink:");
            result.grown().forEach(entry -> line(2, Lines.harmless(entry)));
            text.append('\n');
        }
    }

    private void skipped() {
        List<Skipped> all = result.skipped();
        if (all.isEmpty()) {
            return;
        }
        line(0, "not scanned as it should be: " + all.size());
        for (Skipped one : all.subList(0, Math.min(all.size(), SKIPPED_SHOWN))) {
            line(2, Lines.harmless(one.path() + ": " + one.reason()));
        }
        if (all.size() > SKIPPED_SHOWN) {
            line(2, "… and " + (all.size() - SKIPPED_SHOWN) + " more; --format json names all");
        }
        text.append('\n');
    }

    private void line(int indent, String line) {
        text.append(" ".repeat(indent)).append(line).append('\n');
    }

    /** The two numbers, and what was met. */
    static String summary(ScanResult result) {
        Counts counts = result.counts();
        String state =
                result.hasBaseline()
                        ? " ("
                                + result.count(Status.NEW)
                                + " new, "
                                + result.count(Status.BASELINE)
                                + " known)"
                        : "";
        return "strict: "
                + result.strict()
                + "\n"
                + "after allowed exceptions: "
                + result.afterExceptions()
                + state
                + "\n"
                + counts.files()
                + " files, "
                + counts.understood()
                + " of known kinds, "
                + counts.candidates()
                + " candidates, "
                + counts.cached()
                + " from the cache; "
                + counts.tests()
                + " tests and "
                + counts.generated()
                + " generated files not scanned, "
                + counts.excluded()
                + " excluded, "
                + counts.authority()
                + " of the authority\n";
    }
}
