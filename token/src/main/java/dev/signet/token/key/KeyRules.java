package dev.signet.token.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.limit.TokenLimits;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/** Which JWKs may verify a token, and with which one algorithm (RFC 8725 §3.1, §3.5). */
final class KeyRules {

    private static final BigInteger RSA_EXPONENT_MIN = BigInteger.valueOf(65_537);
    private static final int RSA_EXPONENT_BITS_MAX = 64;
    private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Found when the first RSA key is looked at, which most processes never do. */
    private static final class SmallPrimes {
        private static final BigInteger PRODUCT = primorial(2_000);
    }

    private KeyRules() {}

    /** The algorithm that the key is for; empty when the key must not be used. */
    static Optional<Algorithm> algorithmOf(JWK jwk) {
        return isNamed(jwk) && !jwk.isPrivate() && isForSignatures(jwk)
                ? byType(jwk).filter(fitting -> agrees(jwk, fitting))
                : Optional.empty();
    }

    private static boolean isNamed(JWK jwk) {
        String kid = jwk.getKeyID();
        return kid != null && !kid.isEmpty() && kid.length() <= TokenLimits.KID_LENGTH_MAX;
    }

    private static boolean agrees(JWK jwk, Algorithm fitting) {
        return jwk.getAlgorithm() == null
                || jwk.getAlgorithm().getName().equals(fitting.wireName());
    }

    private static boolean isForSignatures(JWK jwk) {
        boolean use = jwk.getKeyUse() == null || KeyUse.SIGNATURE.equals(jwk.getKeyUse());
        boolean operations =
                jwk.getKeyOperations() == null
                        || jwk.getKeyOperations().contains(KeyOperation.VERIFY);
        return use && operations;
    }

    private static Optional<Algorithm> byType(JWK jwk) {
        if (jwk instanceof ECKey ec) {
            return ofCurve(ec.getCurve()).filter(a -> hasFullCoordinates(ec));
        }
        if (jwk instanceof RSAKey rsa) {
            return rsaIsStrong(rsa) ? rsaAlgorithm(rsa) : Optional.empty();
        }
        if (jwk instanceof OctetKeyPair okp && Curve.Ed25519.equals(okp.getCurve())) {
            return canonical(okp.getX()).filter(Edwards::isStrong).map(x -> Algorithm.EDDSA);
        }
        return Optional.empty();
    }

    /** Each coordinate as long as the field, so that a key has one thumbprint (RFC 7518 §6.2.1). */
    private static boolean hasFullCoordinates(ECKey ec) {
        int bytes =
                (ec.getCurve().toECParameterSpec().getCurve().getField().getFieldSize() + 7) / 8;
        return hasLength(ec.getX(), bytes) && hasLength(ec.getY(), bytes);
    }

    private static boolean hasLength(Base64URL value, int bytes) {
        return canonical(value).filter(decoded -> decoded.length == bytes).isPresent();
    }

    /** The library reads base64url laxly; here it has one spelling. */
    private static Optional<byte[]> canonical(Base64URL value) {
        return Base64Url.decode(value.toString());
    }

    private static Optional<Algorithm> ofCurve(Curve curve) {
        if (Curve.P_256.equals(curve)) {
            return Optional.of(Algorithm.ES256);
        }
        return Curve.P_384.equals(curve) ? Optional.of(Algorithm.ES384) : Optional.empty();
    }

    /** An RSA key serves two algorithms, so it must say which. */
    private static Optional<Algorithm> rsaAlgorithm(RSAKey rsa) {
        return rsa.getAlgorithm() == null
                ? Optional.empty()
                : Algorithm.ofWireName(rsa.getAlgorithm().getName())
                        .filter(a -> a == Algorithm.RS256 || a == Algorithm.PS256);
    }

    private static boolean rsaIsStrong(RSAKey rsa) {
        BigInteger modulus = rsa.getModulus().decodeToBigInteger();
        BigInteger exponent = rsa.getPublicExponent().decodeToBigInteger();
        return isMinimal(rsa.getModulus())
                && isMinimal(rsa.getPublicExponent())
                && modulus.bitLength() >= TokenLimits.RSA_BITS_MIN
                && modulus.bitLength() <= TokenLimits.RSA_BITS_MAX
                && modulus.gcd(SmallPrimes.PRODUCT).equals(BigInteger.ONE)
                && exponent.testBit(0)
                && exponent.compareTo(RSA_EXPONENT_MIN) >= 0
                && exponent.bitLength() <= RSA_EXPONENT_BITS_MAX;
    }

    /** As few bytes as the number needs (RFC 7518 §6.3.1.1). */
    private static boolean isMinimal(Base64URL value) {
        return canonical(value).filter(bytes -> bytes.length > 0 && bytes[0] != 0).isPresent();
    }

    private static BigInteger primorial(int limit) {
        BigInteger product = BigInteger.TWO;
        for (BigInteger prime = BigInteger.valueOf(3);
                prime.intValue() < limit;
                prime = prime.nextProbablePrime()) {
            product = product.multiply(prime);
        }
        return product;
    }

    /** The JCA key; Nimbus converts all but Edwards keys. */
    static PublicKey publicKey(JWK jwk) throws JOSEException, GeneralSecurityException {
        if (!(jwk instanceof OctetKeyPair okp)) {
            return ((AsymmetricJWK) jwk).toPublicKey();
        }
        byte[] spki = Edwards.behind(ED25519_SPKI, okp.getX().decode());
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    }
}
