package dev.signet.token.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.access.TestClock;
import dev.signet.token.dpop.DpopProofs.Outcome;
import dev.signet.token.dpop.DpopProofs.Request;
import dev.signet.token.forgery.Forge;
import dev.signet.token.forgery.Json;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9449, section 4.3, check by check. */
class DpopProofsTest {

    private static final String URI = "https://authority.test/oauth2/token";
    private static final Request REQUEST = new Request("POST", URI, Optional.empty());
    private static final long NOW = Forge.NOW.getEpochSecond();

    private final Forge forge = Forge.shared();
    private final SigningKey key = forge.stranger;
    private final TestClock clock = new TestClock(Forge.NOW);
    private final DpopProofs proofs = new DpopProofs(CryptoProvider.best(), clock);

    private static String jwk(SigningKey key) {
        String set = KeySet.of(List.of(key.verificationKey())).toJson();
        return set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
    }

    private Json header() {
        return header(key);
    }

    private static Json header(SigningKey key) {
        return Json.empty()
                .withText("typ", "dpop+jwt")
                .withText("alg", key.algorithm().wireName())
                .with("jwk", jwk(key));
    }

    private static Json claims() {
        return Json.empty()
                .withText("jti", "proof-1")
                .withText("htm", "POST")
                .withText("htu", URI)
                .with("iat", Long.toString(NOW));
    }

    private Outcome check(Json header, Json claims) {
        return check(header, claims, REQUEST);
    }

    private Outcome check(Json header, Json claims, Request request) {
        return proofs.check(Forge.sign(key, header.utf8(), claims.utf8()), request);
    }

