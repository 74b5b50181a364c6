package dev.signet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator decides holds in the process that runs. */
class SettingsTest {

    private static final String SPEECH =
            "seventeen quiet otters swim in the moonlit river all night";

    @TempDir private Path folder;

    @Test
    void passwords_are_as_long_as_the_operator_says() throws Exception {
        try (SignetProcess signet =
                        SignetProcess.start(
                                folder.resolve("data"),
                                "password.length-min=30",
                                "password.length-max=64");
                Api api = new Api()) {
            URI register = signet.authority("/auth/register");

            Api.Reply tooShort = api.post(register, person(SPEECH.substring(0, 29)));
            assertThat(tooShort.status()).isEqualTo(422);
            assertThat(tooShort.json().getString("detail")).contains("at least 30");
            Api.Reply tooLong = api.post(register, person(SPEECH + SPEECH));
            assertThat(tooLong.status()).isEqualTo(422);
            assertThat(tooLong.json().getString("detail")).contains("at most 64");
            assertThat(api.post(register, person(SPEECH.substring(0, 30))).status()).isEqualTo(201);
            assertThat(api.login(signet).getString("access_token")).isNotEmpty();
        }
    }

    @Test
    void tokens_name_the_audiences_that_the_operator_says() throws Exception {
        try (SignetProcess signet =
                        SignetProcess.start(
                                folder.resolve("data"),
                                "token.audience=people",
                                "token.service-audience=machines");
                Api api = new Api()) {
            String access = api.login(signet).getString("access_token");

            assertThat(claims(access).getValue("aud").toString()).contains("people");
            assertThat(api.get(signet.authority("/auth/me"), access).status()).isEqualTo(200);
            assertThat(api.get(signet.chat("/api/v1/me"), access).status()).isEqualTo(200);
        }
    }

    private static JsonObject claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new JsonObject(new String(payload, StandardCharsets.UTF_8));
    }

    /** Under the usual leeway the token would go on for half a minute. */
    @Test
    void without_leeway_a_token_is_refused_as_soon_as_its_life_is_over() throws Exception {
        try (SignetProcess signet =
                        SignetProcess.start(
                                folder.resolve("data"),
                                "token.access-lifetime=PT2S",
                                "token.clock-leeway=PT0S");
                Api api = new Api()) {
            String access = api.login(signet).getString("access_token");
            Instant over = Instant.ofEpochSecond(claims(access).getLong("exp"));
            Duration left = Duration.between(Instant.now(), over).plusMillis(100);
            assertThat(new CountDownLatch(1).await(left.toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();

            assertThat(api.get(signet.authority("/auth/me"), access).status()).isEqualTo(401);
            assertThat(api.get(signet.chat("/api/v1/me"), access).status()).isEqualTo(401);
        }
    }

    /** Each would be blind to the revocations of the other, and end the other's runs. */
    @Test
    void a_data_folder_is_served_by_one_process_at_a_time() throws Exception {
        Path data = folder.resolve("data");
        try (SignetProcess _ = SignetProcess.start(data)) {
            assertThatThrownBy(() -> SignetProcess.start(data))
                    .hasMessageContaining("is in use by another process");
        }
        try (SignetProcess again = SignetProcess.start(data)) {
            assertThat(again.password()).isNotEmpty();
        }
    }

    private static JsonObject person(String password) {
        return new JsonObject()
                .put("email", "ada@example.test")
                .put("name", "Ada")
                .put("password", password);
    }
}
