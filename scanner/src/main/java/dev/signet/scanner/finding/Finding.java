package dev.signet.scanner.finding;

import dev.signet.scanner.source.Position;
import java.util.Comparator;

/**
 * One place that breaks one rule.
 *
 * @param path relative to the scanned root, separated by {@code /}
 * @param language as {@code Language.id()} writes it
 * @param message what is wrong here, one sentence
 * @param context the function around it and the text of its line without white space: what the
 *     fingerprint is made of
 */
public record Finding(
        Rule rule,
        Confidence confidence,
        String path,
        Position at,
        String language,
        String message,
        String context) {

    /** By path, then place, then rule. */
    public static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::path)
                    .thenComparing(Finding::at)
                    .thenComparing(Finding::rule);
}
