package dev.signet.token.forgery;

import static dev.signet.token.verdict.Reason.BAD_SIGNATURE;

import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.key.SigningKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Signatures that are none, among them the psychic ones of CVE-2022-21449. */
final class SignatureForgeries {

    private static final BigInteger ZERO = BigInteger.ZERO;
    private static final BigInteger ED25519_ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final Forge forge;
    private final Forgeries all;
    private final String token;
    private final byte[] signature;

    SignatureForgeries(Forge forge, Forgeries all) {
        this.forge = forge;
        this.all = all;
        this.token = forge.token();
        this.signature = Forge.signature(token);
    }

    void collect() {
        lengths();
        ranges();
        flippedBits();
        otherMessages();
        rsa(Algorithm.RS256);
        rsa(Algorithm.PS256);
        edwards();
        es384();
    }

    private void bad(String kind, byte[] forged) {
        all.add(kind, Forge.withSignature(token, forged), BAD_SIGNATURE);
    }

    private void lengths() {
        bad("signature empty", new byte[0]);
        bad("signature of one byte", new byte[1]);
        bad("signature one byte short", Arrays.copyOf(signature, 63));
        bad("signature without its first byte", Arrays.copyOfRange(signature, 1, 64));
        bad("signature of half the length", Arrays.copyOf(signature, 32));
        bad("signature one zero byte longer", Arrays.copyOf(signature, 65));
        bad("signature behind a zero byte", Forge.concat(new byte[1], signature));
        bad("signature twice", Forge.concat(signature, signature));
        bad("signature in DER", EcdsaSignature.of(signature).der());
        bad("signature in hexadecimal", ascii(HexFormat.of().formatHex(signature)));
        bad("signature encoded twice", ascii(Base64Url.encode(signature)));
        bad("signature of 64 KiB bits", new byte[8_000]);
        bad("DER of zeros", new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0});
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void ranges() {
        EcdsaSignature good = EcdsaSignature.of(signature);
        BigInteger order = EcdsaSignature.ORDER;
        bad("r and s zero", new byte[64]);
        bad("r zero", good.withR(ZERO).p1363());
        bad("s zero", good.withS(ZERO).p1363());
        bad("r one", good.withR(BigInteger.ONE).p1363());
        bad("s one", good.withS(BigInteger.ONE).p1363());
        bad("r is the order", good.withR(order).p1363());
        bad("s is the order", good.withS(order).p1363());
        bad("r and s are the order", new EcdsaSignature(order, order).p1363());
        bad("r above the order", good.withR(order.add(BigInteger.ONE)).p1363());
        bad("s above the order", good.withS(order.add(BigInteger.ONE)).p1363());
        bad("r of ones", good.withR(EcdsaSignature.ALL_ONES).p1363());
        bad("s of ones", good.withS(EcdsaSignature.ALL_ONES).p1363());
        bad("r negated", good.withR(order.subtract(good.r())).p1363());
        bad("halves swapped", new EcdsaSignature(good.s(), good.r()).p1363());
        bad("s equal to r", good.withS(good.r()).p1363());
        bad("halves in little endian", littleEndianHalves());
    }

