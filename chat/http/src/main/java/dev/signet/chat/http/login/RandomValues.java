package dev.signet.chat.http.login;

import dev.signet.token.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Secrets of 256 random bits, as 43 characters of base64url, and their hashes. */
public final class RandomValues {

    private static final int BYTES = 32;
    private static final int CHARS = 43;

    private final SecureRandom random;

    public RandomValues(SecureRandom random) {
        this.random = random;
    }

    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    /** Whether the text has the form of {@link #next}. */
    public static boolean hasForm(String text) {
        return text.length() == CHARS && Base64Url.decode(text).isPresent();
    }

    /** SHA-256 in base64url. */
    public static String hash(String value) {
        try {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Compares in a time that does not depend on where they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