    private static void assertRefused(Outcome outcome, String why) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).why()).contains(why);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void the_holder_of_a_key_proves_it(Algorithm algorithm) {
        SigningKey holder = forge.key(algorithm);
        String proof = Forge.sign(holder, header(holder).utf8(), claims().utf8());

        assertThat(proofs.check(proof, REQUEST))
                .isEqualTo(new Outcome.Proven(holder.verificationKey().thumbprint()));
    }

    @Test
    void further_members_and_names_in_the_key_are_no_harm() {
        Json bare =
                header().with(
                                "jwk",
                                jwk(key).replaceAll("\"(use|kid|alg)\":\"[^\"]*\",?", "")
                                        .replace(",}", "}"));

        assertThat(check(bare.withText("x", "y"), claims().withText("nonce", "n").with("exp", "1")))
                .isInstanceOf(Outcome.Proven.class);
    }

    @Test
    void a_proof_is_used_once() {
        assertThat(check(header(), claims())).isInstanceOf(Outcome.Proven.class);

        assertRefused(check(header(), claims()), "used before");
        assertRefused(
                check(header().withText("x", "y"), claims().withText("x", "y")), "used before");
    }

    @Test
    void two_keys_may_use_one_identifier() {
        SigningKey other = forge.second;

        assertThat(check(header(), claims())).isInstanceOf(Outcome.Proven.class);
        assertThat(proofs.check(Forge.sign(other, header(other).utf8(), claims().utf8()), REQUEST))
                .isInstanceOf(Outcome.Proven.class);
    }

    @Test
    void a_refused_proof_is_not_spent() {
        assertRefused(check(header(), claims(), new Request("GET", URI, Optional.empty())), "htm");

        assertThat(check(header(), claims())).isInstanceOf(Outcome.Proven.class);
    }

    @Test
    void of_many_simultaneous_uses_one_succeeds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 20; round++) {
                String proof =
                        Forge.sign(
                                key,
                                header().utf8(),
                                claims().withText("jti", "round-" + round).utf8());
                List<Callable<Outcome>> uses = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    uses.add(() -> proofs.check(proof, REQUEST));
                }
                int proven = 0;
                for (Future<Outcome> use : threads.invokeAll(uses)) {
                    proven += use.get() instanceof Outcome.Proven ? 1 : 0;
                }
                assertThat(proven).isEqualTo(1);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** The clock stands at a quarter past the second. */
    @ParameterizedTest
    @CsvSource({
        "-61, false",
        "-60, false",
        "-59.8, false",
        "-59.75, true",
        "-59, true",
        "0, true",
        "60, true",
        "60.25, true",
        "60.3, false",
        "61, false",
        "600, false"
    })
    void a_proof_is_fresh_for_a_minute_each_way(double offset, boolean fresh) {
        Outcome outcome = check(header(), claims().with("iat", Double.toString(NOW + offset)));

        assertThat(outcome instanceof Outcome.Proven).isEqualTo(fresh);
    }

    /** At no moment is a proof still fresh and already forgotten. */
    @ParameterizedTest
    @ValueSource(ints = {-59, 0, 60})
    void a_replay_is_noticed_as_long_as_the_proof_is_fresh(int iat) {
        Json claims = claims().with("iat", Long.toString(NOW + iat));
        assertThat(check(header(), claims)).isInstanceOf(Outcome.Proven.class);

        for (int ms = 0; ms <= 123_000; ms += 250) {
            clock.set(Forge.NOW.plusMillis(ms));
            assertThat(check(header(), claims)).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void the_memory_is_bounded_and_refuses_when_it_is_full() {
        ProofMemory memory = new ProofMemory();
        Instant start = Forge.NOW;
        for (int i = 0; i < 100_000; i++) {
            assertThat(memory.firstUse("p" + i, start)).isTrue();
        }

        assertThat(memory.firstUse("one more", start)).isFalse();
        assertThat(memory.firstUse("one more", start.plusSeconds(120))).isFalse();
        assertThat(memory.firstUse("one more", start.plusSeconds(120).plusMillis(1))).isTrue();
        assertThat(memory.firstUse("p1", start.plusSeconds(121))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "Post", "PUT", "", "POST "})
    void it_holds_for_one_method(String method) {
        assertRefused(check(header(), claims().withText("htm", method)), "htm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://authority.test/oauth2/token?a=b", "https://authority.test/oauth2/token#f",
                        "https://authority.test/oauth2/token?a#b",
                "HTTPS://AUTHORITY.test/oauth2/token", "https://authority.test:443/oauth2/token",
                        "https://authority.test/oauth2/./token",
                "https://authority.test/x/../oauth2/token"
            })
    void the_uri_may_be_spelled_otherwise(String uri) {
        assertThat(check(header(), claims().withText("htu", uri)))
                .isInstanceOf(Outcome.Proven.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/oauth2/token",
                "http://authority.test/oauth2/token",
                "https://authority.test/oauth2/Token",
                "https://authority.test/oauth2/token/",
                "https://authority.test/oauth2/tokens",
                "https://authority.test:8443/oauth2/token",
                "https://evil.test/oauth2/token",
                "https://authority.test",
                "https://authority.test@evil.test/oauth2/token",
                "https://authority.test/oauth2%2Ftoken",
                "https:authority.test/oauth2/token",
                "urn:x",
                "https://a b/",
                "mailto:x@y"
            })
    void it_holds_for_one_uri(String uri) {
        assertRefused(check(header(), claims().withText("htu", uri)), "htu");
    }

    @Test
    void user_information_is_part_of_no_target() {
        assertRefused(
                check(
                        header(),
                        claims().withText("htu", "https://u:p@authority.test/oauth2/token")),
                "htu");
    }

    @Test
    void the_root_has_two_spellings() {
        Request root = new Request("POST", "https://authority.test", Optional.empty());

        assertThat(check(header(), claims().withText("htu", "https://authority.test/"), root))
                .isInstanceOf(Outcome.Proven.class);
    }

    @Test
    void beside_an_access_token_it_names_that_token() {
        Request request = new Request("POST", URI, Optional.of("token"));
        String hash = DpopProofs.hash("token");

        assertThat(hash).isEqualTo("PEaenWxYddN6Q_NT1PiOYfz4EsZu7jRXRlpAsNpBU-A");
        assertRefused(check(header(), claims(), request), "ath");
        assertRefused(
                check(header(), claims().withText("ath", DpopProofs.hash("other")), request),
                "ath");
        assertRefused(check(header(), claims().withText("ath", hash + "="), request), "ath");
        assertRefused(check(header(), claims().with("ath", "null"), request), "ath");
        assertThat(check(header(), claims().withText("ath", hash), request))
                .isInstanceOf(Outcome.Proven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jti", "htm", "htu", "iat"})
    void no_claim_may_be_missing_or_mistyped(String name) {
        assertThat(check(header(), claims().without(name))).isInstanceOf(Outcome.Refused.class);
        for (String value : List.of("null", "true", "[]", "{}", "\"\"")) {
            assertThat(check(header(), claims().with(name, value)))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void the_identifier_is_bounded() {
        assertThat(check(header(), claims().withText("jti", "x".repeat(256))))
                .isInstanceOf(Outcome.Proven.class);
        assertRefused(check(header(), claims().withText("jti", "x".repeat(257))), "jti");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "", "dpop", "dpop+jws"})
    void it_is_typed_as_a_proof(String type) {
        assertRefused(check(header().withText("typ", type), claims()), "typ");
        assertRefused(check(header().without("typ"), claims()), "typ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "es256", "ES384", "RS256", ""})
    void the_algorithm_is_asymmetric_and_that_of_the_key(String alg) {
        assertRefused(
                check(header().withText("alg", alg), claims()), "not signed by the key inside");
        assertRefused(check(header().without("alg"), claims()), "not signed by the key inside");
    }

    @Test
    void the_key_inside_is_the_one_that_signed() {
        assertRefused(
                check(header().with("jwk", jwk(forge.second)), claims()),
                "not signed by the key inside");
        assertRefused(check(header().without("jwk"), claims()), "not signed by the key inside");
        assertRefused(
                check(header().with("jwk", "null"), claims()), "not signed by the key inside");
        assertRefused(
                check(header().with("jwk", "\"x\""), claims()), "not signed by the key inside");
        assertRefused(check(header().with("jwk", "{}"), claims()), "not signed by the key inside");
        assertRefused(
                check(header().without("jwk").withText("kid", key.kid()), claims()),
                "not signed by the key inside");
    }

    @Test
    void a_private_key_is_never_shown() {
        String whole = new String(key.toJwk(), StandardCharsets.UTF_8);

        assertRefused(check(header().with("jwk", whole), claims()), "not signed by the key inside");
    }

    @Test
    void a_symmetric_key_proves_nothing() {
        assertRefused(
                check(
                        header().withText("alg", "HS256")
                                .with("jwk", "{\"kty\":\"oct\",\"k\":\"AAAA\"}"),
                        claims()),
                "not signed by the key inside");
    }

    @Test
    void the_signature_covers_all() {
        String good = Forge.sign(key, header().utf8(), claims().utf8());
        String other = Forge.sign(key, header().utf8(), claims().withText("jti", "x").utf8());

        assertRefused(
                proofs.check(Forge.withSignature(other, Forge.signature(good)), REQUEST),
                "not signed by the key inside");
        assertRefused(
                proofs.check(Forge.withSignature(good, new byte[64]), REQUEST),
                "not signed by the key inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "..", "a.b.c", "a.b.c.d.e"})
    void what_is_no_jws_is_refused(String text) {
        assertRefused(proofs.check(text, REQUEST), "malformed");
    }

    @Test
    void two_proofs_in_one_header_are_none() {
        String one = Forge.sign(key, header().utf8(), claims().utf8());

        assertRefused(proofs.check(one + ',' + one, REQUEST), "malformed");
    }

    @Test
    void a_refusal_says_nothing_of_the_proof() {
        Outcome outcome = check(header(), claims().withText("htm", "secret"));

        assertThat(outcome.toString()).doesNotContain("secret");
        assertThat(clock.instant()).isEqualTo(Forge.NOW);
        clock.pass(Duration.ofMinutes(2));
        assertRefused(check(header(), claims()), "iat");
    }
}
