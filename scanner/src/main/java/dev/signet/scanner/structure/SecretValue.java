package dev.signet.scanner.structure;

import dev.signet.scanner.detect.SecretNames;
import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the value of a setting that is the secret says.
 *
 * @param given whether it is filled in from elsewhere, or still is to be
 * @param literal whether it holds the secret's text, be it as a default
 */
record SecretValue(boolean given, boolean literal) {

    private static final SecretValue GIVEN = new SecretValue(true, false);
    private static final SecretValue LITERAL = new SecretValue(false, true);

    /** Neither a secret nor a place for one: a number of days, a switch. */
    private static final SecretValue NOTHING = new SecretValue(false, false);

    private static final int LENGTH_MAX = 8_192;

    private static final Set<String> EMPTY = Set.of("", "~", "null", "\"\"", "''", "nil", "none");

    /** Beginnings of texts that stand for a secret kept elsewhere, or are encrypted. */
    private static final List<String> ELSEWHERE =
            WordList.list(
                    """
                    enc( enc[ {cipher} @microsoft.keyvault( projects/ secretsmanager: ref+ op:// vault:
                    !vault * ! %{ file( [[ {% secret:// aws: ssm: gcp: sm:// keyvault: __ kms: agb
                    credentials( akv: doppler infisical chamber:
                    """);

    /** {@code @jwt-secret}: the name of a secret that a platform keeps. */
    private static final Pattern STORED = Pattern.compile("@[a-z]+([-_][a-z]+)+");

    /** What examples say in the place of a secret. */
    private static final Pattern INSTRUCTION =
            Pattern.compile(
                    "your|change|replace|example|placeholder|here$|todo|fixme|insert|generate|xxx|\\.\\.\\."
                            + "|^put|^set[-_ ]|^fill|dummy|sample|random|<|>");

    /**
     * @param format of the file that the value is in
     * @param template whether the file shows how another one should look
     */
    static SecretValue of(String name, String value, Format format, boolean template) {
        String text = value.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (EMPTY.contains(lower)) {
            return GIVEN;
        }
        if (isSwitch(lower) || text.length() > LENGTH_MAX) {
            return NOTHING;
        }
        List<References.Reference> references = References.in(text);
        if (!references.isEmpty()) {
            return new SecretValue(true, Defaults.any(references));
        }
        if (isElsewhere(lower) || (template && INSTRUCTION.matcher(lower).find())) {
            return GIVEN;
        }
        if (isPublic(text)) {
            return NOTHING;
        }
        if (SecretNames.isLiteralSecret(text) || isPlainWord(name, text, format)) {
            return LITERAL;
        }
        return text.contains("://") || text.startsWith("/") || isAngled(text) || isName(text)
                ? GIVEN
                : NOTHING;
    }

    private static boolean isSwitch(String lower) {
        return lower.equals("true")
                || lower.equals("false")
                || lower.equals("required")
                || lower.equals("error")
                || lower.equals("warn")
                || lower.equals("off")
                || (lower.length() < 6 && lower.chars().allMatch(Character::isDigit));
    }

    private static boolean isElsewhere(String lower) {
        boolean masked = lower.startsWith("@") && lower.endsWith("@");
        boolean vercel = STORED.matcher(lower).matches();
        boolean percent = lower.length() > 2 && lower.startsWith("%") && lower.endsWith("%");
        return masked
                || vercel
                || percent
                || lower.endsWith(":latest")
                || ELSEWHERE.stream().anyMatch(lower::startsWith);
    }

    private static boolean isAngled(String text) {
        return text.startsWith("<") && text.endsWith(">");
    }

    private static boolean isPublic(String text) {
        return text.contains("BEGIN PUBLIC KEY")
                || text.contains("BEGIN RSA PUBLIC KEY")
                || text.contains("BEGIN CERTIFICATE");
    }

    /** {@code JWT_SECRET_KEY} as a value: where to look. */
    private static boolean isName(String text) {
        return SecretNames.isEnvironmentStyle(text) && text.indexOf('_') > 0;
    }

    /** In a file of variables a word is the value, whatever it looks like. */
    private static boolean isPlainWord(String name, String text, Format format) {
        boolean variable = format == Format.ENV || SecretNames.isEnvironmentStyle(name);
        boolean word =
                text.length() >= 3
                        && text.chars()
                                .allMatch(
                                        c -> Character.isLetterOrDigit(c) || "_-.".indexOf(c) >= 0);
        boolean upper = SecretNames.isEnvironmentStyle(text);
        return variable && word && (!upper || format == Format.ENV) && text.indexOf('/') < 0;
    }
}
