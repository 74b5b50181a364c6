package dev.signet.scanner.ratchet;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The findings that were there when counting began. It only shrinks: its entries carry a mark that
 * the tool alone sets when the file is created, and they are compared with the file's own history.
 *
 * @param id random, of this baseline
 * @param entries by path, rule and fingerprint
 */
public record Baseline(String id, List<Entry> entries) {

    private static final int MARK_BYTES = 4;

    /**
     * One finding that is known.
     *
     * @param path where it was; it may have been renamed since
     * @param mark what shows that the tool wrote it
     */
    public record Entry(String rule, String path, String fingerprint, String mark) {
        static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::path)
                        .thenComparing(Entry::rule)
                        .thenComparing(Entry::fingerprint);
    }

    public Baseline {
        entries = entries.stream().sorted(Entry.ORDER).toList();
    }

    /** A first one, of everything that no exception covers. */
    public static Baseline first(List<Judged> findings) {
        String id = UUID.randomUUID().toString();
        List<Entry> entries =
                findings.stream()
                        .filter(one -> !one.isAllowed())
                        .map(one -> entry(id, one))
                        .toList();
        return new Baseline(id, entries);
    }

    private static Entry entry(String id, Judged one) {
        Finding finding = one.finding();
        return new Entry(
                finding.rule().id(),
                finding.path(),
                one.fingerprint(),
                mark(id, one.fingerprint()));
    }

    private static String mark(String id, String fingerprint) {
        return Fingerprints.hash(id + "\n" + fingerprint, MARK_BYTES);
    }

    /** What is left of it: the entries that were found again, where they are now. */
    public Baseline shrunkTo(List<Judged> findings) {
        List<Entry> kept = new ArrayList<>();
        Map<String, Integer> ordinals = new LinkedHashMap<>();
        for (Judged one : findings) {
            if (one.status() == Status.BASELINE) {
                String base = Fingerprints.baseOf(one.fingerprint());
                String fingerprint = Fingerprints.of(base, ordinals.merge(base, 1, Integer::sum));
                Finding finding = one.finding();
                kept.add(
                        new Entry(
                                finding.rule().id(),
                                finding.path(),
                                fingerprint,
                                mark(id, fingerprint)));
            }
        }
        return new Baseline(id, kept);
    }

    /** Entries of equal findings. */
    Map<String, List<Entry>> byBase() {
        return entries.stream()
                .collect(
                        Collectors.groupingBy(
                                entry -> Fingerprints.baseOf(entry.fingerprint()),
                                TreeMap::new,
                                Collectors.toList()));
    }

    /** Entries that the tool did not write, or that stand there twice, as sentences. */
    public List<String> forged() {
        List<String> forged = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (!entry.mark().equals(mark(id, entry.fingerprint()))
                    || !seen.add(entry.fingerprint())) {
                forged.add(sentence(entry, "was added by hand"));
            }
        }
        return forged;
    }

    /**
     * Entries that an earlier state does not have, as sentences.
     *
     * @param when how to call that state
     */
    public List<String> grownSince(Baseline earlier, String when) {
        Set<String> before = new TreeSet<>();
        earlier.entries.forEach(entry -> before.add(entry.fingerprint()));
        return entries.stream()
                .filter(entry -> !before.contains(entry.fingerprint()))
                .map(entry -> sentence(entry, "is not in the baseline of " + when))
                .toList();
    }

    private static String sentence(Entry entry, String what) {
        return entry.rule() + " in " + entry.path() + " (" + entry.fingerprint() + ") " + what;
    }

    /** How many entries nothing was found for. */
    public int unused(Collection<Judged> findings) {
        long used = findings.stream().filter(one -> one.status() == Status.BASELINE).count();
        return (int) Math.max(0, entries.size() - used);
    }
}
