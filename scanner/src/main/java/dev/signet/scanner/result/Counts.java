package dev.signet.scanner.result;

/**
 * What a run met.
 *
 * @param files regular files, whatever they are
 * @param understood those of a known kind that were to be scanned
 * @param candidates those with something in them that can matter
 * @param parsed candidates that were parsed now
 * @param cached candidates whose findings an earlier run had stored
 * @param tests left out as tests and their fixtures
 * @param generated left out as generated or minified
 * @param excluded files and folders that the settings leave out
 * @param authority the authority's own
 */
public record Counts(
        int files,
        int understood,
        int candidates,
        int parsed,
        int cached,
        int tests,
        int generated,
        int excluded,
        int authority) {

    /** Of nothing. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                files + other.files,
                understood + other.understood,
                candidates + other.candidates,
                parsed + other.parsed,
                cached + other.cached,
                tests + other.tests,
                generated + other.generated,
                excluded + other.excluded,
                authority + other.authority);
    }
}
