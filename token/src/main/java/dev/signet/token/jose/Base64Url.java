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

    /** The six bits of each character; negative, and so in any combination, for all others. */
    private static final byte[] SEXTETS = new byte[256];

    static {
        Arrays.fill(SEXTETS, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < alphabet.length(); i++) {
            SEXTETS[alphabet.charAt(i)] = (byte) i;
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
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII); // others become a '?'
        return decode(ascii, 0, ascii.length);
    }

    /** The bytes spelled by the characters from one index to before another. */
    static Optional<byte[]> decode(byte[] ascii, int from, int to) {
        int rest = (to - from) & 3;
        if (rest == 1) {
            return Optional.empty();
        }
        byte[] bytes = new byte[(int) ((to - from) * 3L / 4)];
        int wholeEnd = to - rest;
        int seen = 0;
        int target = 0;
        for (int i = from; i < wholeEnd; i += 4) {
            int bits =
                    sextet(ascii[i]) << 18
                            | sextet(ascii[i + 1]) << 12
                            | sextet(ascii[i + 2]) << 6
                            | sextet(ascii[i + 3]);
            seen |= bits;
            bytes[target] = (byte) (bits >> 16);
            bytes[target + 1] = (byte) (bits >> 8);
            bytes[target + 2] = (byte) bits;
            target += 3;
        }
        boolean canonical = seen >= 0 && (rest == 0 || decodeRest(ascii, wholeEnd, to, bytes));
        return canonical ? Optional.of(bytes) : Optional.empty();
    }

    /** Two or three characters: one or two bytes, and bits that nothing needs and must be zero. */
    private static boolean decodeRest(byte[] ascii, int from, int to, byte[] bytes) {
        int bits = sextet(ascii[from]) << 18 | sextet(ascii[from + 1]) << 12;
        if (to - from == 2) {
            bytes[bytes.length - 1] = (byte) (bits >> 16);
            return bits >= 0 && (bits & 0xffff) == 0;
        }
        bits |= sextet(ascii[from + 2]) << 6;
        bytes[bytes.length - 2] = (byte) (bits >> 16);
        bytes[bytes.length - 1] = (byte) (bits >> 8);
        return bits >= 0 && (bits & 0xff) == 0;
    }

    private static int sextet(byte character) {
        return SEXTETS[character & 0xff];
    }
}
