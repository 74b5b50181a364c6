package dev.signet.authority.settings;

/**
 * How long a new password is, both inclusive.
 *
 * @param min code points, at least {@value #MIN_MIN}
 * @param max code points, not below {@code min}, at most {@value #MAX_MAX}
 */
public record PasswordLengths(int min, int max) {

    /** Shorter ones are guessed (NIST SP 800-63B §3.1.1.2). */
    public static final int MIN_MIN = 8;

    public static final int MAX_MAX = 1024;

    public PasswordLengths {
        if (min < MIN_MIN || max < min || max > MAX_MAX) {
            throw new IllegalArgumentException(
                    "password lengths: within " + MIN_MIN + " to " + MAX_MAX);
        }
    }

    /** 12 to 128. */
    public static PasswordLengths standard() {
        return new PasswordLengths(12, 128);
    }
}
