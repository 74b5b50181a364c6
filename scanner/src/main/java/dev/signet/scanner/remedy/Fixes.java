package dev.signet.scanner.remedy;

import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.result.Judged;
import dev.signet.scanner.result.ScanResult;
import dev.signet.scanner.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Replaces local verifications where that is safe, as a patch that somebody reviews. */
public final class Fixes {

    private final Path root;
    private final StringBuilder diff = new StringBuilder();
    private final List<String> left = new ArrayList<>();

    /**
     * @param diff unified, relative to the scanned root; empty when nothing is safe
     * @param left findings that need a person, as sentences
     */
    public record Patch(String diff, List<String> left) {
        public Patch {
            left = List.copyOf(left);
        }
    }

    private Fixes(Path root) {
        this.root = root;
    }

    /** For all findings that no exception covers. */
    public static Patch of(ScanResult result, Path root) {
        Fixes fixes = new Fixes(root);
        Map<String, List<Finding>> byFile = new TreeMap<>();
        for (Judged one : result.findings()) {
            if (!one.isAllowed()) {
                Finding finding = one.finding();
                byFile.computeIfAbsent(finding.path(), _ -> new ArrayList<>()).add(finding);
            }
        }
        byFile.forEach(fixes::file);
        return new Patch(fixes.diff.toString(), fixes.left);
    }

    private void file(String path, List<Finding> findings) {
        Optional<Source> source = source(path);
        Optional<Fix> fix = source.flatMap(text -> fix(text, findings.getFirst().language()));
        List<Edit> edits = new ArrayList<>();
        List<String> untouched = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Edit> edit =
                    finding.rule() == Rule.LOCAL_DECODE
                            ? fix.flatMap(one -> one.at(finding.at()))
                            : Optional.empty();
            edit.ifPresentOrElse(edits::add, () -> untouched.add(sentence(finding)));
        }
        List<Edit> helpers = fix.map(Fix::helpers).orElse(List.of());
        if (edits.isEmpty() || helpers.isEmpty() || source.isEmpty()) {
            findings.forEach(finding -> left.add(sentence(finding)));
            return;
        }
        left.addAll(untouched);
        edits.addAll(helpers);
        diff.append(UnifiedDiff.of(source.get(), edits));
    }

    private static String sentence(Finding finding) {
        return finding.path()
                + ":"
                + finding.at().line()
                + ": "
                + finding.rule().id()
                + " needs a person";
    }

    private static Optional<Fix> fix(Source source, String language) {
        return switch (language) {
            case "python" -> Optional.of(new PythonFix(source));
            case "java" -> Optional.of(new JavaFix(source));
            default -> Optional.empty();
        };
    }

    /** Only plain text with a plain name: a patch must fit to the byte. */
    private Optional<Source> source(String path) {
        try {
            Source source = new Source(path, Files.readAllBytes(root.resolve(path)));
            boolean plain =
                    source.text().indexOf('\uFFFD') < 0
                            && source.text().indexOf('\uFEFF') < 0
                            && source.text().indexOf('\r') < 0
                            && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '"');
            return plain ? Optional.of(source) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
