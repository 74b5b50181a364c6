package dev.signet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
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

    private static JsonObject person(String password) {
        return new JsonObject()
                .put("email", "ada@example.test")
                .put("name", "Ada")
                .put("password", password);
    }
}
