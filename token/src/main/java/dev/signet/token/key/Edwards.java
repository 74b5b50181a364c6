package dev.signet.token.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Which encoded points may be Ed25519 public keys (RFC 8032 §5.1.3, RFC 7748 §7). */
final class Edwards {

    static final int POINT_BYTES = 32;

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D =
            BigInteger.valueOf(-121_665).multiply(BigInteger.valueOf(121_666).modInverse(P)).mod(P);

    /** The y-coordinates of the points whose order divides 8: with them anybody can sign. */
    private static final Set<BigInteger> SMALL_ORDER =
            Set.of(
                    BigInteger.ZERO,
                    BigInteger.ONE,
                    P.subtract(BigInteger.ONE),
                    y("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
                    y("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"));

    private Edwards() {}

    /** Whether the bytes are the one encoding of a point on the curve whose order is not small. */
    static boolean isStrong(byte[] encoded) {
        if (encoded.length != POINT_BYTES) {
            return false;
        }
        BigInteger y = y(encoded);
        return y.compareTo(P) < 0 && !SMALL_ORDER.contains(y) && hasX(y);
    }

    /** Whether x² = (y² - 1) / (d·y² + 1) has a solution, by Euler's criterion. */
    private static boolean hasX(BigInteger y) {
        BigInteger square = y.multiply(y).mod(P);
        BigInteger denominator = D.multiply(square).add(BigInteger.ONE).modInverse(P);
        BigInteger x = square.subtract(BigInteger.ONE).multiply(denominator).mod(P);
        return x.modPow(P.shiftRight(1), P).equals(BigInteger.ONE);
    }

    private static BigInteger y(String hex) {
        return y(HexFormat.of().parseHex(hex));
    }

    /** Little endian, without the sign of x. */
    private static BigInteger y(byte[] encoded) {
        byte[] reversed = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            reversed[i] = encoded[encoded.length - 1 - i];
        }
        return new BigInteger(1, reversed).clearBit(255);
    }

    /** The point behind a prefix of the ASN.1 forms (RFC 8410). */
    static byte[] behind(byte[] prefix, byte[] point) {
        byte[] whole = Arrays.copyOf(prefix, prefix.length + point.length);
        System.arraycopy(point, 0, whole, prefix.length, point.length);
        return whole;
    }
}
