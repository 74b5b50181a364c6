package dev.signet.chat.id;

import java.util.Optional;

/** The name of one open connection: {@code con_} and 128 random bits in base64url. */
public record ConnectionId(String value) {
    static final String PREFIX = "con_";

    public ConnectionId {
        IdForm.require(PREFIX, value);
    }

    /** The id that the text spells; empty for any other text, which therefore names nothing. */
    public static Optional<ConnectionId> parse(String text) {
        return IdForm.matches(PREFIX, text)
                ? Optional.of(new ConnectionId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
