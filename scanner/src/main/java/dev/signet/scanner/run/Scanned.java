package dev.signet.scanner.run;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.result.Counts;
import dev.signet.scanner.tree.Skipped;
import java.util.List;

/**
 * What a run found, before anybody judges it.
 *
 * @param findings in the order of paths and places, without what the authority may do
 * @param missing whether a path that was named is not there
 * @param remarks about the run itself, such as a cache that could not be written
 */
public record Scanned(
        List<Finding> findings,
        List<Skipped> skipped,
        Counts counts,
        boolean missing,
        List<String> remarks) {

    public Scanned {
        findings = List.copyOf(findings);
        skipped = List.copyOf(skipped);
        remarks = List.copyOf(remarks);
    }
}
