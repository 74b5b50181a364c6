package dev.signet.scanner.gate;

import dev.signet.scanner.result.ScanResult;
import java.util.List;

/**
 * What there is to say about a tree.
 *
 * @param missing whether a path that was named is not there
 * @param remarks for whoever runs it, not part of the report
 */
public record Answer(ScanResult result, boolean missing, List<String> remarks) {

    public Answer {
        remarks = List.copyOf(remarks);
    }
}
