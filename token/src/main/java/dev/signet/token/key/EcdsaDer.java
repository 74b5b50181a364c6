package dev.signet.token.key;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * ECDSA signatures as JWS joins r and s, and as X.509 does (RFC 3279 §2.2.3), for providers that
 * know only the latter. Short lengths suffice up to P-384.
 */
final class EcdsaDer {

    private static final byte SEQUENCE = 0x30;
    private static final byte INTEGER = 0x02;

    private EcdsaDer() {}

    /** Of a signature whose length and range were checked before. */
    static byte[] encode(byte[] joined) {
        int half = joined.length / 2;
        byte[] r = new BigInteger(1, joined, 0, half).toByteArray();
        byte[] s = new BigInteger(1, joined, half, half).toByteArray();
        return ByteBuffer.allocate(6 + r.length + s.length)
                .put(SEQUENCE)
                .put((byte) (4 + r.length + s.length))
                .put(INTEGER)
                .put((byte) r.length)
                .put(r)
                .put(INTEGER)
                .put((byte) s.length)
                .put(s)
                .array();
    }

    /** Of a signature that the provider made itself. */
    static byte[] decode(byte[] der, int joinedLength) {
        byte[] joined = new byte[joinedLength];
        int rLength = der[3];
        int sLength = der[5 + rLength];
        copyNumber(der, 4, rLength, joined, joinedLength / 2);
        copyNumber(der, 6 + rLength, sLength, joined, joinedLength);
        return joined;
    }

    /** Right-aligned, without the zero byte that only says that the number is positive. */
    private static void copyNumber(byte[] der, int from, int length, byte[] joined, int end) {
        int skipped = Math.max(0, length - joined.length / 2);
        int significant = length - skipped;
        System.arraycopy(der, from + skipped, joined, end - significant, significant);
    }
}
