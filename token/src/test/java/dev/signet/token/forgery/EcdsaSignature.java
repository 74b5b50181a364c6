package dev.signet.token.forgery;

import java.math.BigInteger;
import java.util.Arrays;

/** The two halves of a P-256 signature, to be put together wrongly. */
record EcdsaSignature(BigInteger r, BigInteger s) {

    static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    static final BigInteger ALL_ONES = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private static final int HALF = 32;

    static EcdsaSignature of(byte[] p1363) {
        return new EcdsaSignature(
                new BigInteger(1, p1363, 0, HALF), new BigInteger(1, p1363, HALF, HALF));
    }

    EcdsaSignature withR(BigInteger other) {
        return new EcdsaSignature(other, s);
    }

    EcdsaSignature withS(BigInteger other) {
        return new EcdsaSignature(r, other);
    }

    byte[] p1363() {
        return Forge.concat(fixed(r), fixed(s));
    }

    private static byte[] fixed(BigInteger half) {
        byte[] bytes = half.toByteArray();
        byte[] fixed = new byte[HALF];
        int length = Math.min(bytes.length, HALF);
        System.arraycopy(bytes, bytes.length - length, fixed, HALF - length, length);
        return fixed;
    }

    /** As X9.62 and TLS write it. */
    byte[] der() {
        byte[] first = integer(r);
        byte[] second = integer(s);
        return Forge.concat(
                new byte[] {0x30, (byte) (first.length + second.length)},
                Forge.concat(first, second));
    }

    private static byte[] integer(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return Forge.concat(
                new byte[] {2, (byte) bytes.length}, Arrays.copyOf(bytes, bytes.length));
    }
}
