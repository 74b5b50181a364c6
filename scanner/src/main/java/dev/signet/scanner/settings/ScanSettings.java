package dev.signet.scanner.settings;

import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.tree.Glob;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a project says about itself.
 *
 * @param file how reports call the settings file; empty when there is none
 * @param authority the authority's own code
 * @param exclude what is not looked at
 * @param allow exceptions, in the file's order
 */
public record ScanSettings(
        String file, List<Glob> authority, List<Glob> exclude, List<AllowEntry> allow) {

    /** The name that is looked for in the scanned root. */
    public static final String FILE_NAME = ".signet-scan.yaml";

    public ScanSettings {
        authority = List.copyOf(authority);
        exclude = List.copyOf(exclude);
        allow = List.copyOf(allow);
    }

    /** Of a project that says nothing. */
    public static ScanSettings none() {
        return new ScanSettings("", List.of(), List.of(), List.of());
    }

    public boolean isAuthority(String path) {
        return authority.stream().anyMatch(glob -> glob.matches(path));
    }

    public boolean isExcluded(String path) {
        return exclude.stream().anyMatch(glob -> glob.matches(path));
    }

    /** Names under which other code would import the authority's. */
    public Set<String> authorityModules() {
        return AuthorityModules.of(authority);
    }

    /** The exception that holds on that day for what was found there, if any. */
    public Optional<AllowEntry> allowing(Rule rule, String path, LocalDate today) {
        return allow.stream()
                .filter(entry -> entry.problem(today).isEmpty())
                .filter(entry -> entry.covers(rule, path))
                .findFirst();
    }
}
