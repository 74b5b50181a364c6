package dev.signet.chat.thread;

/** The title of a thread: one line of 1 to {@value #CHARS_MAX} characters. */
public record Title(String value) {
    /** In characters. */
    public static final int CHARS_MAX = 120;

    private static final int FROM_TEXT_CHARS = 60;
    private static final Title NEW = new Title("New conversation");

    public Title {
        if (!fits(value)) {
            throw new IllegalArgumentException(
                    "title: one line of 1 to " + CHARS_MAX + " characters");
        }
    }

    /** Whether the text may be a title as it is. */
    public static boolean fits(String text) {
        return !text.isBlank()
                && text.length() <= CHARS_MAX
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** The title of a thread about which nothing is known yet. */
    public static Title ofNew() {
        return NEW;
    }

    /** The beginning of the first message, cut at a word where possible. */
    public static Title fromText(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.isEmpty()) {
            return NEW;
        }
        return new Title(line.length() <= FROM_TEXT_CHARS ? line : cut(line));
    }

    private static String cut(String line) {
        int end =
                line.offsetByCodePoints(
                        0, Math.min(FROM_TEXT_CHARS, line.codePointCount(0, line.length())));
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space > FROM_TEXT_CHARS / 2 ? space : end) + "…";
    }

    @Override
    public String toString() {
        return value;
    }
}
