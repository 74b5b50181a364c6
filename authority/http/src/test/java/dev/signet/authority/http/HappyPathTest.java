package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HappyPathTest {

    @RegisterExtension static final AuthorityServer SERVER = new AuthorityServer();

    @Test
    void a_person_signs_in_by_the_page_and_the_client_gets_their_tokens() {
        Person person = SERVER.person();
        Confidential web = SERVER.web();
        CodeFlow flow = CodeFlow.of(web.id());

        String code = flow.code(SERVER, person);
        Reply tokens = SERVER.wire().form("/oauth2/token", flow.exchange(code), web.basic());

        assertThat(tokens.status()).isEqualTo(200);
        Reply me = SERVER.wire().get("/auth/me", Wire.bearer(tokens.text("access_token")));
        assertThat(me.text("id")).isEqualTo(person.id());
    }

    @Test
    void a_service_gets_a_token_and_validates_with_it() {
        Person person = SERVER.person();

        Reply verdict =
                SERVER.wire()
                        .post(
                                "/auth/validate",
                                new JsonObject().put("token", person.accessToken()),
                                Wire.bearer(SERVER.serviceToken()));

        assertThat(verdict.text("verdict")).isEqualTo("VALID");
        assertThat(verdict.text("user_id")).isEqualTo(person.id());
    }

    @Test
    void a_person_logs_in_refreshes_and_logs_out() {
        Person person = SERVER.person();
        Wire wire = SERVER.wire();
        Reply login =
                wire.post(
                        "/auth/login",
                        new JsonObject()
                                .put("email", person.email())
                                .put("password", AuthorityServer.PASSWORD));
        Reply refreshed =
                wire.post(
                        "/auth/refresh",
                        new JsonObject().put("refresh_token", login.text("refresh_token")));
        String access = refreshed.text("access_token");

        assertThat(wire.send("POST", "/auth/logout", new byte[0], Wire.bearer(access)).status())
                .isEqualTo(204);
        assertThat(wire.get("/auth/me", Wire.bearer(access)).text("code"))
                .isEqualTo("revoked_session");
        assertThat(Map.of("status", login.status())).containsEntry("status", 200);
    }
}
