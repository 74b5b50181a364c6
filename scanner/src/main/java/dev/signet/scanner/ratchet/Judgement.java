package dev.signet.scanner.ratchet;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.Status;
import dev.signet.scanner.settings.AllowEntry;
import dev.signet.scanner.settings.ScanSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says of each finding where it stands, and gives it its fingerprint. */
public final class Judgement {

    private final ScanSettings settings;
    private final LocalDate today;
    private final Map<String, List<Baseline.Entry>> known;
    private final Function<String, Optional<String>> owners;
    private Predicate<String> unseen = _ -> false;

    /**
     * @param owners whom a path belongs to
     */
    public Judgement(
            ScanSettings settings,
            LocalDate today,
            Optional<Baseline> baseline,
            Function<String, Optional<String>> owners) {
        this.settings = settings;
        this.today = today;
        this.known = baseline.map(Baseline::byBase).orElse(Map.of());
        this.owners = owners;
    }

    /**
     * Keeps what the baseline has in these files for them: they were not looked at in this run, and
     * are as they were.
     */
    public Judgement notLookingAt(Predicate<String> paths) {
        unseen = paths;
        return this;
    }

    /** In the order in which they were given. */
    public List<Judged> of(List<Finding> findings) {
        Map<String, List<Judged>> equal = new TreeMap<>();
        for (Finding finding : findings) {
            equal.computeIfAbsent(Fingerprints.base(finding), _ -> new ArrayList<>())
                    .add(allowed(finding));
        }
        Map<Finding, Judged> judged = new LinkedHashMap<>();
        equal.forEach((base, some) -> number(base, some, judged));
        List<Judged> all = new ArrayList<>();
        findings.forEach(finding -> all.add(judged.getOrDefault(finding, allowed(finding))));
        return all;
    }

    private Judged allowed(Finding finding) {
        Optional<String> reason =
                settings.allowing(finding.rule(), finding.path(), today)
                        .flatMap(AllowEntry::reason);
        return new Judged(
                finding,
                "",
                reason.isPresent() ? Status.ALLOWED : Status.NEW,
                reason,
                owners.apply(finding.path()));
    }

    /** What is where the baseline knows it comes first, what is allowed last. */
    private void number(String base, List<Judged> equal, Map<Finding, Judged> judged) {
        List<Baseline.Entry> entries = known.getOrDefault(base, List.of());
        Set<String> paths = new TreeSet<>(entries.stream().map(Baseline.Entry::path).toList());
        List<Judged> sorted = new ArrayList<>(equal);
        sorted.sort(
                Comparator.comparing(Judged::isAllowed)
                        .thenComparing(one -> !paths.contains(one.finding().path()))
                        .thenComparing(Judged::finding, Finding.ORDER));
        long left = entries.stream().filter(entry -> !unseen.test(entry.path())).count();
        int ordinal = 0;
        for (Judged one : sorted) {
            ordinal++;
            Status status =
                    one.status() == Status.NEW && left-- > 0 ? Status.BASELINE : one.status();
            judged.put(
                    one.finding(),
                    new Judged(
                            one.finding(),
                            Fingerprints.of(base, ordinal),
                            status,
                            one.allowedBy(),
                            one.owner()));
        }
    }
}
