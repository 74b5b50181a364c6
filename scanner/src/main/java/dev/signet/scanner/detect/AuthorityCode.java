package dev.signet.scanner.detect;

import dev.signet.scanner.code.Statement;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Rule;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells imports of the authority's own code.
 *
 * @param modules dotted names and path ends under which the authority's code can be imported, such
 *     as {@code auth_service} or {@code services.auth}
 */
public record AuthorityCode(Set<String> modules) {

    public AuthorityCode {
        modules =
                Collections.unmodifiableSet(
                        new TreeSet<>(modules.stream().map(AuthorityCode::normal).toList()));
    }

    void report(List<Statement.Import> imports, Report report) {
        for (Statement.Import known : imports) {
            if (isAuthority(known)) {
                report.add(
                        Rule.AUTHORITY_IMPORT,
                        Confidence.HIGH,
                        known.at(),
                        known.module()
                                + " is the authority's; this "
                                + Rule.AUTHORITY_IMPORT.says());
            }
        }
    }

    private boolean isAuthority(Statement.Import known) {
        String path = normal(known.path());
        return path.startsWith("dev.signet.authority.")
                || modules.stream()
                        .anyMatch(module -> ("." + path + ".").contains("." + module + "."));
    }

    /** Relative and slashed paths as dotted ones. */
    private static String normal(String path) {
        String dotted = path.replace('/', '.').replace('-', '_').replace('\\', '.');
        return dotted.replaceAll("\\.{2,}", ".").replaceAll("^\\.+", "");
    }
}
