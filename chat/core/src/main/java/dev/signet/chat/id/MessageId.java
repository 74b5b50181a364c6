package dev.signet.chat.id;

import java.util.Optional;

/** The name of one message: {@code msg_} and 128 random bits in base64url. */
public record MessageId(String value) {
    static final String PREFIX = "msg_";

    public MessageId {
        IdForm.require(PREFIX, value);
    }

    /** The id that the text spells; empty for any other text, which therefore names nothing. */
    public static Optional<MessageId> parse(String text) {
        return IdForm.matches(PREFIX, text) ? Optional.of(new MessageId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
