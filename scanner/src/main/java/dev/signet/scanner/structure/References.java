package dev.signet.scanner.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The places in a text that are filled in later: {@code $NAME}, {@code ${NAME:-default}}, {@code {{
 * .Values.name }}}.
 */
final class References {

    private static final int PLACE_MAX = 400;

    private References() {}

    /**
     * A place to fill.
     *
     * @param start in the text
     * @param inner what stands in the brackets, or the name
     */
    record Reference(int start, int end, String inner) {

        /** Names in it that are ones of the secret. */
        List<String> secrets() {
            List<String> secrets = new ArrayList<>();
            int at = 0;
            while (at < inner.length()) {
                int wordEnd = at;
                while (wordEnd < inner.length() && isName(inner.charAt(wordEnd))) {
                    wordEnd++;
                }
                if (wordEnd > at && !isMade(inner.substring(at, wordEnd))) {
                    for (String piece : inner.substring(at, wordEnd).split(":", 4)) {
                        secret(piece).ifPresent(secrets::add);
                    }
                }
                at = wordEnd + 1;
            }
            return secrets;
        }

        private static Optional<String> secret(String word) {
            String plain = trimmed(word);
            String last = plain.substring(lastSign(plain, plain.length()) + 1);
            if (SettingNames.isSecret(last)) {
                return Optional.of(last);
            }
            int before = lastSign(plain, plain.length() - last.length() - 1);
            String two = plain.substring(before + 1);
            boolean secret = two.length() > last.length() && SettingNames.isSecret(two);
            return secret ? Optional.of(two) : Optional.empty();
        }

        private static int lastSign(String text, int before) {
            int from = before - 1;
            return Math.max(text.lastIndexOf('.', from), text.lastIndexOf('/', from));
        }

        private static String trimmed(String word) {
            int end = word.length();
            while (end > 0 && "-.:/".indexOf(word.charAt(end - 1)) >= 0) {
                end--;
            }
            return word.substring(0, end);
        }

        /** What Terraform makes up is no secret yet. */
        private static boolean isMade(String word) {
            return word.startsWith("random_") || word.startsWith("tls_private_key.");
        }

        private static boolean isName(char c) {
            return Character.isLetterOrDigit(c) || "_-.:/".indexOf(c) >= 0;
        }
    }

    /** In the order of the text. */
    static List<Reference> in(String text) {
        List<Reference> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Reference reference = at(text, at);
            if (reference.end > at) {
                found.add(reference);
                at = reference.end;
            } else {
                at++;
            }
        }
        return found;
    }

    static boolean any(String text) {
        return !in(text).isEmpty();
    }

    /** An empty one when none begins there. */
    private static Reference at(String text, int at) {
        char c = text.charAt(at);
        if (c == '$') {
            return dollar(text, at);
        }
        if (text.startsWith("{{", at)) {
            return between(text, at, 2, "}}");
        }
        if (text.startsWith("<%", at)) {
            return between(text, at, 2, "%>");
        }
        if (text.startsWith("%env(", at)) {
            return between(text, at, 5, ")%");
        }
        if (text.startsWith("%(", at)) {
            return between(text, at, 2, ")");
        }
        if (text.startsWith("#{", at)) {
            return between(text, at, 2, "}");
        }
        return none(at);
    }

    private static Reference none(int at) {
        return new Reference(at, at, "");
    }

    private static Reference dollar(String text, int at) {
        if (text.startsWith("${{", at)) {
            return between(text, at, 3, "}}");
        }
        if (text.startsWith("${", at)) {
            return nested(text, at);
        }
        if (text.startsWith("$(", at)) {
            return between(text, at, 2, ")");
        }
        int end = at + 1;
        while (end < text.length() && isShellName(text.charAt(end))) {
            end++;
        }
        boolean name = end > at + 1 && !Character.isDigit(text.charAt(at + 1));
        return name ? new Reference(at, end, text.substring(at + 1, end)) : none(at);
    }

    private static boolean isShellName(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private static Reference between(String text, int at, int open, String close) {
        int limit = Math.min(text.length(), at + PLACE_MAX);
        for (int i = at + open; i + close.length() <= limit; i++) {
            if (text.startsWith(close, i)) {
                return new Reference(at, i + close.length(), text.substring(at + open, i));
            }
            if (text.charAt(i) == '\n') {
                break;
            }
        }
        return none(at);
    }

    /** {@code ${A:-${B}}}. */
    private static Reference nested(String text, int at) {
        int depth = 0;
        int limit = Math.min(text.length(), at + PLACE_MAX);
        for (int i = at; i < limit && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return new Reference(at, i + 1, text.substring(at + 2, i));
            }
        }
        return none(at);
    }
}
