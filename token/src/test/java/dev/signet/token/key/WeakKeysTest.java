package dev.signet.token.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.forgery.Forge;
import dev.signet.token.forgery.Json;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.jose.StrictJson;
import dev.signet.token.key.CryptoProvider.Choice;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that must not verify anything, however good the set is that they stand in. */
class WeakKeysTest {

    private static final BigInteger F4 = BigInteger.valueOf(65_537);

    private final Forge forge = Forge.shared();

    /** The public JWK of a good key, member by member. */
    private Json good(Algorithm algorithm) {
        String jwk = new String(forge.key(algorithm).toJwk(), StandardCharsets.UTF_8);
        Map<String, Object> members =
                StrictJson.parseObject(jwk.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        Map<String, String> rawMembers = new LinkedHashMap<>();
        members.forEach((name, value) -> rawMembers.put(name, "\"" + value + '"'));
        List.of("d", "p", "q", "dp", "dq", "qi").forEach(rawMembers::remove);
        return new Json(rawMembers);
    }

    private static boolean isUsable(Json jwk, CryptoProvider provider) {
        byte[] set = ("{\"keys\":[" + jwk + "]}").getBytes(StandardCharsets.UTF_8);
        return KeySet.parse(set, provider) instanceof KeySet.Parsed.Usable;
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void the_keys_that_the_weak_ones_are_made_of_are_good(Algorithm algorithm) {
        assertThat(isUsable(good(algorithm), CryptoProvider.of(Choice.JDK))).isTrue();
        assertThat(isUsable(good(algorithm), CryptoProvider.best())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "ACCP"})
    void no_weak_key_is_used(Choice provider) {
        List<String> used = new ArrayList<>();

        weakKeys()
                .forEach((name, jwk) -> {
                    if (isUsable(jwk, CryptoProvider.of(provider))) {
                        used.add(name);
                    }
                });
        assertThat(used).isEmpty();
    }

    private Map<String, Json> weakKeys() {
        Map<String, Json> weak = new LinkedHashMap<>();
        rsaNumbers(weak);
        rsaMembers(weak);
        curves(weak);
        edwards(weak);
        purposes(weak);
        names(weak);
        privateMembers(weak);
        otherTypes(weak);
        return weak;
    }

    private static Json rsa(BigInteger modulus, BigInteger exponent) {
        return Json.empty()
                .withText("kty", "RSA")
                .withText("kid", "r")
                .withText("alg", "RS256")
                .withText("n", number(modulus))
                .withText("e", number(exponent));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return Base64Url.encode(
                bytes[0] == 0 && bytes.length > 1
                        ? Arrays.copyOfRange(bytes, 1, bytes.length)
                        : bytes);
    }

    private static BigInteger modulus(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return ((RSAPublicKey) generator.generateKeyPair().getPublic()).getModulus();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void rsaNumbers(Map<String, Json> weak) {
        BigInteger strong = modulus(2048);
        assertThat(isUsable(rsa(strong, F4), CryptoProvider.best())).isTrue();
        weak.put("RSA of 512 bits", rsa(modulus(512), F4));
        weak.put("RSA of 1024 bits", rsa(modulus(1024), F4));
        weak.put("RSA of 2040 bits", rsa(modulus(2040), F4));
        weak.put(
                "RSA of 16384 bits", rsa(BigInteger.ONE.shiftLeft(16_383).add(BigInteger.ONE), F4));
        weak.put("even modulus", rsa(strong.clearBit(0), F4));
        weak.put("modulus divisible by 3", rsa(divisibleBy(strong, 3), F4));
        weak.put("modulus divisible by 1999", rsa(divisibleBy(strong, 1_999), F4));
        weak.put("modulus a power of two", rsa(BigInteger.ONE.shiftLeft(2_048), F4));
        weak.put("modulus zero", rsa(BigInteger.ZERO, F4));
        for (long exponent : new long[] {0, 1, 2, 3, 4, 17, 257, 65_535, 65_536, 65_538}) {
            weak.put("exponent " + exponent, rsa(strong, BigInteger.valueOf(exponent)));
        }
        weak.put(
                "exponent of 65 bits",
                rsa(strong, BigInteger.ONE.shiftLeft(64).add(BigInteger.ONE)));
        weak.put("exponent as large as the modulus", rsa(strong, strong.subtract(BigInteger.TWO)));
    }

    private static BigInteger divisibleBy(BigInteger modulus, long factor) {
        BigInteger divisor = BigInteger.valueOf(factor);
        BigInteger candidate = modulus.subtract(modulus.mod(divisor));
        return candidate.testBit(0) ? candidate : candidate.add(divisor);
    }

    private void rsaMembers(Map<String, Json> weak) {
        Json good = good(Algorithm.RS256);
        byte[] modulus = Base64Url.decode(good.members().get("n").replace("\"", "")).orElseThrow();
        byte[] longer = new byte[modulus.length + 1];
        System.arraycopy(modulus, 0, longer, 1, modulus.length);
        weak.put("RSA without alg", good.without("alg"));
        weak.put("RSA for RS512", good.withText("alg", "RS512"));
        weak.put("RSA for ES256", good.withText("alg", "ES256"));
        weak.put("RSA for RSA-OAEP", good.withText("alg", "RSA-OAEP"));
        weak.put("RSA for none", good.withText("alg", "none"));
        weak.put("modulus behind a zero byte", good.withText("n", Base64Url.encode(longer)));
        weak.put(
                "modulus padded",
                good.withText("n", good.members().get("n").replace("\"", "") + "="));
        weak.put(
                "modulus with white space",
                good.withText("n", " " + good.members().get("n").replace("\"", "")));
        weak.put("exponent behind a zero byte", good.withText("e", "AAEAAQ"));
        weak.put("exponent as a number", good.with("e", "65537"));
        weak.put("modulus missing", good.without("n"));
        weak.put("modulus null", good.with("n", "null"));
        weak.put("exponent missing", good.without("e"));
        weak.put("modulus empty", good.withText("n", ""));
    }

    private void curves(Map<String, Json> weak) {
        Json p256 = good(Algorithm.ES256);
        Json p384 = good(Algorithm.ES384);
        String x = p256.members().get("x").replace("\"", "");
        String y = p256.members().get("y").replace("\"", "");
        weak.put("coordinates swapped", p256.withText("x", y).withText("y", x));
        weak.put("x off by one bit", p256.withText("x", flipped(x)));
        weak.put("y off by one bit", p256.withText("y", flipped(y)));
        weak.put("the point at infinity", p256.withText("x", zeros(32)).withText("y", zeros(32)));
        weak.put("x zero", p256.withText("x", zeros(32)));
        weak.put("x of ones", p256.withText("x", Base64Url.encode(ones(32))));
        weak.put("P-256 said to be P-384", p256.withText("crv", "P-384").without("alg"));
        weak.put("P-384 said to be P-256", p384.withText("crv", "P-256").without("alg"));
        weak.put("P-256 for ES384", p256.withText("alg", "ES384"));
        weak.put("P-384 for ES256", p384.withText("alg", "ES256"));
        weak.put("P-256 for ECDH-ES", p256.withText("alg", "ECDH-ES"));
        weak.put("P-256 for HS256", p256.withText("alg", "HS256"));
        weak.put("P-256 for none", p256.withText("alg", "none"));
        for (String curve : List.of("P-521", "secp256k1", "P-192", "p-256", "Ed25519", "")) {
            weak.put("curve '" + curve + "'", p256.withText("crv", curve).without("alg"));
        }
        weak.put("curve missing", p256.without("crv"));
        weak.put("x missing", p256.without("x"));
        weak.put("y missing", p256.without("y"));
        weak.put("x padded", p256.withText("x", x + "="));
        weak.put(
                "x with a trailing bit",
                p256.withText("x", x.substring(0, 42) + bumped(x.charAt(42))));
        weak.put("x in the other alphabet", p256.withText("x", "+/" + x.substring(2)));
        weak.put("x behind a zero byte", p256.withText("x", longer(x)));
    }

    /** The next letter carries a bit that decodes to nothing. */
    private static char bumped(char last) {
        return last == 'z' ? '0' : (char) (last + 1);
    }

    private static String longer(String part) {
        byte[] bytes = Base64Url.decode(part).orElseThrow();
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 1, bytes.length);
        return Base64Url.encode(longer);
    }

    private static String flipped(String part) {
        byte[] bytes = Base64Url.decode(part).orElseThrow();
        bytes[31] ^= 1;
        return Base64Url.encode(bytes);
    }

    private static String zeros(int length) {
        return Base64Url.encode(new byte[length]);
    }

    private static byte[] ones(int length) {
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 0xff);
        return ones;
    }

    private void edwards(Map<String, Json> weak) {
        Json good = good(Algorithm.EDDSA);
        for (String hex :
                List.of(
                        "0100000000000000000000000000000000000000000000000000000000000000",
                        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                        "0000000000000000000000000000000000000000000000000000000000000000",
                        "0000000000000000000000000000000000000000000000000000000000000080",
                        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                        "0100000000000000000000000000000000000000000000000000000000000080",
                        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")) {
            weak.put(
                    "Ed25519 point " + hex,
                    good.withText("x", Base64Url.encode(HexFormat.of().parseHex(hex))));
        }
        weak.put("Ed25519 point of ones", good.withText("x", Base64Url.encode(ones(32))));
        weak.put("Ed25519 point off the curve", good.withText("x", offTheCurve()));
        weak.put("Ed25519 point too short", good.withText("x", zeros(31)));
        weak.put("Ed25519 point too long", good.withText("x", zeros(33)));
        weak.put(
                "Ed25519 point padded",
                good.withText("x", good.members().get("x").replace("\"", "") + "="));
        weak.put("Ed25519 for ES256", good.withText("alg", "ES256"));
        weak.put("X25519", good.withText("crv", "X25519"));
        weak.put("Ed448", good.withText("crv", "Ed448"));
    }

    /** y = 2 has no x. */
    private static String offTheCurve() {
        byte[] two = new byte[32];
        two[0] = 2;
        return Base64Url.encode(two);
    }

    private void purposes(Map<String, Json> weak) {
        Json good = good(Algorithm.ES256);
        weak.put("use enc", good.withText("use", "enc"));
        weak.put("use unknown", good.withText("use", "x"));
        weak.put("use as a list", good.with("use", "[\"sig\"]"));
        weak.put("key_ops sign", good.without("use").with("key_ops", "[\"sign\"]"));
        weak.put("key_ops encrypt", good.without("use").with("key_ops", "[\"encrypt\"]"));
        weak.put("key_ops empty", good.without("use").with("key_ops", "[]"));
        weak.put("key_ops as text", good.without("use").withText("key_ops", "verify"));
        weak.put("key_ops with null", good.without("use").with("key_ops", "[null]"));
        weak.put("key_ops with a number", good.without("use").with("key_ops", "[1]"));
    }

    private void names(Map<String, Json> weak) {
        Json good = good(Algorithm.ES256);
        weak.put("no kid", good.without("kid"));
        weak.put("kid empty", good.withText("kid", ""));
        weak.put("kid null", good.with("kid", "null"));
        weak.put("kid as a number", good.with("kid", "1"));
        weak.put("kid as a list", good.with("kid", "[\"a\"]"));
        weak.put("kid too long", good.withText("kid", "k".repeat(129)));
        weak.put("alg as a number", good.with("alg", "256"));
        weak.put("alg as a list", good.with("alg", "[\"ES256\"]"));
    }

    private void privateMembers(Map<String, Json> weak) {
        for (Algorithm algorithm : Algorithm.values()) {
            String jwk = new String(forge.key(algorithm).toJwk(), StandardCharsets.UTF_8);
            Map<String, String> raw = new LinkedHashMap<>();
            StrictJson.parseObject(jwk.getBytes(StandardCharsets.UTF_8))
                    .orElseThrow()
                    .forEach((name, value) -> raw.put(name, "\"" + value + '"'));
            weak.put("private " + algorithm.wireName(), new Json(raw));
        }
        weak.put("d too short", good(Algorithm.ES256).withText("d", "AQ"));
        weak.put("d without primes", good(Algorithm.RS256).withText("d", "AQAB"));
        weak.put("a prime alone", good(Algorithm.RS256).withText("p", "AQAB"));
    }

    private void otherTypes(Map<String, Json> weak) {
        Json good = good(Algorithm.ES256);
        weak.put(
                "oct",
                Json.empty().withText("kty", "oct").withText("kid", "o").withText("k", zeros(32)));
        weak.put(
                "oct for HS256",
                Json.empty()
                        .withText("kty", "oct")
                        .withText("kid", "o")
                        .withText("alg", "HS256")
                        .withText("k", zeros(32)));
        weak.put("kty missing", good.without("kty"));
        weak.put("kty null", good.with("kty", "null"));
        weak.put("kty unknown", good.withText("kty", "AKP"));
        weak.put("kty in lower case", good.withText("kty", "ec"));
        weak.put("kty RSA over a curve", good.withText("kty", "RSA"));
        weak.put("an empty object", Json.empty());
        weak.put("x5c as text", good.withText("x5c", "MII"));
        weak.put("x5c with a number", good.with("x5c", "[1]"));
        weak.put("x5u no URI", good.withText("x5u", ":::"));
    }

    /** Whatever stands in a member: a key or none, never an exception. */
    @Test
    void no_member_makes_the_reader_stumble() {
        long seed = new SecureRandom().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String[] names = {
            "kty",
            "kid",
            "alg",
            "use",
            "key_ops",
            "crv",
            "x",
            "y",
            "n",
            "e",
            "d",
            "p",
            "q",
            "dp",
            "dq",
            "qi",
            "oth",
            "k",
            "x5c",
            "x5u",
            "x5t",
            "x5t#S256",
            "exp",
            "nbf",
            "iat",
            "revoked"
        };
        String[] values = {
            "null",
            "true",
            "1",
            "-1",
            "1.5",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "\"AQAB\"",
            "\"\\u0000\"",
            "[]",
            "[null]",
            "[1]",
            "[\"x\"]",
            "[[]]",
            "[{}]",
            "{}",
            "{\"x\":null}",
            "{\"revoked_at\":1}",
            "\"" + "A".repeat(5_000) + "\""
        };

        for (int i = 0; i < 20_000; i++) {
            Json jwk = good(Algorithm.values()[random.nextInt(5)]);
            for (int change = random.nextInt(4); change >= 0; change--) {
                jwk =
                        jwk.with(
                                names[random.nextInt(names.length)],
                                values[random.nextInt(values.length)]);
            }
            byte[] set = ("{\"keys\":[" + jwk + "]}").getBytes(StandardCharsets.UTF_8);
            assertThat(KeySet.parse(set, CryptoProvider.best())).isNotNull();
        }
    }
}