    private byte[] littleEndianHalves() {
        return Forge.concat(
                reversed(Arrays.copyOf(signature, 32)),
                reversed(Arrays.copyOfRange(signature, 32, 64)));
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private void flippedBits() {
        for (int i = 0; i < signature.length; i++) {
            byte[] flipped = signature.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            bad("one bit of the signature flipped", flipped);
        }
        byte[] high = signature.clone();
        high[0] ^= (byte) 0x80;
        bad("highest bit of r flipped", high);
        high = signature.clone();
        high[32] ^= (byte) 0x80;
        bad("highest bit of s flipped", high);
    }

    private void otherMessages() {
        String other = forge.sign(forge.header(), forge.claims().withText("sub", "usr_mallory"));
        bad("signature of another token", Forge.signature(other));
        all.add("payload of another token", Forge.withSignature(other, signature), BAD_SIGNATURE);
        Json claims = forge.claims();
        changed("claim changed", forge.header(), claims.withText("sub", "usr_root"));
        changed("claim added", forge.header(), claims.with("admin", "true"));
        changed("claim removed", forge.header(), claims.without("email"));
        changed(
                "claims in another order",
                forge.header(),
                claims.without("iss").withText("iss", Forge.ISSUER));
        changed("white space in the payload", forge.header(), claims.with("acr", " \"1\""));
        changed("header member added", forge.header().withText("x", "y"), claims);
        changed(
                "header in another order",
                forge.header().without("alg").withText("alg", "ES256"),
                claims);
        String[] parts = token.split("\\.");
        signed("signature over the payload alone", parts[1]);
        signed("signature over both parts without the dot", parts[0] + parts[1]);
        signed("signature over the parts in reverse", parts[1] + '.' + parts[0]);
        signed("signature over the decoded parts", forge.header() + "." + claims);
        signed("signature over nothing", "");
        signed("signature over the token", token);
    }

    private void changed(String kind, Json header, Json claims) {
        all.add(kind, Forge.withSignature(forge.sign(header, claims), signature), BAD_SIGNATURE);
    }

    private void signed(String kind, String input) {
        bad(kind, forge.key().sign(ascii(input)));
    }

    private void rsa(Algorithm algorithm) {
        SigningKey key = forge.key(algorithm);
        String good = Forge.sign(key, forge.header(key).utf8(), forge.claims().utf8());
        byte[] bytes = Forge.signature(good);
        String name = algorithm.wireName() + ' ';
        forged(good, name + "signature empty", new byte[0]);
        forged(good, name + "signature of zeros", new byte[bytes.length]);
        forged(good, name + "signature one", new BigInteger("1").toByteArray());
        forged(good, name + "signature one, padded", endingWithOne(bytes.length));
        forged(good, name + "signature of ones", ones(bytes.length));
        forged(good, name + "signature one byte short", Arrays.copyOf(bytes, bytes.length - 1));
        forged(
                good,
                name + "signature one zero byte longer",
                Arrays.copyOf(bytes, bytes.length + 1));
        forged(good, name + "signature behind a zero byte", Forge.concat(new byte[1], bytes));
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        forged(good, name + "one bit of the signature flipped", flipped);
        forged(good, name + "signature of ES256 length", signature);
    }

    private static byte[] endingWithOne(int length) {
        byte[] bytes = new byte[length];
        bytes[length - 1] = 1;
        return bytes;
    }

    private static byte[] ones(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    }

    private void forged(String good, String kind, byte[] forged) {
        all.add(kind, Forge.withSignature(good, forged), BAD_SIGNATURE);
    }

    private void edwards() {
        SigningKey key = forge.key(Algorithm.EDDSA);
        String good = Forge.sign(key, forge.header(key).utf8(), forge.claims().utf8());
        byte[] bytes = Forge.signature(good);
        forged(good, "EdDSA signature of zeros", new byte[64]);
        forged(
                good,
                "EdDSA signature with R of order one",
                Forge.concat(endingWithZeros(), new byte[32]));
        forged(good, "EdDSA signature with s + L", withLargerS(bytes));
        forged(good, "EdDSA signature one byte short", Arrays.copyOf(bytes, 63));
        forged(good, "EdDSA signature with the sign of R flipped", flipped(bytes, 31));
        forged(good, "EdDSA signature with s flipped", flipped(bytes, 32));
    }

    /** The neutral point. */
    private static byte[] endingWithZeros() {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        return neutral;
    }

    /** The same point equation with an s that is not reduced (RFC 8032 §8.4). */
    private static byte[] withLargerS(byte[] signature) {
        BigInteger s = new BigInteger(1, reversed(Arrays.copyOfRange(signature, 32, 64)));
        byte[] larger = s.add(ED25519_ORDER).toByteArray();
        byte[] fixed = new byte[32];
        System.arraycopy(larger, 0, fixed, 32 - larger.length, larger.length);
        return Forge.concat(Arrays.copyOf(signature, 32), reversed(fixed));
    }

    private static byte[] flipped(byte[] signature, int index) {
        byte[] flipped = signature.clone();
        flipped[index] ^= (byte) 0x80;
        return flipped;
    }

    private void es384() {
        SigningKey key = forge.key(Algorithm.ES384);
        String good = Forge.sign(key, forge.header(key).utf8(), forge.claims().utf8());
        forged(good, "ES384 signature of zeros", new byte[96]);
        forged(good, "ES384 signature of ones", ones(96));
        forged(good, "ES384 signature of ES256 length", new byte[64]);
        forged(good, "ES384 signature one byte short", Arrays.copyOf(Forge.signature(good), 95));
    }
}
