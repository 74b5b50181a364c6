package dev.signet.scanner.result;

import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.tree.Skipped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a run says. Two numbers are never mixed: {@link #strict()} counts everything, {@link
 * #afterExceptions()} what no exception covers.
 *
 * @param findings in the order of paths and places
 * @param skipped what was not scanned as it should have been
 * @param grown entries that the baseline must not have, as sentences; empty when it did not grow
 * @param hasBaseline whether there is a baseline, so that only what is new fails
 */
public record ScanResult(
        List<Judged> findings,
        List<Skipped> skipped,
        Counts counts,
        List<String> grown,
        boolean hasBaseline) {

    public ScanResult {
        findings = List.copyOf(findings);
        skipped = List.copyOf(skipped);
        grown = List.copyOf(grown);
    }

    public int strict() {
        return findings.size();
    }

    public int afterExceptions() {
        return count(one -> !one.isAllowed());
    }

    /** How many have that state. */
    public int count(Status status) {
        return count(one -> one.status() == status);
    }

    private int count(Predicate<Judged> which) {
        return (int) findings.stream().filter(which).count();
    }

    /** Strict counts of the rules that are broken. */
    public Map<Rule, Integer> byRule() {
        return rules(_ -> true);
    }

    /** Counts of the rules that are broken without an exception. */
    public Map<Rule, Integer> byRuleAfterExceptions() {
        return rules(one -> !one.isAllowed());
    }

    private Map<Rule, Integer> rules(Predicate<Judged> which) {
        Map<Rule, Integer> counts = new EnumMap<>(Rule.class);
        findings.stream()
                .filter(which)
                .forEach(one -> counts.merge(one.finding().rule(), 1, Integer::sum));
        return counts;
    }

    /** Strict counts of languages. */
    public Map<String, Integer> byLanguage() {
        Map<String, Integer> counts = new TreeMap<>();
        findings.forEach(one -> counts.merge(one.finding().language(), 1, Integer::sum));
        return counts;
    }

    /** Whether a pipeline must stop here. */
    public boolean fails() {
        return count(Status.NEW) > 0 || !grown.isEmpty();
    }
}
