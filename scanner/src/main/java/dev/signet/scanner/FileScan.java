package dev.signet.scanner;

import dev.signet.scanner.detect.AuthorityCode;
import dev.signet.scanner.detect.Detectors;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.structure.Structures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scans one file, by what its name says that it is. Safe for many threads. */
public final class FileScan {

    private final Detectors detectors;
    private final Structures structures;

    public FileScan(AuthorityCode authority) {
        this.detectors = new Detectors(authority);
        this.structures = new Structures(detectors::findings);
    }

    /** Whether files of that path are looked at. */
    public static boolean handles(String path) {
        return language(path).isPresent() || Structures.handles(path);
    }

    /** Whether a file of that path is looked at when its first line says what runs it. */
    public static boolean mayBeScript(String path) {
        return path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
    }

    /**
     * What the file breaks, whoever it belongs to.
     *
     * @throws dev.signet.scanner.syntax.TooDeepException when it is nested too deep
     */
    public List<Finding> findings(Source source) {
        List<Finding> findings = new ArrayList<>(structures.findings(source));
        Optional<Language> language = language(source.path());
        if (language.isEmpty() && mayBeScript(source.path())) {
            language = interpreted(Structures.interpreter(source));
        }
        language.ifPresent(one -> findings.addAll(detectors.findings(source, one)));
        return findings.stream().sorted(Finding.ORDER).toList();
    }

    private static Optional<Language> language(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Language.ofExtension(name.substring(dot + 1));
    }

    private static Optional<Language> interpreted(String interpreter) {
        if (interpreter.startsWith("python")) {
            return Optional.of(Language.PYTHON);
        }
        return switch (interpreter) {
            case "node", "nodejs", "deno", "bun" -> Optional.of(Language.JAVASCRIPT);
            case "tsx", "ts-node" -> Optional.of(Language.TYPESCRIPT);
            case "ruby" -> Optional.of(Language.RUBY);
            case "php" -> Optional.of(Language.PHP);
            default -> Optional.empty();
        };
    }
}
