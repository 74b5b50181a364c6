package dev.signet.scanner.library;

import java.util.List;

/**
 * A pattern of dotted names: {@code *} is one part, {@code **} any number of them.
 *
 * @param parts at least one; the last is a plain name or {@code *}
 */
record Path(List<String> parts) {

    Path {
        parts = List.copyOf(parts);
    }

    static Path of(String pattern) {
        return new Path(List.of(pattern.split("\\.", -1)));
    }

    String last() {
        return parts.getLast();
    }

    /** Whether it is a member of an object of which nothing is known. */
    boolean matchesAnything() {
        return parts.getFirst().equals("?");
    }

    /** Whether it fits whatever stands before its end. */
    boolean fitsAnyReceiver() {
        return parts.getFirst().equals("**");
    }

    boolean matches(String[] path) {
        return matches(path, 0, 0);
    }

    private boolean matches(String[] path, int at, int part) {
        if (part == parts.size()) {
            return at == path.length;
        }
        if (parts.get(part).equals("**")) {
            for (int next = at; next <= path.length; next++) {
                if (matches(path, next, part + 1)) {
                    return true;
                }
            }
            return false;
        }
        return at < path.length
                && (parts.get(part).equals("*") || parts.get(part).equals(path[at]))
                && matches(path, at + 1, part + 1);
    }

    /** Whether a path that begins like this may be one of ours. */
    boolean mayBegin(String[] path) {
        for (int i = 0; i < path.length && i < parts.size(); i++) {
            if (parts.get(i).equals("**")) {
                return i > 0;
            }
            if (!parts.get(i).equals("*") && !parts.get(i).equals(path[i])) {
                return false;
            }
        }
        return path.length <= parts.size();
    }
}
