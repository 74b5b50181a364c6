package dev.signet.token.jose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of a token's characters. */
public final class Digest {

    private Digest() {}

    /**
     * The hash of a text's UTF-8 bytes, which for a token are its ASCII characters.
     *
     * @param hashName as {@link Algorithm#hashName} gives it
     */
    public static byte[] of(String text, String hashName) {
        try {
            return MessageDigest.getInstance(hashName)
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a JDK without " + hashName, impossible);
        }
    }
}
