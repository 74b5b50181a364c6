package dev.signet.chat.id;

/** The one spelling of all random ids: a prefix and 22 base64url characters. */
final class IdForm {
    static final int RANDOM_BYTES = 16;
    private static final int RANDOM_CHARS = 22;

    private IdForm() {}

    static boolean matches(String prefix, String text) {
        return text.length() == prefix.length() + RANDOM_CHARS
                && text.startsWith(prefix)
                && text.chars().skip(prefix.length()).allMatch(IdForm::isBase64Url);
    }

    static void require(String prefix, String text) {
        if (!matches(prefix, text)) {
            throw new IllegalArgumentException("not an id that starts with " + prefix);
        }
    }

    private static boolean isBase64Url(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }
}
