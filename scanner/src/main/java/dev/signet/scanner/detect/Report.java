package dev.signet.scanner.detect;

import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Collects the findings of one file: at most one per rule and line. Used by one thread. */
public final class Report {

    private static final int CONTEXT_BYTES = 400;
    private static final Pattern SPACE = Pattern.compile("\\s+");

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
        if (rule == Rule.SECRET_HARDCODED && Translations.holds(source.path())) {
            return;
        }
        Key key = new Key(rule, source.lineNumber(at.start()));
        Finding before = findings.get(key);
        if (before != null && before.confidence().compareTo(confidence) <= 0) {
            return;
        }
        findings.put(
                key,
                new Finding(
                        rule,
                        confidence,
                        source.path(),
                        source.position(at.start()),
                        language,
                        message,
                        context(at, key.line())));
    }

    /** The line without white space; of a very long one what is around the place. */
    private String context(Span at, int line) {
        Span whole = source.span(line);
        Span near =
                new Span(
                        Math.max(whole.start(), at.start() - CONTEXT_BYTES),
                        Math.min(whole.end(), at.start() + CONTEXT_BYTES));
        return SPACE.matcher(source.text(near)).replaceAll("");
    }

    /** In the order of the file. */
    public List<Finding> findings() {
        Collection<Finding> found = findings.values();
        return found.stream().sorted(Finding.ORDER).toList();
    }
}
