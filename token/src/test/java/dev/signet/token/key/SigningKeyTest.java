package dev.signet.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.token.forgery.Forge;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.CryptoProvider.Choice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);

    private final Forge forge = Forge.shared();

    private static String json(SigningKey key) {
        return new String(key.toJwk(), StandardCharsets.UTF_8);
    }

    private static SigningKey read(String jwk) {
        return SigningKey.ofJwk(jwk.getBytes(StandardCharsets.UTF_8), CryptoProvider.best());
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void a_stored_key_is_the_same_key(Algorithm algorithm) {
        SigningKey key = forge.key(algorithm);

        for (Choice provider : List.of(Choice.JDK, Choice.ACCP)) {
            SigningKey stored = SigningKey.ofJwk(key.toJwk(), CryptoProvider.of(provider));
            assertThat(stored.kid()).isEqualTo(key.kid());
            assertThat(stored.algorithm()).isEqualTo(algorithm);
            assertThat(stored.verificationKey()).isEqualTo(key.verificationKey());
            assertThat(stored.verificationKey()).hasSameHashCodeAs(key.verificationKey());
            assertThat(key.verificationKey().verifies(MESSAGE, stored.sign(MESSAGE))).isTrue();
            assertThat(stored.verificationKey().verifies(MESSAGE, key.sign(MESSAGE))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void its_name_is_its_thumbprint(Algorithm algorithm) {
        SigningKey key = forge.key(algorithm);

        assertThat(key.kid()).isEqualTo(key.verificationKey().thumbprint()).hasSize(43);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void it_does_not_show_its_secret(Algorithm algorithm) {
        SigningKey key = forge.key(algorithm);

        assertThat(key.toString()).isEqualTo("SigningKey[" + key.kid() + "]");
        assertThat(key.verificationKey().toString())
                .isEqualTo("VerificationKey[" + key.kid() + " " + algorithm.wireName() + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "{}",
                "[]",
                "{\"kty\":\"EC\"}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\",\"alg\":\"HS256\",\"kid\":\"k\"}"
            })
    void what_is_no_private_key_is_refused_without_a_word_of_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text))
                .withMessage("not a private signing key")
                .withNoCause();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void a_public_key_signs_nothing(Algorithm algorithm) {
        String set = KeySet.of(List.of(forge.key(algorithm).verificationKey())).toJson();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'))));
    }

    @Test
    void halves_that_are_no_pair_are_refused() {
        String own = json(forge.key());
        String other = json(forge.second);
        String mixed = own.replaceFirst("\"d\":\"[^\"]+\"", member(other, "d"));

        assertThat(mixed).isNotEqualTo(own);
        assertThatIllegalArgumentException().isThrownBy(() -> read(mixed));
    }

    private static String member(String jwk, String name) {
        int start = jwk.indexOf("\"" + name + "\"");
        int colon = jwk.indexOf(':', start);
        return jwk.substring(start, jwk.indexOf('"', colon + 2) + 1);
    }

    @Test
    void a_key_without_name_or_algorithm_is_refused() {
        String jwk = json(forge.key());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(jwk.replace("\"kid\"", "\"x\"")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(jwk.replace("\"alg\"", "\"x\"")));
        assertThatIllegalArgumentException().isThrownBy(() -> read(jwk.replace("ES256", "ES384")));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void many_threads_share_one_key(Algorithm algorithm) throws Exception {
        SigningKey key = forge.key(algorithm);
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                byte[] message = ("message " + i).getBytes(StandardCharsets.US_ASCII);
                attempts.add(() ->
                        key.verificationKey().verifies(message, key.sign(message))
                                && !key.verificationKey().verifies(MESSAGE, key.sign(message)));
            }
            for (Future<Boolean> verified : threads.invokeAll(attempts)) {
                assertThat(verified.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** A defect signature must not leave its bytes behind in a shared object. */
    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void a_bad_signature_does_not_disturb_the_next(Algorithm algorithm) {
        SigningKey key = forge.key(algorithm);
        byte[] good = key.sign(MESSAGE);
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 1;

        for (int i = 0; i < 50; i++) {
            assertThat(key.verificationKey().verifies(MESSAGE, bad)).isFalse();
            assertThat(key.verificationKey().verifies(MESSAGE, good)).isTrue();
            assertThat(key.verificationKey().verifies(MESSAGE, new byte[good.length])).isFalse();
        }
    }

    @Test
    void no_two_keys_share_a_name() {
        Set<String> kids = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            kids.add(SigningKey.generate(Algorithm.ES256, CryptoProvider.best()).kid());
        }
        assertThat(kids).hasSize(50);
    }

    @Test
    void keys_with_another_name_or_algorithm_are_other_keys() {
        VerificationKey key = forge.key().verificationKey();
        VerificationKey renamed =
                read(json(forge.key()).replace(forge.key().kid(), "other")).verificationKey();
        VerificationKey rs256 = forge.key(Algorithm.RS256).verificationKey();
        VerificationKey ps256 =
                read(json(forge.key(Algorithm.RS256)).replace("RS256", "PS256")).verificationKey();

        assertThat(renamed).isNotEqualTo(key);
        assertThat(ps256).isNotEqualTo(rs256);
        assertThat(key).isNotEqualTo(forge.second.verificationKey()).isNotEqualTo(null);
    }
}
