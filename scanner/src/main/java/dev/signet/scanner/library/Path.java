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

    static Path read(Line line, String pattern) {
        List<String> parts = List.of(pattern.split("\\.", -1));
        line.check(parts.stream().allMatch(Path::isPart), "is no path");
        line.check(!parts.getLast().equals("**"), "ends anyhow");
        return new Path(parts);
    }

    private static boolean isPart(String part) {
        if (part.equals("*") || part.equals("**") || part.equals("?")) {
            return true;
        }
        boolean asks = part.endsWith("?") || part.endsWith("!");
        int end = part.length() - (asks ? 1 : 0);
        for (int i = 0; i < end; i++) {
            char c = part.charAt(i);
            if (!Character.isLetterOrDigit(c) && "_@/-".indexOf(c) < 0) {
                return false;
            }
        }
        return end > 0;
    }

    /** Whether it ends with any name; such a pattern counts after all that name what they mean. */
    boolean endsAnyhow() {
        return last().equals("*");
    }

    /** Whether it fits all that another one fits. */
    boolean fitsAllOf(Path other) {
        return (parts.getFirst().startsWith("*") || parts.getFirst().equals(other.parts.getFirst()))
                && matches(other.parts.toArray(String[]::new));
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
                && (parts.get(part).equals(path[at]) || isOne(parts.get(part), path[at]))
                && matches(path, at + 1, part + 1);
    }

    private static boolean isOne(String part, String of) {
        return part.equals("*") && !of.equals("**");
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
