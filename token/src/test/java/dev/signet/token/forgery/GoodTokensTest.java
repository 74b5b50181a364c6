package dev.signet.token.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.access.TokenValidator;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.CryptoProvider.Choice;
import dev.signet.token.key.SigningKey;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Identity.Kind;
import dev.signet.token.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Strictness refuses nothing that the RFCs call good. */
class GoodTokensTest {

    private static final long NOW = Forge.NOW.getEpochSecond();

    private final Forge forge = Forge.shared();

    @ParameterizedTest
    @EnumSource(names = {"JDK", "ACCP"})
    void each_variant_is_valid(Choice provider) {
        TokenValidator validator =
                forge.validator(CryptoProvider.of(provider), RevokedTokens.state(forge));
        Map<String, Verdict> wrong = new LinkedHashMap<>();

        variants()
                .forEach((name, token) -> {
                    Verdict first = validator.validate(token);
                    Verdict again = validator.validate(token);
                    if (!(first instanceof Verdict.Valid) || !again.equals(first)) {
                        wrong.put(name, first);
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private Map<String, String> variants() {
        Map<String, String> variants = new LinkedHashMap<>();
        ofEachKey(variants);
        headers(variants);
        payloads(variants);
        audiences(variants);
        times(variants);
        optionalClaims(variants);
        variants.put("the second signature of the same token", negated(forge.token()));
        return variants;
    }

    private void ofEachKey(Map<String, String> variants) {
        for (Algorithm algorithm : Algorithm.values()) {
            SigningKey key = forge.key(algorithm);
            variants.put(
                    algorithm.wireName(),
                    Forge.sign(key, forge.header(key).utf8(), forge.claims().utf8()));
        }
    }

    private void headers(Map<String, String> variants) {
        header(variants, "as it is", header -> header);
        for (String type :
                List.of("application/at+jwt", "AT+JWT", "At+Jwt", "APPLICATION/AT+JWT")) {
            header(variants, "typ " + type, header -> header.withText("typ", type));
        }
        header(
                variants,
                "members in another order",
                header -> header.without("alg").withText("alg", "ES256"));
        header(
                variants,
                "unknown members",
                header -> header.withText("iat", "x").with("x", "{\"y\":[1,null]}"));
        header(variants, "cty", header -> header.withText("cty", "application/json"));
        header(
                variants,
                "a jwk that nobody reads",
                header -> header.with("jwk", "{\"kty\":\"oct\",\"k\":\"AA\"}"));
        header(
                variants,
                "a jku that nobody fetches",
                header -> header.withText("jku", "https://evil.test/"));
        header(
                variants,
                "escaped names",
                header -> header.without("typ").withText("t\\u0079p", "at+jwt"));
        header(variants, "escaped values", header -> header.withText("typ", "\\u0061t+jwt"));
    }

    private void header(Map<String, String> variants, String name, UnaryOperator<Json> change) {
        variants.put("header: " + name, forge.sign(change.apply(forge.header()), forge.claims()));
    }

    private void payloads(Map<String, String> variants) {
        variants.put("payload: members in reverse", forge.sign(forge.header(), reversed()));
        String claims = forge.claims().toString();
        text(
                variants,
                "white space of all four kinds",
                claims.replace(",\"", " ,\r\n\t \"").replace("\":", "\" : "));
        text(variants, "white space around", " \t\r\n" + claims + "\n\n");
        text(variants, "an empty name", forge.claims().beginningWith("\"\":1,"));
        text(variants, "escaped names", claims.replace("\"aud\"", "\"\\u0061u\\u0064\""));
        text(variants, "escaped values", claims.replace("usr_alice", "usr\\u005falice"));
        text(variants, "escaped solidus", claims.replace("https://", "https:\\/\\/"));
        unknown(
                variants,
                "texts",
                "\"y\"",
                "\"\"",
                "\"\\u0000\"",
                "\"\\ud83d\\ude00\"",
                "\"\ud83d\ude00\"",
                "\"\ufffd\"",
                "\"\ufeff\"");
        unknown(
                variants,
                "numbers",
                "0",
                "-1",
                "1.5",
                "1E+2",
                "-0.0",
                "9223372036854775808",
                "9".repeat(32),
                "1e-400");
        unknown(variants, "other values", "null", "true", "false", "[]", "{}", "[[],{},null]");
        unknown(
                variants,
                "nesting",
                "[[[[[[[]]]]]]]",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}");
        unknown(variants, "a claim that only looks like ours", "{\"exp\":0,\"aud\":[]}");
        unknown(variants, "many elements", "[" + "1,".repeat(1_000) + "1]");
    }

    private Json reversed() {
        List<Map.Entry<String, String>> members =
                new ArrayList<>(forge.claims().members().entrySet());
        Collections.reverse(members);
        Map<String, String> reversed = new LinkedHashMap<>();
        members.forEach(member -> reversed.put(member.getKey(), member.getValue()));
        return new Json(reversed);
    }

    private void text(Map<String, String> variants, String name, String payload) {
        variants.put(
                "payload: " + name,
                forge.sign(forge.header().utf8(), payload.getBytes(StandardCharsets.UTF_8)));
    }

    private void unknown(Map<String, String> variants, String name, String... values) {
        for (String value : values) {
            claims(
                    variants,
                    "unknown claim: " + name + ' ' + value,
                    claims -> claims.with("x", value));
        }
    }

    private void claims(Map<String, String> variants, String name, UnaryOperator<Json> change) {
        variants.put(name, forge.sign(forge.header(), change.apply(forge.claims())));
    }

    private void audiences(Map<String, String> variants) {
        claims(variants, "aud as text", claims -> claims.withText("aud", Forge.AUDIENCE));
        claims(
                variants,
                "aud among others",
                claims -> claims.with("aud", "[\"a\",\"signet-platform\",\"b\"]"));
        claims(
                variants,
                "aud twice",
                claims -> claims.with("aud", "[\"signet-platform\",\"signet-platform\"]"));
    }

    private void times(Map<String, String> variants) {
        claims(variants, "exp as a fraction", claims -> claims.with("exp", (NOW + 60) + ".75"));
        claims(variants, "exp with an exponent", claims -> claims.with("exp", "1.9e9"));
        claims(
                variants,
                "exp at the last second of the leeway",
                claims -> claims.with("exp", Long.toString(NOW - 29)));
        claims(variants, "exp in the year 9999", claims -> claims.with("exp", "253402300799"));
        claims(variants, "iat as a fraction", claims -> claims.with("iat", (NOW - 60) + ".123456"));
        claims(
                variants,
                "iat at the edge of the leeway",
                claims -> claims.with("iat", Long.toString(NOW + 30)));
        claims(
                variants,
                "iat almost a day ago",
                claims -> claims.with("iat", Long.toString(NOW - 86_400)));
        claims(variants, "nbf in the past", claims -> claims.with("nbf", Long.toString(NOW - 60)));
        claims(
                variants,
                "nbf at the edge of the leeway",
                claims -> claims.with("nbf", Long.toString(NOW + 30)));
        claims(variants, "nbf zero", claims -> claims.with("nbf", "0"));
    }

    private void optionalClaims(Map<String, String> variants) {
        for (String name : List.of("email", "auth_time", "amr", "acr", "scope", "permissions")) {
            claims(variants, name + " absent", claims -> claims.without(name));
        }
        claims(variants, "scope empty", claims -> claims.withText("scope", ""));
        claims(variants, "permissions empty", claims -> claims.with("permissions", "[]"));
        claims(
                variants,
                "e-mail in Unicode",
                claims ->
                        claims.withText(
                                "email", "\u00fcnal\u00ef\u4f60\ud83d\ude00@\u4f8b\u3048.test"));
        claims(
                variants,
                "e-mail in escaped Unicode",
                claims -> claims.withText("email", "\\u00fcn\\ud83d\\ude00@example.test"));
        claims(variants, "subject in Unicode", claims -> claims.withText("sub", "\u4f60\u597d"));
        claims(
                variants,
                "a text of the greatest length",
                claims -> claims.withText("email", "x".repeat(2_048)));
        claims(
                variants,
                "256 permissions",
                claims -> claims.with("permissions", "[" + "\"x\",".repeat(255) + "\"x\"]"));
        claims(
                variants,
                "a service",
                claims -> claims.withText("token_type", "service").without("sid"));
        claims(
                variants,
                "a service with a session",
                claims -> claims.withText("token_type", "service"));
        claims(
                variants,
                "a subject whose older tokens are revoked",
                claims -> claims.withText("sub", "usr_signed_out").with("iat", (NOW + 1) + ""));
    }

    private static String negated(String token) {
        EcdsaSignature signature = EcdsaSignature.of(Forge.signature(token));
        return Forge.withSignature(
                token, signature.withS(EcdsaSignature.ORDER.subtract(signature.s())).p1363());
    }

    @Test
    void a_token_of_the_greatest_length_is_valid() {
        int free = 16 * 1024 - forge.token().length();
        Json claims = forge.claims().withText("x", "x".repeat(free * 3 / 4 - 10));
        String token = forge.sign(forge.header(), claims);

        assertThat(token).hasSizeBetween(16 * 1024 - 16, 16 * 1024);
        TokenValidator validator =
                forge.validator(CryptoProvider.best(), RevokedTokens.state(forge));
        assertThat(validator.validate(token)).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void the_identity_says_what_the_token_says() {
        String thumbprint = Base64Url.encode(new byte[32]);
        Json claims =
                forge.claims()
                        .with("aud", "[\"a\",\"signet-platform\"]")
                        .withText("scope", "openid email")
                        .with("permissions", "[\"p\",\"q\"]")
                        .with("cnf", "{\"jkt\":\"" + thumbprint + "\"}");
        String token = forge.sign(forge.header(), claims);
        TokenValidator validator =
                forge.validator(CryptoProvider.best(), RevokedTokens.state(forge));

        Identity identity = ((Verdict.Valid) validator.introspect(token)).identity();

        assertThat(identity.kind()).isEqualTo(Kind.USER);
        assertThat(identity.subject()).isEqualTo(Forge.SUBJECT);
        assertThat(identity.issuer()).isEqualTo(Forge.ISSUER);
        assertThat(identity.audiences()).isEqualTo(Set.of("a", "signet-platform"));
        assertThat(identity.tokenId()).isEqualTo("tok_0123456789abcdefghij");
        assertThat(identity.sessionId()).contains(Forge.SESSION);
        assertThat(identity.clientId()).isEqualTo("signet-chat");
        assertThat(identity.scopes()).isEqualTo(Set.of("openid", "email"));
        assertThat(identity.permissions()).isEqualTo(Set.of("p", "q"));
        assertThat(identity.email()).contains("alice@example.test");
        assertThat(identity.environment()).isEqualTo(Forge.ENVIRONMENT);
        assertThat(identity.issuedAt()).isEqualTo(Instant.ofEpochSecond(NOW - 60));
        assertThat(identity.expiresAt()).isEqualTo(Instant.ofEpochSecond(NOW + 540));
        assertThat(identity.authenticatedAt()).contains(Instant.ofEpochSecond(NOW - 90));
        assertThat(identity.keyId()).contains(forge.key().kid());
        assertThat(identity.keyThumbprint()).contains(thumbprint);
        assertThat(identity.may("p")).isTrue();
        assertThat(identity.may("P")).isFalse();
        assertThat(identity.toString()).doesNotContain("@");
    }
}
