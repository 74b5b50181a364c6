package dev.signet.chat.id;

import java.util.Optional;

/** The name of one event: {@code evt_} and 128 random bits in base64url. */
public record EventId(String value) {
    static final String PREFIX = "evt_";

    public EventId {
        IdForm.require(PREFIX, value);
    }

    /** The id that the text spells; empty for any other text, which therefore names nothing. */
    public static Optional<EventId> parse(String text) {
        return IdForm.matches(PREFIX, text) ? Optional.of(new EventId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
