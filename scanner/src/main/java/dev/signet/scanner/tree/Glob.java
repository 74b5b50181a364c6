package dev.signet.scanner.tree;

import java.util.regex.Pattern;

/**
 * A pattern for paths, as {@code CODEOWNERS} writes them: {@code *} is a part of a name, {@code **}
 * any number of folders. Without a {@code /} inside it fits at any depth; a plain folder stands for
 * everything in it.
 */
public final class Glob {

    private static final int LENGTH_MAX = 500;

    private final String text;
    private final Pattern pattern;

    private Glob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /**
     * @throws IllegalArgumentException when it is empty, too long, or leads out of the tree
     */
    public static Glob of(String text) {
        String glob = text.strip();
        if (glob.isEmpty() || glob.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a path pattern has 1 to 500 characters");
        }
        if (("/" + glob + "/").contains("/../")) {
            throw new IllegalArgumentException("a path pattern stays in the tree: " + glob);
        }
        String path = glob.startsWith("./") ? glob.substring(1) : glob;
        boolean folder = path.endsWith("/");
        String plain = folder ? path.substring(0, path.length() - 1) : path;
        boolean anchored = plain.indexOf('/') >= 0;
        String body = plain.startsWith("/") ? plain.substring(1) : plain;
        String last = body.substring(body.lastIndexOf('/') + 1);
        String below = folder ? "/.*" : last.indexOf('*') < 0 ? "(?:/.*)?" : "";
        String regex = (anchored ? "" : "(?:.*/)?") + regex(body) + below;
        return new Glob(glob, Pattern.compile(regex));
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                regex.append(one(c));
                i++;
            }
        }
        return regex.toString();
    }

    private static String one(char c) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(c));
        };
    }

    /**
     * @param path relative to the root, separated by {@code /}
     */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
