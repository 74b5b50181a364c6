package dev.signet.token.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import dev.signet.token.jose.Algorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;

/** A public key that verifies signatures of one algorithm; safe for many threads. */
public final class VerificationKey {

    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger P384_ORDER =
            new BigInteger(
                    "ffffffffffffffffffffffffffffffffffffffffffffffff"
                            + "c7634d81f4372ddf581a0db248b0a77aecec196accc52973",
                    16);

    private final String kid;
    private final Algorithm algorithm;
    private final JWK jwk;
    private final SignaturePool pool;

    private VerificationKey(String kid, Algorithm algorithm, JWK jwk, SignaturePool pool) {
        this.kid = kid;
        this.algorithm = algorithm;
        this.jwk = jwk;
        this.pool = pool;
    }

    /** The JWK must be public and have passed {@link KeyRules}. */
    static VerificationKey of(String kid, Algorithm algorithm, JWK jwk, CryptoProvider provider)
            throws GeneralSecurityException, JOSEException {
        PublicKey key = KeyRules.publicKey(jwk);
        PublicKey adopted = provider.adopt(key, Jca.signatureName(algorithm));
        SignaturePool pool =
                new SignaturePool(() -> {
                    var signature = Jca.signature(algorithm, provider);
                    signature.initVerify(adopted);
                    return signature;
                });
        return new VerificationKey(kid, algorithm, jwk, pool);
    }

    public String kid() {
        return kid;
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** The key's RFC 7638 SHA-256 thumbprint, base64url. */
    public String thumbprint() {
        try {
            return jwk.computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a JDK without SHA-256", impossible);
        }
    }

    /** The public JWK with {@code kid}, {@code alg} and {@code use}. */
    JWK jwk() {
        return jwk;
    }

    /** Whether both verify the same signatures. */
    boolean sameKey(VerificationKey other) {
        return algorithm == other.algorithm && thumbprint().equals(other.thumbprint());
    }

    /**
     * Whether the signature covers exactly those bytes; any defect of the signature is a plain no.
     */
    public boolean verifies(byte[] signingInput, byte[] signature) {
        if (!wellFormed(signature)) {
            return false;
        }
        try {
            return pool.with(verifier -> {
                verifier.update(signingInput);
                return verifier.verify(signature);
            });
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private boolean wellFormed(byte[] signature) {
        return switch (algorithm) {
            case ES256 -> inRange(signature, P256_ORDER, 32);
            case ES384 -> inRange(signature, P384_ORDER, 48);
            case EDDSA -> signature.length == 64;
            case RS256, PS256 -> signature.length >= 256;
        };
    }

    /** Both halves of an ECDSA signature lie in [1, n-1] (FIPS 186-5 §6.4.2). */
    private static boolean inRange(byte[] signature, BigInteger order, int size) {
        if (signature.length != 2 * size) {
            return false;
        }
        return inRange(new BigInteger(1, signature, 0, size), order)
                && inRange(new BigInteger(1, signature, size, size), order);
    }

    private static boolean inRange(BigInteger half, BigInteger order) {
        return half.signum() > 0 && half.compareTo(order) < 0;
    }

    @Override
    public String toString() {
        return "VerificationKey[" + kid + " " + algorithm.wireName() + "]";
    }
}
