package dev.signet.verifier.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @Test
    void a_credential_is_never_printed() {
        ServiceCredential credential = new ServiceCredential("orders", "sgs_topsecret");
        Call call =
                Call.postForm(
                        URI.create("https://a.example"), "x=y", credential, Duration.ofSeconds(1));

        assertThat(credential.toString()).contains("orders").doesNotContain("topsecret");
        assertThat(call.toString()).doesNotContain("topsecret", "Basic");
    }

    @Test
    void a_service_token_is_never_printed() {
        ServiceToken token = new ServiceToken("aaa.bbb.ccc");
        Call call =
                Call.get(URI.create("https://a.example"), "text/plain", 1, Duration.ofSeconds(1))
                        .as(token);

        assertThat(token.toString()).doesNotContain("bbb");
        assertThat(call.toString()).doesNotContain("bbb");
        assertThat(call.request().headers().firstValue("Authorization"))
                .contains("Bearer aaa.bbb.ccc");
    }

    @Test
    void an_answer_does_not_print_its_body() {
        byte[] body = "{\"access_token\":\"topsecret\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(new Answer.Received(200, "application/json", body).toString())
                .doesNotContain("topsecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nX-Evil: 1", "a\u00e9", "=", "a=b"})
    void a_service_token_cannot_carry_anything_else_into_a_header(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceToken(value));
    }
}
