package dev.signet.authority.password;

import java.text.Normalizer;

/** A password as a person typed it, in Unicode's composed form. Never stored, never printed. */
public record Password(String text) {

    /** Characters that are read at all; longer input is cut off by whoever reads the request. */
    public static final int INPUT_MAX = 1024;

    public Password {
        if (text.length() > INPUT_MAX) {
            throw new IllegalArgumentException("password: longer than " + INPUT_MAX);
        }
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    int length() {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
