package dev.signet.token.jose;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * base64url without padding (RFC 7515 §2) in its one canonical spelling: no {@code =}, no other
 * alphabet, no white space, no non-zero trailing bits.
 */
public final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < alphabet.length(); i++) {
            VALUES[alphabet.charAt(i)] = (byte) i;
        }
    }

    private Base64Url() {}

    /** The canonical spelling of those bytes. */
    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** The canonical spelling of a text's UTF-8 bytes. */
    public static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes, or empty when the text is not their canonical spelling. */
    public static Optional<byte[]> decode(String text) {
        return isCanonical(text)
                ? Optional.of(DECODER.decode(text.getBytes(StandardCharsets.ISO_8859_1)))
                : Optional.empty();
    }

    private static boolean isCanonical(String text) {
        int remainder = text.length() & 3;
        if (remainder == 1) {
            return false;
        }
        int last = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            last = c < 128 ? VALUES[c] : -1;
            if (last < 0) {
                return false;
            }
        }
        int unusedBits = remainder == 2 ? 0x0f : remainder == 3 ? 0x03 : 0;
        return (last & unusedBits) == 0;
    }
}
