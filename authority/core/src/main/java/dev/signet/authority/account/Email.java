package dev.signet.authority.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one spelling by which accounts are found: trimmed, lower-case, NFC. Two
 * addresses that a mail server might treat as one are two accounts here.
 */
public record Email(String value) {

    /** RFC 5321 §4.5.3.1.3 without the angle brackets. */
    public static final int LENGTH_MAX = 254;

    private static final int LOCAL_MAX = 64;

    private static final Pattern SHAPE =
            Pattern.compile(
                    "[^\\s\\p{Cntrl}@\"(),:;<>\\[\\\\\\]]+"
                            + "@[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?"
                            + "(\\.[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?)*");

    public Email {
        if (!isNormal(value)) {
            throw new IllegalArgumentException("e-mail: not a normalised address");
        }
    }

    /** The address that somebody typed; empty when it cannot be one. */
    public static Optional<Email> parse(String typed) {
        if (typed.length() > 2 * LENGTH_MAX) {
            return Optional.empty();
        }
        String normal = normal(typed);
        return isNormal(normal) ? Optional.of(new Email(normal)) : Optional.empty();
    }

    /** The one spelling of what was typed as an address; the text itself when it cannot be one. */
    public static String spelling(String typed) {
        return parse(typed).map(Email::value).orElse(typed);
    }

    private static String normal(String typed) {
        String lower = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFC).strip();
    }

    private static boolean isNormal(String text) {
        return text.length() <= LENGTH_MAX
                && text.indexOf('@') <= LOCAL_MAX
                && text.equals(normal(text))
                && SHAPE.matcher(text).matches();
    }

    /** What stands before the {@code @}. */
    public String name() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return "Email[hidden]";
    }
}
