package dev.signet.scanner.cache;

import dev.signet.scanner.finding.Finding;
import java.util.List;

/** What came of scanning one text. */
public sealed interface Verdict {

    /** It was scanned. */
    record Found(List<Finding> findings) implements Verdict {
        public Found {
            findings = List.copyOf(findings);
        }
    }

    /** It could not be. */
    record Unfit(String reason) implements Verdict {}
}
