package dev.signet.scanner.ratchet;

import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.settings.AllowEntry;
import dev.signet.scanner.settings.ScanSettings;
import dev.signet.scanner.source.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Exceptions that do not hold are findings themselves. */
public final class AllowFindings {

    private AllowFindings() {}

    /** What is wrong with the exceptions on that day. */
    public static List<Finding> of(ScanSettings settings, LocalDate today) {
        return settings.allow().stream()
                .map(entry -> finding(settings, entry, today))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> finding(
            ScanSettings settings, AllowEntry entry, LocalDate today) {
        return entry.problem(today)
                .map(problem ->
                        new Finding(
                                Rule.ALLOW_ENTRY,
                                Confidence.HIGH,
                                settings.file(),
                                new Position(entry.line(), 1),
                                "yaml",
                                "the exception of "
                                        + entry.rule().id()
                                        + " for "
                                        + entry.path()
                                        + " "
                                        + problem
                                        + " and allows nothing",
                                entry.rule().id() + "|" + entry.path()));
    }
}
