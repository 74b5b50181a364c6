package dev.signet.scanner.structure;

import dev.signet.scanner.detect.SecretNames;
import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Set;

/** What a place holds when nothing fills it: {@code ${NAME:-default}}, {@code | default "x"}. */
final class Defaults {

    /** Prefixes of places that look somewhere, with a colon: no defaults behind that one. */
    private static final Set<String> SOURCES =
            WordList.set(
                    """
                    env ssm self opt file param secrets cf sys vault aws gcp secretsmanager resolve
                    custom sm docker kubernetes
                    """);

    private Defaults() {}

    /** Whether one of the places holds a secret by default. */
    static boolean any(List<References.Reference> references) {
        return references.stream().anyMatch(reference -> isLiteral(reference.inner(), 0));
    }

    private static boolean isLiteral(String inner, int depth) {
        String fallback = fallback(inner);
        if (fallback.isEmpty() || depth > 4) {
            return false;
        }
        List<References.Reference> nested = References.in(fallback);
        if (!nested.isEmpty()) {
            return nested.stream().anyMatch(place -> isLiteral(place.inner(), depth + 1));
        }
        return SecretNames.isLiteralSecret(fallback) || isWord(fallback);
    }

    private static boolean isWord(String text) {
        return text.length() >= 4
                && text.chars().allMatch(c -> Character.isLowerCase(c) || "_-.".indexOf(c) >= 0)
                && !Set.of("null", "none", "true", "false", "string").contains(text);
    }

    /** Empty when there is none. */
    static String fallback(String inner) {
        int name = 0;
        while (name < inner.length() && isName(inner.charAt(name))) {
            name++;
        }
        String first = inner.substring(0, name);
        String rest = inner.substring(name);
        if (name == 0) {
            return quoted(rest); // <%= ENV["NAME"] || "default" %>
        }
        if (rest.startsWith(":-") || rest.startsWith(":=")) {
            return rest.substring(2);
        }
        if (rest.startsWith(":?") || rest.startsWith(":+")) {
            return "";
        }
        if (rest.startsWith("-") || (rest.startsWith("=") && rest.length() > 1)) {
            return rest.substring(1);
        }
        if (rest.startsWith(":") && !SOURCES.contains(first)) {
            return rest.substring(1);
        }
        return quoted(rest);
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    /** The string behind {@code default}, {@code ||} or a comma. */
    private static String quoted(String rest) {
        int from = 0;
        while (from < rest.length()) {
            int quote = nextQuote(rest, from);
            if (quote < 0) {
                return "";
            }
            int close = rest.indexOf(rest.charAt(quote), quote + 1);
            if (close < 0) {
                return "";
            }
            if (isBehindDefault(rest.substring(0, quote), rest.substring(close + 1))) {
                return rest.substring(quote + 1, close);
            }
            from = close + 1;
        }
        return "";
    }

    private static int nextQuote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '"' || text.charAt(i) == '\'' || text.charAt(i) == '`') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBehindDefault(String before, String after) {
        String plain = before.stripTrailing();
        return plain.endsWith("default")
                || plain.endsWith("default(")
                || plain.endsWith("||")
                || plain.endsWith("??")
                || plain.endsWith(",")
                || after.stripLeading().startsWith("| default");
    }
}
