package dev.signet.scanner.gate;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.ratchet.AllowFindings;
import dev.signet.scanner.ratchet.Baseline;
import dev.signet.scanner.ratchet.BaselineFile;
import dev.signet.scanner.ratchet.Git;
import dev.signet.scanner.ratchet.Growth;
import dev.signet.scanner.ratchet.Judgement;
import dev.signet.scanner.report.Owners;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.ScanResult;
import dev.signet.scanner.run.Progress;
import dev.signet.scanner.run.ScanRequest;
import dev.signet.scanner.run.Scanned;
import dev.signet.scanner.run.TreeScan;
import dev.signet.scanner.settings.ScanSettings;
import dev.signet.scanner.settings.SettingsException;
import dev.signet.scanner.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Scans a tree, judges what was found, and holds it against the baseline. */
public final class Gate {

    private final Clock clock;
    private final Progress progress;

    /**
     * @param clock tells which exceptions have ended
     */
    public Gate(Clock clock, Progress progress) {
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Everything there is to say; also shrinks the baseline when that is asked for.
     *
     * @throws SettingsException when the question, the settings or the baseline cannot be meant
     */
    public Answer ask(Question question, Ratchet ratchet) throws IOException, InterruptedException {
        if (ratchet.update() && question.since().isPresent()) {
            throw new SettingsException(
                    "a baseline is updated by a scan of everything, not of"
                            + " what changed: leave --since out");
        }
        ScanSettings settings = settings(question);
        Optional<Baseline> baseline = baseline(ratchet);
        List<String> grown = grown(question, ratchet, baseline);
        Optional<Set<String>> only =
                question.since().map(revision -> changed(question.root(), revision));
        Scanned scanned =
                TreeScan.scan(
                        new ScanRequest(
                                question.root(),
                                question.paths(),
                                settings,
                                question.includeTests(),
                                question.cache(),
                                only),
                        progress);
        Judging judging = new Judging(question, settings, scanned, only);
        List<String> remarks = new ArrayList<>(scanned.remarks());
        Optional<Baseline> after = updated(judging, ratchet, baseline, grown, remarks);
        List<Judged> judged = judging.with(after);
        ScanResult result =
                new ScanResult(
                        judged, scanned.skipped(), scanned.counts(), grown, after.isPresent());
        after.filter(_ -> only.isEmpty()).ifPresent(one -> stale(one, judged, remarks));
        return new Answer(result, scanned.missing(), remarks);
    }

    /** The findings of one run, which can be judged against several baselines. */
    private final class Judging {
        private final Question question;
        private final ScanSettings settings;
        private final Optional<Set<String>> only;
        private final List<Finding> findings;

        Judging(
                Question question,
                ScanSettings settings,
                Scanned scanned,
                Optional<Set<String>> only) {
            this.question = question;
            this.settings = settings;
            this.only = only;
            this.findings = new ArrayList<>(scanned.findings());
            findings.addAll(AllowFindings.of(settings, today()));
            findings.sort(Finding.ORDER);
        }

        List<Judged> with(Optional<Baseline> baseline) {
            Owners owners = Owners.of(question.root());
            Judgement judgement = new Judgement(settings, today(), baseline, owners::of);
            only.ifPresent(changed ->
                    judgement.notLookingAt(path ->
                            !changed.contains(path)
                                    && Files.exists(question.root().resolve(path))));
            return judgement.of(findings);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static ScanSettings settings(Question question) {
        if (question.config().isPresent()) {
            Path file = question.config().get();
            return SettingsReader.read(file, relative(question.root(), file));
        }
        Path file = question.root().resolve(ScanSettings.FILE_NAME);
        return Files.exists(file)
                ? SettingsReader.read(file, ScanSettings.FILE_NAME)
                : ScanSettings.none();
    }

    private static String relative(Path root, Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return (whole.startsWith(root) ? root.relativize(whole) : file)
                .toString()
                .replace('\\', '/');
    }

    private static Optional<Baseline> baseline(Ratchet ratchet) {
        Optional<Baseline> baseline = ratchet.baseline().flatMap(BaselineFile::read);
        if (ratchet.baseline().isPresent() && baseline.isEmpty() && !ratchet.update()) {
            throw new SettingsException(
                    "there is no baseline "
                            + ratchet.baseline().get()
                            + "; create it once with --update-baseline");
        }
        return baseline;
    }

    private static List<String> grown(
            Question question, Ratchet ratchet, Optional<Baseline> baseline) {
        if (ratchet.baseline().isEmpty() || baseline.isEmpty()) {
            return List.of();
        }
        Optional<String> base = ratchet.base().or(question::since);
        return new Growth(ratchet.baseline().get()).of(baseline.get(), base);
    }

    private static Set<String> changed(Path root, String revision) {
        Set<String> changed = new TreeSet<>();
        try {
            Path real = root.toRealPath();
            for (Path path : new Git(real).changedSince(revision)) {
                if (path.startsWith(real)) {
                    changed.add(real.relativize(path).toString().replace('\\', '/'));
                }
            }
        } catch (IOException e) {
            throw new SettingsException("there is no folder " + root);
        }
        return changed;
    }

    private static Optional<Baseline> updated(
            Judging judging,
            Ratchet ratchet,
            Optional<Baseline> baseline,
            List<String> grown,
            List<String> remarks)
            throws IOException {
        if (!ratchet.update() || ratchet.baseline().isEmpty() || !grown.isEmpty()) {
            return baseline;
        }
        Path file = ratchet.baseline().get();
        if (baseline.isEmpty() && new Growth(file).wasThere()) {
            throw new SettingsException(
                    file
                            + " was there in an earlier commit: a baseline is created once."
                            + " Restore it, or begin another file");
        }
        Baseline fresh =
                baseline.isPresent()
                        ? baseline.get().shrunkTo(judging.with(baseline))
                        : Baseline.first(judging.with(Optional.empty()));
        int before = baseline.map(one -> one.entries().size()).orElse(0);
        if (baseline.isEmpty() || !fresh.equals(baseline.get())) {
            BaselineFile.write(fresh, file);
        }
        remarks.add(
                baseline.isPresent()
                        ? file
                                + " went from "
                                + before
                                + " to "
                                + fresh.entries().size()
                                + " entries"
                        : file + " was created with " + fresh.entries().size() + " entries");
        return Optional.of(fresh);
    }

    private static void stale(Baseline baseline, List<Judged> judged, List<String> remarks) {
        int unused = baseline.unused(judged);
        if (unused > 0) {
            remarks.add(
                    unused
                            + " entries of the baseline are cured; take them out with"
                            + " --update-baseline");
        }
    }
}
