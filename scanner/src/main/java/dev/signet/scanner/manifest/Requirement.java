package dev.signet.scanner.manifest;

import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Requirements as PEP 508 writes them: {@code PyJWT[crypto]>=2; python_version>"3"}. */
final class Requirement {

    private Requirement() {}

    /** What one requirement names, at its place; nothing when it names nothing. */
    static List<Dependency> of(String requirement, int start) {
        List<Dependency> found = new ArrayList<>();
        int from = 0;
        int egg = requirement.indexOf("egg=");
        if (egg >= 0) {
            from = egg + 4;
        }
        while (from < requirement.length() && requirement.charAt(from) <= ' ') {
            from++;
        }
        int end = from;
        while (end < requirement.length() && isName(requirement.charAt(end))) {
            end++;
        }
        if (end > from) {
            Span at = new Span(start + from, start + end);
            found.add(new Dependency(Ecosystem.PYPI, requirement.substring(from, end), at));
            extras(requirement, end, at, found);
        }
        return found;
    }

    /** {@code litestar[jwt]} brings a library of its own. */
    private static void extras(String requirement, int from, Span at, List<Dependency> found) {
        if (from >= requirement.length() || requirement.charAt(from) != '[') {
            return;
        }
        int close = requirement.indexOf(']', from);
        String extras = close < 0 ? "" : requirement.substring(from + 1, close);
        for (String extra : extras.split(",", 16)) {
            if (extra.strip().equalsIgnoreCase("jwt")) {
                found.add(new Dependency(Ecosystem.PYPI, "jwt", at));
            }
        }
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }
}
