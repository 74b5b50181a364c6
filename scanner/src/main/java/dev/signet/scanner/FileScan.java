package dev.signet.scanner;

import dev.signet.scanner.detect.AuthorityCode;
import dev.signet.scanner.detect.Detectors;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.structure.Structures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scans one file, by what its name says that it is. Safe for many threads. */
public final class FileScan {

    private final Detectors detectors;

    public FileScan(AuthorityCode authority) {
        this.detectors = new Detectors(authority);
    }

    /** Whether files of that path are looked at. */
    public static boolean handles(String path) {
        return language(path).isPresent() || Structures.handles(path);
    }

    /**
     * What the file breaks, whoever it belongs to.
     *
     * @throws dev.signet.scanner.syntax.TooDeepException when it is nested too deep
     */
    public List<Finding> findings(Source source) {
        Optional<Language> language = language(source.path());
        return language.isPresent()
                ? detectors.findings(source, language.get())
                : Structures.findings(source);
    }

    private static Optional<Language> language(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Language.ofExtension(name.substring(dot + 1));
    }
}
