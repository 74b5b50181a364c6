package dev.signet.scanner.settings;

import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.tree.Glob;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An exception from one rule.
 *
 * @param until the last day on which it holds
 * @param line where it begins in the settings file, from 1
 */
public record AllowEntry(
        Rule rule, Glob path, Optional<String> reason, Optional<LocalDate> until, int line) {

    /** Why it does not hold on that day; empty when it does. */
    public Optional<String> problem(LocalDate today) {
        if (reason.isEmpty()) {
            return Optional.of("has no reason");
        }
        if (until.isEmpty()) {
            return Optional.of("has no end date");
        }
        return until.filter(today::isAfter).map(day -> "ended on " + day);
    }

    boolean covers(Rule broken, String file) {
        return rule == broken && path.matches(file);
    }
}
