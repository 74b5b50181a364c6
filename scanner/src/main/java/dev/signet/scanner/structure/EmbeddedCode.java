package dev.signet.scanner.structure;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.source.Source;
import java.util.List;

/** Looks at code that stands in a script or a pipeline. */
@FunctionalInterface
public interface EmbeddedCode {

    /**
     * @param source the whole file, blank but for the code
     */
    List<Finding> findings(Source source, Language language);
}
