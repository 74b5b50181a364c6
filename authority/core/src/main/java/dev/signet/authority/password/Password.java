package dev.signet.authority.password;

import dev.signet.authority.settings.PasswordLengths;
import java.text.Normalizer;

/**
 * A password as a person typed it, in Unicode's composed form. What is longer than any password may
 * be is cut, which makes it no other one. Never stored, never printed.
 */
public record Password(String text) {

    /** Four times as long as the longest password, in whatever form. */
    public static final int INPUT_MAX = 4 * PasswordLengths.MAX_MAX;

    public Password {
        String start = text.length() > INPUT_MAX ? text.substring(0, INPUT_MAX) : text;
        text = Normalizer.normalize(start, Normalizer.Form.NFC);
    }

    int length() {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
