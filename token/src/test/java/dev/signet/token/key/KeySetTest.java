package dev.signet.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.token.forgery.Forge;
import dev.signet.token.jose.Algorithm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {

    private final Forge forge = Forge.shared();
    private final String first = jwk(forge.key());
    private final String second = jwk(forge.second);

    private static String jwk(SigningKey key) {
        String set = KeySet.of(List.of(key.verificationKey())).toJson();
        return set.substring(set.indexOf('[') + 1, set.lastIndexOf(']'));
    }

    private static KeySet.Parsed parse(String document) {
        return KeySet.parse(document.getBytes(StandardCharsets.UTF_8), CryptoProvider.best());
    }

    private static KeySet.Parsed ofKeys(String... jwks) {
        return parse("{\"keys\":[" + String.join(",", jwks) + "]}");
    }

    private static KeySet usable(KeySet.Parsed parsed) {
        return ((KeySet.Parsed.Usable) parsed).keys();
    }

    @Test
    void what_is_published_can_be_read() {
        List<VerificationKey> keys =
                Stream.of(Algorithm.values()).map(a -> forge.key(a).verificationKey()).toList();

        KeySet read = usable(parse(KeySet.of(keys).toJson()));

        assertThat(read.kids()).hasSize(Algorithm.values().length);
        for (VerificationKey key : keys) {
            assertThat(read.find(key.kid())).contains(key);
        }
        assertThat(read.find("other")).isEmpty();
    }

    @Test
    void the_document_does_not_depend_on_the_order_of_the_keys() {
        VerificationKey a = forge.key().verificationKey();
        VerificationKey b = forge.second.verificationKey();

        assertThat(KeySet.of(List.of(a, b)).toJson()).isEqualTo(KeySet.of(List.of(b, a)).toJson());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"keys\":null}",
                "{\"keys\":{}}",
                "{\"keys\":\"x\"}",
                "{\"Keys\":[]}",
                "{\"keys\":[]}",
                "{\"keys\":[null]}",
                "{\"keys\":[1,\"x\",[],{}]}",
                "{\"keys\":[],\"keys\":[]}",
                "{\"keys\":[]} x"
            })
    void what_is_no_key_set_is_refused(String document) {
        assertThat(parse(document)).isInstanceOf(KeySet.Parsed.Refused.class);
    }

    @Test
    void one_bad_key_spoils_itself_alone() {
        KeySet.Parsed parsed =
                ofKeys("{\"kty\":\"oct\",\"kid\":\"o\",\"k\":\"AAAA\"}", first, "null", "1");

        assertThat(usable(parsed).kids()).containsExactly(forge.key().kid());
        assertThat(((KeySet.Parsed.Usable) parsed).ignored()).isEqualTo(3);
    }

    @Test
    void the_same_key_twice_is_one_key() {
        KeySet.Parsed parsed = ofKeys(first, second, first);

        assertThat(usable(parsed).kids()).hasSize(2);
        assertThat(((KeySet.Parsed.Usable) parsed).ignored()).isZero();
    }

    @Test
    void one_kid_for_two_keys_spoils_the_set() {
        String impostor = second.replace(forge.second.kid(), forge.key().kid());

        assertThat(ofKeys(first, impostor)).isInstanceOf(KeySet.Parsed.Refused.class);
        assertThat(ofKeys(impostor, first)).isInstanceOf(KeySet.Parsed.Refused.class);
    }

    @Test
    void one_kid_for_two_algorithms_spoils_the_set() {
        String rs256 = jwk(forge.key(Algorithm.RS256));
        String ps256 = rs256.replace("RS256", "PS256");

        assertThat(ofKeys(rs256)).isInstanceOf(KeySet.Parsed.Usable.class);
        assertThat(ofKeys(rs256, ps256)).isInstanceOf(KeySet.Parsed.Refused.class);
    }

    @Test
    void sixty_four_keys_are_the_limit() {
        assertThat(usable(parse(many(64))).kids()).hasSize(64);
        assertThat(parse(many(65))).isInstanceOf(KeySet.Parsed.Refused.class);
    }

    private String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> first.replace(forge.key().kid(), "k" + i))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    @Test
    void a_set_that_no_reader_would_take_is_not_published() {
        List<VerificationKey> keys =
                usable(parse(many(64))).kids().stream()
                        .map(kid -> usable(parse(many(64))).find(kid).orElseThrow())
                        .toList();

        assertThat(KeySet.of(keys).kids()).hasSize(64);
        List<VerificationKey> more =
                Stream.concat(keys.stream(), Stream.of(forge.second.verificationKey())).toList();
        assertThatIllegalArgumentException().isThrownBy(() -> KeySet.of(more));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeySet.of(List.of(keys.get(0), keys.get(0))));
    }

    @Test
    void null_members_count_as_absent() {
        String withNulls = first.replaceFirst("\\{", "{\"d\":null,\"key_ops\":null,\"x5c\":null,");

        assertThat(usable(ofKeys(withNulls)).find(forge.key().kid()))
                .contains(forge.key().verificationKey());
    }

    @Test
    void use_may_be_absent_and_key_ops_may_name_verify() {
        String plain = first.replace("\"use\":\"sig\",", "").replace(",\"use\":\"sig\"", "");

        assertThat(ofKeys(plain)).isInstanceOf(KeySet.Parsed.Usable.class);
        assertThat(ofKeys(plain.replaceFirst("\\{", "{\"key_ops\":[\"verify\"],")))
                .isInstanceOf(KeySet.Parsed.Usable.class);
    }

    @Test
    void a_curve_tells_the_algorithm_of_a_key_without_alg() {
        String plain = first.replace(",\"alg\":\"ES256\"", "").replace("\"alg\":\"ES256\",", "");

        assertThat(plain).doesNotContain("alg");
        assertThat(usable(ofKeys(plain)).find(forge.key().kid()).orElseThrow().algorithm())
                .isEqualTo(Algorithm.ES256);
    }

    @Test
    void a_set_without_a_key_lacks_that_key_alone() {
        KeySet both = usable(ofKeys(first, second));

        assertThat(both.without(forge.key().kid()).kids()).containsExactly(forge.second.kid());
        assertThat(both.kids()).hasSize(2);
    }
}
