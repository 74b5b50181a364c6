package dev.signet.handshake;

import java.util.regex.Pattern;

/** The pieces that header values are made of (RFC 9110 §5.6). */
final class HeaderText {

    /** A token: subprotocols and authentication schemes are tokens. */
    static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private HeaderText() {}

    /** The text without the optional white space around it; one pass, whatever the text. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }
}
