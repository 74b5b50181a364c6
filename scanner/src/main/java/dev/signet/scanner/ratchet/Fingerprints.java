package dev.signet.scanner.ratchet;

import dev.signet.scanner.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of findings that stay the same when lines move, are indented anew, or files are renamed:
 * the rule and the text of the line without white space. Equal ones in a tree are counted through:
 * {@code 3f…a1-1}, {@code 3f…a1-2}; whichever of them goes, the highest number goes.
 */
public final class Fingerprints {

    private static final int BYTES = 12;

    private Fingerprints() {}

    /** What all equal findings share. */
    public static String base(Finding finding) {
        return hash(finding.rule().id() + "\n" + finding.context(), BYTES);
    }

    /**
     * @param ordinal among equal ones, from 1
     */
    static String of(String base, int ordinal) {
        return base + "-" + ordinal;
    }

    /** A fingerprint without its number. */
    static String baseOf(String fingerprint) {
        int dash = fingerprint.lastIndexOf('-');
        return dash < 0 ? fingerprint : fingerprint.substring(0, dash);
    }

    static String hash(String text, int bytes) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java without SHA-256", e);
        }
    }
}
