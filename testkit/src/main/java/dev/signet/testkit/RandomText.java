package dev.signet.testkit;

import java.util.Random;

/**
 * Texts as nobody expects them: any character of Unicode, halves of pairs, zeros, control
 * characters, the marks that parsers look for. The seed is printed, so that a failure can be had
 * again. Used by one thread.
 */
public final class RandomText {

    private static final String MARKS = ".,;:=&%+ \t\r\n\0\"'\\/{}[]@?#-_~";
    private static final String PLAIN = "abcdefXYZ0189";

    private final Random random;

    /** Texts of a seed of their own, which is printed. */
    public RandomText() {
        this(new Random().nextLong());
    }

    /** The texts of that seed, which is printed. */
    public RandomText(long seed) {
        System.out.println("random texts of seed " + seed);
        this.random = new Random(seed);
    }

    /** A text of at most that many characters, pairs counted as two; halves of pairs occur. */
    public String any(int lengthMax) {
        int length = random.nextInt(lengthMax + 1);
        StringBuilder text = new StringBuilder(length + 1);
        while (text.length() < length) {
            append(text, random.nextInt(6));
        }
        text.setLength(length);
        return text.toString();
    }

    /** Like {@link #any}, but each pair is whole: what UTF-8 can carry. */
    public String sound(int lengthMax) {
        String text = any(lengthMax);
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(sound::appendCodePoint);
        return sound.toString();
    }

    private void append(StringBuilder text, int kind) {
        switch (kind) {
            case 0 -> text.append(MARKS.charAt(random.nextInt(MARKS.length())));
            case 1 -> text.append((char) random.nextInt(0x100));
            case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
            case 3 -> text.append((char) (0xD800 + random.nextInt(0x800)));
            case 4 -> text.append((char) random.nextInt(0x10000));
            default -> text.append(PLAIN.charAt(random.nextInt(PLAIN.length())));
        }
    }
}
