package dev.signet.chat.id;

import java.util.Optional;

/** The name of one thread: {@code thr_} and 128 random bits in base64url. */
public record ThreadId(String value) {
    static final String PREFIX = "thr_";

    public ThreadId {
        IdForm.require(PREFIX, value);
    }

    /** The id that the text spells; empty for any other text, which therefore names nothing. */
    public static Optional<ThreadId> parse(String text) {
        return IdForm.matches(PREFIX, text) ? Optional.of(new ThreadId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
