package dev.signet.config;

/**
 * Which passwords are accepted, by length alone (NIST SP 800-63B §3.1.1).
 *
 * @param lengthMin characters, at least {@value #LENGTH_MIN}
 * @param lengthMax characters, {@value #LENGTH_MAX_MIN} to {@value #LENGTH_MAX_MAX}
 */
public record PasswordSettings(int lengthMin, int lengthMax) {

    public static final int LENGTH_MIN = 8;
    public static final int LENGTH_MIN_MAX = 64;
    public static final int LENGTH_MAX_MIN = 64;
    public static final int LENGTH_MAX_MAX = 1024;

    public PasswordSettings {
        if (lengthMin < LENGTH_MIN || lengthMin > LENGTH_MIN_MAX) {
            throw new IllegalArgumentException("password.length-min: " + lengthMin);
        }
        if (lengthMax < LENGTH_MAX_MIN || lengthMax > LENGTH_MAX_MAX) {
            throw new IllegalArgumentException("password.length-max: " + lengthMax);
        }
    }
}
