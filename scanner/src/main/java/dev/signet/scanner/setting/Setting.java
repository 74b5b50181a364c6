package dev.signet.scanner.setting;

import dev.signet.scanner.source.Span;

/**
 * One entry of a file with settings.
 *
 * @param place the group it is in
 * @param name its key; empty for an element of a list
 * @param value without quotes; an expression is written as a template's place, {@code ${…}}; empty
 *     for a group
 * @param nameAt for an element of a list the value's place
 */
public record Setting(
        Place place, String name, String value, Span nameAt, Span valueAt, Kind kind) {

    /** What an entry is. */
    public enum Kind {
        /** A key with a value. */
        VALUE,
        /** A value in a list, or without a key. */
        ELEMENT,
        /** A key with a text over several lines. */
        BLOCK,
        /** A key with entries of its own. */
        GROUP
    }

    /** Whether there is a value under a key. */
    public boolean hasValue() {
        return kind == Kind.VALUE || kind == Kind.BLOCK;
    }
}
