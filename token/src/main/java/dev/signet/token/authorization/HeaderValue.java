package dev.signet.token.authorization;

import dev.signet.token.authorization.Authorization.Bearer;
import dev.signet.token.authorization.Authorization.Dpop;
import dev.signet.token.authorization.Authorization.Malformed;
import dev.signet.token.authorization.Authorization.Other;
import java.util.Locale;

/** The grammar of one header: a scheme, spaces, credentials (RFC 9110 §11.4); linear in time. */
final class HeaderValue {

    private HeaderValue() {}

    static Authorization read(String header) {
        String value = trimmed(header);
        int end = 0;
        while (end < value.length() && isSchemeCharacter(value.charAt(end))) {
            end++;
        }
        boolean schemeEnds = end == value.length() || value.charAt(end) == ' ';
        if (end == 0 || !schemeEnds || !isPrintable(value)) {
            return new Malformed();
        }
        int start = end;
        while (start < value.length() && value.charAt(start) == ' ') {
            start++;
        }
        return read(value.substring(0, end).toLowerCase(Locale.ROOT), value.substring(start));
    }

    private static Authorization read(String scheme, String credentials) {
        return switch (scheme) {
            case "bearer" -> isToken(credentials) ? new Bearer(credentials) : new Malformed();
            case "dpop" -> isToken(credentials) ? new Dpop(credentials) : new Malformed();
            default -> new Other(scheme, credentials);
        };
    }

    /** White space around a value is no part of it (RFC 9110 §5.5). */
    private static String trimmed(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isBlank(value.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Visible ASCII, and spaces and tabs between. */
    private static boolean isPrintable(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\t');
    }

    private static boolean isSchemeCharacter(char c) {
        return isLetterOrDigit(c) || "!#$%&'*+.^_`|~-".indexOf(c) >= 0;
    }

    /** {@code b64token} of RFC 6750 §2.1. */
    private static boolean isToken(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && "-._~+/".indexOf(c) < 0) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
