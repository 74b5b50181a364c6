package dev.signet.scanner.report;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.remedy.Advice;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.ScanResult;
import dev.signet.scanner.result.Status;
import java.util.List;
import java.util.Map;

/** A comment for a pull request: what is new first, the rest as counts. */
final class MarkdownReport {

    private static final int ROWS_MAX = 100;

    private MarkdownReport() {}

    static String write(ScanResult result) {
        StringBuilder text = new StringBuilder("## signet scan\n\n");
        text.append("| | findings |\n|---|---:|\n");
        text.append("| strict | ").append(result.strict()).append(" |\n");
        text.append("| after allowed exceptions | ");
        text.append(result.afterExceptions()).append(" |\n");
        if (result.hasBaseline()) {
            text.append("| of these new | ").append(result.count(Status.NEW)).append(" |\n");
        }
        text.append('\n');
        List<Judged> fresh = result.findings().stream().filter(Judged::isNew).toList();
        if (fresh.isEmpty()) {
            text.append("Nobody new handles tokens outside the authority.\n");
        } else {
            rows(fresh, text);
        }
        grown(result, text);
        byRule(result, text);
        if (!result.skipped().isEmpty()) {
            text.append("\n").append(result.skipped().size());
            text.append(" files were not scanned as they should be.\n");
        }
        return text.toString();
    }

    private static void rows(List<Judged> fresh, StringBuilder text) {
        text.append("| rule | place | what | owner |\n|---|---|---|---|\n");
        for (Judged one : fresh.subList(0, Math.min(fresh.size(), ROWS_MAX))) {
            Finding finding = one.finding();
            text.append("| ").append(finding.rule().id());
            text.append(" | ").append(code(finding.path() + ":" + finding.at().line()));
            text.append(" | ").append(plain(finding.message()));
            text.append(" | ").append(plain(one.owner().orElse(""))).append(" |\n");
        }
        if (fresh.size() > ROWS_MAX) {
            text.append("\n… and ").append(fresh.size() - ROWS_MAX).append(" more.\n");
        }
        text.append("\n<details><summary>What to write instead</summary>\n\n");
        fresh.stream()
                .map(one -> advice(one.finding().rule(), one.finding().language()))
                .distinct()
                .forEach(text::append);
        text.append("\n</details>\n");
    }

    private static String advice(Rule rule, String language) {
        return "- **"
                + rule.id()
                + "** ("
                + language
                + "): "
                + plain(Advice.instead(rule, language))
                + "\n";
    }

    private static void grown(ScanResult result, StringBuilder text) {
        if (!result.grown().isEmpty()) {
            text.append("\n**The baseline grew; it may only shrink:**\n\n");
            result.grown().forEach(one -> text.append("- ").append(plain(one)).append('\n'));
        }
    }

    private static void byRule(ScanResult result, StringBuilder text) {
        if (result.strict() == 0) {
            return;
        }
        text.append("\n| rule | strict | after allowed exceptions |\n|---|---:|---:|\n");
        Map<Rule, Integer> rest = result.byRuleAfterExceptions();
        result.byRule()
                .forEach((rule, count) -> {
                    text.append("| ").append(rule.id()).append(" | ").append(count);
                    text.append(" | ").append(rest.getOrDefault(rule, 0)).append(" |\n");
                });
    }

    /** Text that is no markup, and calls nobody. */
    private static String plain(String text) {
        String escaped = Lines.harmless(text).replace("&", "&amp;").replace("<", "&lt;");
        return escaped.replaceAll("([\\\\`*_{}\\[\\]()#+!|~])", "\\\\$1");
    }

    private static String code(String text) {
        return "`" + Lines.harmless(text).replace("`", "'").replace("|", "\\|") + "`";
    }
}
