package dev.signet.chat.run;

/** A user's own name for one request, so that repeating it begins nothing new. */
public record IdempotencyKey(String value) {
    /** In characters. */
    public static final int CHARS_MAX = 128;

    public IdempotencyKey {
        if (!fits(value)) {
            throw new IllegalArgumentException(
                    "idempotency key: 1 to " + CHARS_MAX + " visible ASCII");
        }
    }

    /** Whether the text may be a key: 1 to {@value #CHARS_MAX} visible ASCII characters. */
    public static boolean fits(String text) {
        return !text.isEmpty()
                && text.length() <= CHARS_MAX
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
