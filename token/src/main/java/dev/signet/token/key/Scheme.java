package dev.signet.token.key;

import dev.signet.token.jose.Algorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/**
 * How one provider computes one JWS algorithm: what it calls it, which key objects it likes, and
 * how it spells ECDSA signatures.
 */
final class Scheme {

    private static final PSSParameterSpec PS256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final Algorithm algorithm;
    private final Optional<Provider> provider;
    private final String name;

    private Scheme(Algorithm algorithm, Optional<Provider> provider, String name) {
        this.algorithm = algorithm;
        this.provider = provider;
        this.name = name;
    }

    /** By that provider, or by the JDK's own when the provider lacks the algorithm. */
    static Scheme of(Algorithm algorithm, Optional<Provider> provider) {
        Optional<Provider> withKeys =
                provider.filter(p -> p.getService("KeyFactory", keyType(algorithm)) != null);
        return withKeys.flatMap(p ->
                        names(algorithm).stream()
                                .filter(name -> p.getService("Signature", name) != null)
                                .findFirst())
                .map(name -> new Scheme(algorithm, withKeys, name))
                .orElseGet(() -> new Scheme(algorithm, Optional.empty(), names(algorithm).get(0)));
    }

    /** What providers call it; the first is the JDK's name and needs no conversion. */
    private static List<String> names(Algorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> List.of("SHA256withECDSAinP1363Format", "SHA256withECDSA");
            case ES384 -> List.of("SHA384withECDSAinP1363Format", "SHA384withECDSA");
            case RS256 -> List.of("SHA256withRSA");
            case PS256 -> List.of("RSASSA-PSS", "SHA256withRSA/PSS");
            case EDDSA -> List.of("Ed25519", "EdDSA");
        };
    }

    private static String keyType(Algorithm algorithm) {
        return switch (algorithm) {
            case ES256, ES384 -> "EC";
            case RS256, PS256 -> "RSA";
            case EDDSA -> "EdDSA";
        };
    }

    /** Objects that sign with that key. */
    SignaturePool signers(PrivateKey key) throws GeneralSecurityException {
        PrivateKey own = adopt(key);
        return new SignaturePool(() -> {
            Signature signature = newSignature();
            signature.initSign(own);
            return signature;
        });
    }

    /** Objects that verify with that key. */
    SignaturePool verifiers(PublicKey key) throws GeneralSecurityException {
        PublicKey own = adopt(key);
        return new SignaturePool(() -> {
            Signature signature = newSignature();
            signature.initVerify(own);
            return signature;
        });
    }

    private Signature newSignature() throws GeneralSecurityException {
        Signature signature =
                provider.isPresent()
                        ? Signature.getInstance(name, provider.get())
                        : Signature.getInstance(name);
        if (algorithm == Algorithm.PS256) {
            signature.setParameter(PS256);
        }
        return signature;
    }

    /** The same key as an object of the provider, which spares a translation at each use. */
    private PublicKey adopt(PublicKey key) throws GeneralSecurityException {
        return provider.isPresent()
                ? keys().generatePublic(new X509EncodedKeySpec(key.getEncoded()))
                : key;
    }

    private PrivateKey adopt(PrivateKey key) throws GeneralSecurityException {
        return provider.isPresent()
                ? keys().generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()))
                : key;
    }

    private KeyFactory keys() throws GeneralSecurityException {
        return KeyFactory.getInstance(keyType(algorithm), provider.orElseThrow());
    }

    /** From the JWS spelling (RFC 7518 §3.4) to the provider's. */
    byte[] fromJws(byte[] signature) {
        return isDer() ? EcdsaDer.encode(signature) : signature;
    }

    /** From the provider's spelling to that of JWS. */
    byte[] toJws(byte[] signature) {
        return isDer()
                ? EcdsaDer.decode(signature, algorithm == Algorithm.ES256 ? 64 : 96)
                : signature;
    }

    private boolean isDer() {
        return name.endsWith("withECDSA");
    }
}
