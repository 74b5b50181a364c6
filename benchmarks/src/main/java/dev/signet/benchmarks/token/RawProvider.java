package dev.signet.benchmarks.token;

import dev.signet.token.key.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * ES256 by the bare provider with its own key objects: the ceiling that everything around a
 * signature is measured against.
 */
public final class RawProvider {

    private static final String ES256 = "SHA256withECDSAinP1363Format";

    private final Signature signer;
    private final Signature verifier;

    private RawProvider() throws GeneralSecurityException {
        Provider provider = provider();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        KeyFactory keys = KeyFactory.getInstance("EC", provider);
        signer = Signature.getInstance(ES256, provider);
        signer.initSign(
                keys.generatePrivate(new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded())));
        verifier = Signature.getInstance(ES256, provider);
        verifier.initVerify(
                keys.generatePublic(new X509EncodedKeySpec(pair.getPublic().getEncoded())));
    }

    /** With a new key; one thread may use it at a time. */
    public static RawProvider create() {
        try {
            return new RawProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform cannot sign ES256", e);
        }
    }

    /** The provider that {@link CryptoProvider#best} describes. */
    private static Provider provider() {
        try {
            String type = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
            return (Provider) Class.forName(type).getField("INSTANCE").get(null);
        } catch (ReflectiveOperationException absent) {
            return Security.getProvider("SunEC");
        }
    }

    /** The signature of those bytes, in the form that a JWS has (RFC 7518 §3.4). */
    public byte[] sign(byte[] input) {
        try {
            signer.update(input);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    boolean verify(byte[] input, byte[] signature) {
        try {
            verifier.update(input);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the benchmark measures good signatures", e);
        }
    }
}
