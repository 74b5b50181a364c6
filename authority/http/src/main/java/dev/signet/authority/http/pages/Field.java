package dev.signet.authority.http.pages;

import java.util.Optional;

/** What a text field holds and why it was refused. Not for passwords: those are never sent back. */
public record Field(String value, Optional<String> problem) {
    /** A field that nobody has filled in yet. */
    public static Field empty() {
        return new Field("", Optional.empty());
    }

    /** A field that was good. */
    public static Field of(String value) {
        return new Field(value, Optional.empty());
    }

    /** A field that was refused. */
    public static Field refused(String value, String problem) {
        return new Field(value, Optional.of(problem));
    }
}
