package dev.signet.token.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import dev.signet.token.jose.Algorithm;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public key that verifies signatures of one algorithm; safe for many threads. Two are equal when
 * {@code kid}, algorithm and thumbprint are.
 */
public final class VerificationKey {

    private final String kid;
    private final Algorithm algorithm;
    private final JWK jwk;
    private final String thumbprint;
    private final SignatureForm form;
    private final SignaturePool pool;

    private VerificationKey(JWK jwk, Algorithm algorithm, CryptoProvider provider)
            throws GeneralSecurityException, JOSEException {
        String jcaName = Jca.signatureName(algorithm);
        PublicKey key = provider.adopt(KeyRules.publicKey(jwk), jcaName);
        this.kid = jwk.getKeyID();
        this.algorithm = algorithm;
        this.jwk = jwk;
        this.thumbprint = jwk.computeThumbprint().toString();
        this.form = SignatureForm.of(algorithm, jwk);
        this.pool =
                new SignaturePool(() -> {
                    var signature = Jca.signature(algorithm, provider);
                    signature.initVerify(key);
                    return signature;
                });
    }

    /** The key of a public JWK; empty when {@link KeyRules} or the provider refuse it. */
    static Optional<VerificationKey> of(JWK jwk, CryptoProvider provider) {
        Optional<Algorithm> algorithm = KeyRules.algorithmOf(jwk);
        if (algorithm.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VerificationKey(jwk, algorithm.get(), provider));
        } catch (GeneralSecurityException | JOSEException unusable) {
            return Optional.empty();
        }
    }

    public String kid() {
        return kid;
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** The key's RFC 7638 SHA-256 thumbprint, base64url. */
    public String thumbprint() {
        return thumbprint;
    }

    /** The public JWK as it was read or made. */
    JWK jwk() {
        return jwk;
    }

    /**
     * Whether the signature covers exactly those bytes; any defect of the signature is a plain no.
     *
     * @throws IllegalStateException when the crypto provider itself fails
     */
    public boolean verifies(byte[] signingInput, byte[] signature) {
        if (!form.fits(signature)) {
            return false;
        }
        try {
            return pool.with(verifier -> {
                verifier.update(signingInput);
                return verifier.verify(signature);
            });
        } catch (SignatureException notASignature) {
            return false;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof VerificationKey key
                        && kid.equals(key.kid)
                        && algorithm == key.algorithm
                        && thumbprint.equals(key.thumbprint));
    }

    @Override
    public int hashCode() {
        return kid.hashCode();
    }

    @Override
    public String toString() {
        return "VerificationKey[" + kid + " " + algorithm.wireName() + "]";
    }
}
