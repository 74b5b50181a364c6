package dev.signet.scanner.detect;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.library.Libraries;
import dev.signet.scanner.source.Source;
import java.util.List;

/** Looks for all rules in the files of programming languages. Safe for many threads. */
public final class Detectors {

    private final AuthorityCode authority;

    public Detectors(AuthorityCode authority) {
        this.authority = authority;
    }

    /** What one file breaks, whoever it belongs to. */
    public List<Finding> findings(Source source, Language language) {
        Report report = new Report(source, language.id());
        CodeFile file = new CodeFile(source, language, Libraries.of(language));
        LibraryUses uses = new LibraryUses(file);
        HandMade handMade = new HandMade(file, uses);
        Judging judging = new Judging(file, uses, handMade);
        new LibraryRules(file, uses, handMade, report).report();
        handMade.report(report);
        new SecretRules(file, uses, report).report();
        new DuplicateRule(file, judging, report).report();
        new FallbackRule(file, judging, report).report();
        authority.report(file.imports(), report);
        return report.findings();
    }
}
