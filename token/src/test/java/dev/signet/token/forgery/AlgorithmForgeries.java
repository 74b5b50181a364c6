package dev.signet.token.forgery;

import static dev.signet.token.verdict.Reason.ALG_NOT_ALLOWED;
import static dev.signet.token.verdict.Reason.MALFORMED;

import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.SigningKey;
import dev.signet.token.verdict.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The algorithm is the issuer's choice, not the token's (RFC 8725 §2.1, §3.1). */
final class AlgorithmForgeries {

    private final Forge forge;
    private final Forgeries all;

    AlgorithmForgeries(Forge forge, Forgeries all) {
        this.forge = forge;
        this.all = all;
    }

    void collect() {
        unsigned();
        otherNames();
        mistyped();
        publicKeyAsSecret();
        otherAlgorithmOfTheSameKey();
        otherAlgorithmThanTheKey();
    }

    private void unsigned() {
        for (String none : List.of("none", "None", "NONE", "nOnE", "none ", "")) {
            Json header = forge.header().withText("alg", none);
            String signed = forge.sign(header, forge.claims());
            all.add(
                    "alg '" + none + "' without a signature",
                    Forge.withSignature(signed, new byte[0]),
                    ALG_NOT_ALLOWED);
            all.add("alg '" + none + "' with a signature", signed, ALG_NOT_ALLOWED);
        }
        all.add(
                "alg missing",
                forge.sign(forge.header().without("alg"), forge.claims()),
                ALG_NOT_ALLOWED);
        all.add("header empty", forge.sign(Json.empty(), forge.claims()), ALG_NOT_ALLOWED);
    }

    private void otherNames() {
        for (String name :
                List.of(
                        "es256",
                        "Es256",
                        " ES256",
                        "ES256 ",
                        "ES256\\u0000",
                        "ES256K",
                        "ES512",
                        "RS1",
                        "RS384",
                        "RS512",
                        "PS384",
                        "PS512",
                        "Ed25519",
                        "Ed448",
                        "dir",
                        "RSA-OAEP",
                        "A128KW",
                        "SHA256withECDSA")) {
            alg("alg '" + name + "'", '"' + name + '"', ALG_NOT_ALLOWED);
        }
    }

    private void mistyped() {
        alg("alg null", "null", MALFORMED);
        alg("alg as a list", "[\"ES256\"]", MALFORMED);
        alg("alg as an object", "{\"ES256\":true}", MALFORMED);
        alg("alg as a number", "256", MALFORMED);
        alg("alg as a boolean", "true", MALFORMED);
    }

    private void alg(String kind, String raw, Reason expected) {
        all.add(kind, forge.sign(forge.header().with("alg", raw), forge.claims()), expected);
    }

    /** CVE-2015-9235 and its many heirs. */
    private void publicKeyAsSecret() {
        byte[] jwks =
                KeySet.of(List.of(forge.key().verificationKey()))
                        .toJson()
                        .getBytes(StandardCharsets.UTF_8);
        hmac("HS256", "the JWK set", jwks);
        hmac("HS256", "the kid", forge.key().kid().getBytes(StandardCharsets.UTF_8));
        hmac("HS256", "the modulus", publicMember(Algorithm.RS256, "n"));
        hmac("HS256", "the coordinate x", publicMember(Algorithm.ES256, "x"));
        hmac("HS384", "the coordinate x", publicMember(Algorithm.ES256, "x"));
        hmac("HS512", "the coordinate x", publicMember(Algorithm.ES256, "x"));
        hmac("HS256", "one zero byte", new byte[1]);
    }

    private byte[] publicMember(Algorithm algorithm, String name) {
        String jwk = new String(forge.key(algorithm).toJwk(), StandardCharsets.UTF_8);
        int start = jwk.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return Base64Url.decode(jwk.substring(start, jwk.indexOf('"', start))).orElseThrow();
    }

    private void hmac(String alg, String secretName, byte[] secret) {
        String token = forge.sign(forge.header().withText("alg", alg), forge.claims());
        byte[] input = Forge.signingInput(token).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = hmac("HmacSHA" + alg.substring(2), secret, input);
        all.add(
                alg + " with " + secretName + " as secret",
                Forge.withSignature(token, signature),
                ALG_NOT_ALLOWED);
    }

    private static byte[] hmac(String jcaName, byte[] secret, byte[] input) {
        try {
            Mac mac = Mac.getInstance(jcaName);
            mac.init(new SecretKeySpec(secret, jcaName));
            return mac.doFinal(input);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** RSA keys could sign both ways; each is published for one. */
    private void otherAlgorithmOfTheSameKey() {
        SigningKey rs256 = forge.key(Algorithm.RS256);
        SigningKey ps256 = forge.key(Algorithm.PS256);
        sameKeyOtherWay("PS256 by a key for RS256", rs256, "RS256", "PS256");
        sameKeyOtherWay("RS256 by a key for PS256", ps256, "PS256", "RS256");
        labelled("RS256 called PS256", rs256, "PS256");
        labelled("PS256 called RS256", ps256, "RS256");
    }

    private void sameKeyOtherWay(String kind, SigningKey key, String published, String used) {
        String jwk = new String(key.toJwk(), StandardCharsets.UTF_8);
        byte[] changed = jwk.replace(published, used).getBytes(StandardCharsets.UTF_8);
        SigningKey other = SigningKey.ofJwk(changed, CryptoProvider.best());
        all.add(
                kind,
                Forge.sign(other, forge.header(other).utf8(), forge.claims().utf8()),
                ALG_NOT_ALLOWED);
    }

    private void otherAlgorithmThanTheKey() {
        labelled("ES256 called ES384", forge.key(), "ES384");
        labelled("ES256 called EdDSA", forge.key(), "EdDSA");
        labelled("ES256 called RS256", forge.key(), "RS256");
        labelled("ES384 called ES256", forge.key(Algorithm.ES384), "ES256");
        labelled("EdDSA called ES256", forge.key(Algorithm.EDDSA), "ES256");
    }

    private void labelled(String kind, SigningKey key, String alg) {
        byte[] header = forge.header(key).withText("alg", alg).utf8();
        all.add(kind, Forge.sign(key, header, forge.claims().utf8()), ALG_NOT_ALLOWED);
    }
}
