package dev.signet.token.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.signet.token.jose.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A private key with its {@code kid} and its one algorithm; safe for many threads, never printed.
 */
public final class SigningKey {

    private static final int RSA_BITS = 3072;
    private static final byte[] ED25519_PKCS8 =
            HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final JWK jwk;
    private final VerificationKey verificationKey;
    private final SignaturePool pool;

    private SigningKey(JWK jwk, VerificationKey verificationKey, SignaturePool pool) {
        this.jwk = jwk;
        this.verificationKey = verificationKey;
        this.pool = pool;
    }

    /** A new key whose {@code kid} is its RFC 7638 thumbprint, so that no two keys share one. */
    public static SigningKey generate(Algorithm algorithm, CryptoProvider provider) {
        try {
            JWK jwk = generateJwk(algorithm);
            return of(withNames(jwk, algorithm), algorithm, provider);
        } catch (GeneralSecurityException | JOSEException | ParseException e) {
            throw new IllegalStateException("this JDK cannot make keys for " + algorithm, e);
        }
    }

    /**
     * The key of a private JWK as {@link #toJwk} wrote it.
     *
     * @throws IllegalArgumentException when it is none; the text says nothing of its content
     */
    public static SigningKey ofJwk(byte[] json, CryptoProvider provider) {
        try {
            JWK jwk = JWK.parse(new String(json, StandardCharsets.UTF_8));
            Algorithm algorithm = Algorithm.ofWireName(jwk.getAlgorithm().getName()).orElseThrow();
            return of(jwk, algorithm, provider);
        } catch (GeneralSecurityException | JOSEException | ParseException | RuntimeException e) {
            throw new IllegalArgumentException("not a private signing key");
        }
    }

    private static SigningKey of(JWK jwk, Algorithm algorithm, CryptoProvider provider)
            throws GeneralSecurityException, JOSEException {
        VerificationKey verification =
                VerificationKey.of(jwk.toPublicJWK(), provider)
                        .orElseThrow(() -> new IllegalArgumentException("weak or nameless key"));
        PrivateKey key = provider.adopt(privateKey(jwk), Jca.signatureName(algorithm));
        SignaturePool pool =
                new SignaturePool(() -> {
                    var signature = Jca.signature(algorithm, provider);
                    signature.initSign(key);
                    return signature;
                });
        SigningKey signing = new SigningKey(jwk, verification, pool);
        signing.requirePair();
        return signing;
    }

    /** Tokens that nobody can verify must not leave the house. */
    private void requirePair() {
        byte[] probe = kid().getBytes(StandardCharsets.UTF_8);
        if (!verificationKey.verifies(probe, sign(probe))) {
            throw new IllegalArgumentException("the private and the public half are not a pair");
        }
    }

    private static PrivateKey privateKey(JWK jwk) throws JOSEException, GeneralSecurityException {
        if (!(jwk instanceof OctetKeyPair okp)) {
            return ((AsymmetricJWK) jwk).toPrivateKey();
        }
        byte[] pkcs8 = Edwards.behind(ED25519_PKCS8, okp.getDecodedD());
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static JWK generateJwk(Algorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case ES256 -> ec(Curve.P_256);
            case ES384 -> ec(Curve.P_384);
            case RS256, PS256 -> rsa();
            case EDDSA -> ed25519();
        };
    }

    private static JWK ec(Curve curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve.getStdName()));
        KeyPair pair = generator.generateKeyPair();
        return new ECKey.Builder(curve, (ECPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .build();
    }

    private static JWK rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        KeyPair pair = generator.generateKeyPair();
        return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .build();
    }

    private static JWK ed25519() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] spki = pair.getPublic().getEncoded();
        byte[] x = Arrays.copyOfRange(spki, spki.length - Edwards.POINT_BYTES, spki.length);
        byte[] d = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x))
                .d(Base64URL.encode(d))
                .build();
    }

    private static JWK withNames(JWK jwk, Algorithm algorithm)
            throws JOSEException, ParseException {
        var members = jwk.toJSONObject();
        members.put("kid", jwk.computeThumbprint().toString());
        members.put("use", KeyUse.SIGNATURE.identifier());
        members.put("alg", algorithm.wireName());
        return JWK.parse(members);
    }

    public String kid() {
        return verificationKey.kid();
    }

    public Algorithm algorithm() {
        return verificationKey.algorithm();
    }

    /** The public half. */
    public VerificationKey verificationKey() {
        return verificationKey;
    }

    /** The signature over those bytes in JWS form (RFC 7518 §3.4: r and s, not DER). */
    public byte[] sign(byte[] signingInput) {
        try {
            return pool.with(signer -> {
                signer.update(signingInput);
                return signer.sign();
            });
        } catch (SignatureException e) {
            throw new IllegalStateException("signing with " + kid() + " failed", e);
        }
    }

    /** The private JWK, to be sealed before it is stored. */
    public byte[] toJwk() {
        return jwk.toJSONString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
