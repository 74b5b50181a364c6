package dev.signet.token.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.signet.token.jose.Algorithm;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The one length that signatures of a key have, and for ECDSA the range of its halves. Checked
 * here, so that it does not matter which provider checks it too.
 */
final class SignatureForm {

    private static final byte[] P256_ORDER =
            HexFormat.of()
                    .parseHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    private static final byte[] P384_ORDER =
            HexFormat.of()
                    .parseHex(
                            "ffffffffffffffffffffffffffffffffffffffffffffffff"
                                    + "c7634d81f4372ddf581a0db248b0a77aecec196accc52973");
    private static final byte[] NO_ORDER = {};
    private static final int ED25519_BYTES = 64;

    private final int length;
    private final byte[] order;

    private SignatureForm(int length, byte[] order) {
        this.length = length;
        this.order = order;
    }

    static SignatureForm of(Algorithm algorithm, JWK jwk) {
        return switch (algorithm) {
            case ES256 -> new SignatureForm(2 * P256_ORDER.length, P256_ORDER);
            case ES384 -> new SignatureForm(2 * P384_ORDER.length, P384_ORDER);
            case EDDSA -> new SignatureForm(ED25519_BYTES, NO_ORDER);
            case RS256, PS256 -> new SignatureForm(modulusBytes((RSAKey) jwk), NO_ORDER);
        };
    }

    private static int modulusBytes(RSAKey rsa) {
        return (rsa.getModulus().decodeToBigInteger().bitLength() + 7) / 8;
    }

    boolean fits(byte[] signature) {
        return signature.length == length && halvesAreInRange(signature);
    }

    private boolean halvesAreInRange(byte[] signature) {
        return order.length == 0 || (inRange(signature, 0) && inRange(signature, order.length));
    }

    /** Whether that half lies in [1, n-1] (FIPS 186-5 §6.4.2). */
    private boolean inRange(byte[] signature, int from) {
        int to = from + order.length;
        return Arrays.compareUnsigned(signature, from, to, order, 0, order.length) < 0
                && !isZero(signature, from, to);
    }

    private static boolean isZero(byte[] signature, int from, int to) {
        int seen = 0;
        for (int i = from; i < to; i++) {
            seen |= signature[i];
        }
        return seen == 0;
    }
}
