package dev.signet.token.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.token.jose.CompactJws.Form;
import dev.signet.token.verdict.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJwsTest {

    private static String token(String header, String payload) {
        return Base64Url.encode(header) + '.' + Base64Url.encode(payload) + ".AQID";
    }

    private static CompactJws parsed(String header) {
        return ((Form.Canonical) CompactJws.parse(token(header, "{}"))).jws();
    }

    @Test
    void the_parts_are_read_and_kept_apart() {
        String token = token("{\"alg\":\"ES256\",\"kid\":\"k\"}", "{\"sub\":\"s\"}");

        CompactJws jws = ((Form.Canonical) CompactJws.parse(token)).jws();

        assertThat(jws.header()).isEqualTo(Map.of("alg", "ES256", "kid", "k"));
        assertThat(jws.payload()).isEqualTo(Map.of("sub", "s"));
        assertThat(new String(jws.signingInput(), StandardCharsets.US_ASCII))
                .isEqualTo(token.substring(0, token.lastIndexOf('.')));
        assertThat(jws.signature()).containsExactly(1, 2, 3);
        assertThat(jws.alg()).contains("ES256");
        assertThat(jws.kid()).contains("k");
    }

    @Test
    void nobody_changes_what_was_read() {
        CompactJws jws = parsed("{}");

        assertThatThrownBy(() -> jws.payload().put("sub", "mallory"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> jws.header().put("alg", "none"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void it_does_not_print_the_credential() {
        assertThat(parsed("{\"kid\":\"k\"}").toString()).isEqualTo("CompactJws[hidden]");
    }

    @Test
    void the_length_is_looked_at_first() {
        String token = token("{}", "{}");

        assertThat(CompactJws.parse(token, token.length())).isInstanceOf(Form.Canonical.class);
        assertThat(CompactJws.parse(token, token.length() - 1))
                .isEqualTo(new Form.Refused(Reason.TOO_LARGE));
        assertThat(CompactJws.parse("x".repeat(16_385)))
                .isEqualTo(new Form.Refused(Reason.TOO_LARGE));
        assertThat(CompactJws.parse("x".repeat(16_384)))
                .isEqualTo(new Form.Refused(Reason.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b", "A+B", "application/a+b", "APPLICATION/A+b"})
    void a_type_has_two_names_in_any_case(String written) {
        assertThat(parsed("{\"typ\":\"" + written + "\"}").hasType("a+b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a+b ",
                "a+bc",
                "x/a+b",
                "application/",
                "application/application/a+b"
            })
    void other_types_are_other_types(String written) {
        assertThat(parsed("{\"typ\":\"" + written + "\"}").hasType("a+b")).isFalse();
        assertThat(parsed("{}").hasType("a+b")).isFalse();
    }

    /** Java's own comparison takes the Kelvin sign and the long s for letters of ours. */
    @Test
    void letters_that_only_look_alike_are_other_letters() {
        assertThat("\u212a\u017f\u0131".equalsIgnoreCase("ksi")).isTrue();
        assertThat(parsed("{\"typ\":\"\u212a\"}").hasType("k")).isFalse();
        assertThat(parsed("{\"typ\":\"\u017fignet-feed+jwt\"}").hasType("signet-feed+jwt"))
                .isFalse();
        assertThat(parsed("{\"typ\":\"appl\u0131cation/x\"}").hasType("x")).isFalse();
    }
}
