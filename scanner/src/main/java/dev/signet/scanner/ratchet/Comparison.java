package dev.signet.scanner.ratchet;

import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.ScanResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two trees measured with the same measure.
 *
 * @param came what only the second has
 * @param went what only the first has
 */
public record Comparison(
        ScanResult first, ScanResult second, List<Judged> came, List<Judged> went) {

    /** By fingerprints, so that moved lines and renamed files are no difference. */
    public static Comparison of(ScanResult first, ScanResult second) {
        return new Comparison(first, second, only(second, first), only(first, second));
    }

    private static List<Judged> only(ScanResult one, ScanResult other) {
        Set<String> known =
                new TreeSet<>(other.findings().stream().map(Judged::fingerprint).toList());
        return one.findings().stream()
                .filter(finding -> !known.contains(finding.fingerprint()))
                .toList();
    }

    /** Rules that are broken in either. */
    public Set<Rule> rules() {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        rules.addAll(first.byRule().keySet());
        rules.addAll(second.byRule().keySet());
        return rules;
    }

    /** Whether something came that no exception covers. */
    public boolean fails() {
        return came.stream().anyMatch(one -> !one.isAllowed());
    }
}
