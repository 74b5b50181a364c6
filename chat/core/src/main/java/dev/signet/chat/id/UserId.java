package dev.signet.chat.id;

/**
 * The owner of everything: the {@code sub} of the token, 1 to {@value #CHARS_MAX} printable
 * characters.
 */
public record UserId(String value) {
    static final int CHARS_MAX = 255;

    public UserId {
        if (value.isEmpty() || value.length() > CHARS_MAX) {
            throw new IllegalArgumentException("user id: 1 to " + CHARS_MAX + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("user id: control character");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
