package dev.signet.scanner.library;

import java.util.Optional;
import java.util.stream.Stream;

/** What calling a library's function does with a token. */
public enum Use {
    /** Makes a token. */
    SIGN("signs"),
    /** Verifies a token here, or sets up what does. */
    VERIFY("verifies"),
    /** Reads a token without verifying its signature. */
    PEEK("peeks"),
    /** Takes the key for tokens, which is no finding in itself. */
    KEY("takes-key"),
    /** Leaves a check out of a verification. */
    LOOSEN("loosens"),
    /** Sets up a verification, which counts when the file itself does not go on to verify. */
    SET_UP("sets-up");

    private final String word;

    Use(String word) {
        this.word = word;
    }

    /** The use that the catalogue writes like that. */
    static Optional<Use> of(String word) {
        return Stream.of(values()).filter(use -> use.word.equals(word)).findFirst();
    }
}
