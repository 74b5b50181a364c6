package dev.signet.chat.id;

import java.util.Optional;

/** The name of one run: {@code run_} and 128 random bits in base64url. */
public record RunId(String value) {
    static final String PREFIX = "run_";

    public RunId {
        IdForm.require(PREFIX, value);
    }

    /** The id that the text spells; empty for any other text, which therefore names nothing. */
    public static Optional<RunId> parse(String text) {
        return IdForm.matches(PREFIX, text) ? Optional.of(new RunId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
