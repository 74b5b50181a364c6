package dev.signet.scanner.detect;

import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.source.Position;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the findings of one file: at most one per rule and line. Used by one thread. */
public final class Report {

    private final Source source;
    private final String language;
    private final Map<Key, Finding> findings = new LinkedHashMap<>();

    private record Key(Rule rule, int line) {}

    /**
     * @param language as reports write it
     */
    public Report(Source source, String language) {
        this.source = source;
        this.language = language;
    }

    public Source source() {
        return source;
    }

    /** Notes what was found; on a line that has one of that rule the surer one stays. */
    public void add(Rule rule, Confidence confidence, Span at, String message) {
        Finding known = findings.get(new Key(rule, source.lineOf(at.start())));
        if (known != null && known.confidence().compareTo(confidence) <= 0) {
            return;
        }
        Position position = source.position(at.start());
        Finding finding =
                new Finding(
                        rule,
                        confidence,
                        source.path(),
                        position,
                        language,
                        message,
                        source.line(position.line()).replaceAll("\\s+", ""));
        findings.merge(
                new Key(rule, position.line()),
                finding,
                (old, other) -> other.confidence().compareTo(old.confidence()) < 0 ? other : old);
    }

    /** In the order of the file. */
    public List<Finding> findings() {
        Collection<Finding> found = findings.values();
        return found.stream().sorted(Finding.ORDER).toList();
    }
}
