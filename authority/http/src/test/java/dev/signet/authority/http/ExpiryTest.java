package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Route;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything ends when it was said to end, by the authority's clock. */
class ExpiryTest {

    private static final Duration LEEWAY = Duration.ofSeconds(30);

    @RegisterExtension static final AuthorityServer SERVER = new AuthorityServer();

    private final Wire wire = SERVER.wire();

    private static void advance(Duration by) {
        SERVER.clock().advance(by);
    }

    @Test
    void an_expired_token_is_let_in_nowhere() {
        String user = SERVER.person().accessToken();
        String service = SERVER.serviceToken();
        advance(Duration.ofHours(1).plus(LEEWAY));

        for (Route route : SERVER.routes()) {
            if (route.caller() == Caller.USER || route.caller() == Caller.SERVICE) {
                String token = route.caller() == Caller.USER ? user : service;
                String path = route.path().replace(":sid", "ses_x");
                Reply reply = wire.send(route.method(), path, new byte[0], Wire.bearer(token));

                assertThat(reply.status()).as(path).isEqualTo(401);
                assertThat(reply.text("code")).as(path).isEqualTo("expired");
            }
        }
    }

    @Test
    void a_token_lives_as_long_as_it_says_and_a_leeway_for_clocks() {
        Person person = SERVER.person();
        long life =
                Jwt.claims(person.accessToken()).getLong("exp")
                        - Jwt.claims(person.accessToken()).getLong("iat");

        advance(Duration.ofSeconds(life).plus(LEEWAY).minusSeconds(1));
        assertThat(wire.get("/auth/me", Wire.bearer(person.accessToken())).status()).isEqualTo(200);
        advance(Duration.ofSeconds(1));
        assertThat(wire.get("/auth/me", Wire.bearer(person.accessToken())).status()).isEqualTo(401);
    }

    @Test
    void a_code_lives_for_a_minute() {
        Confidential web = SERVER.web();
        CodeFlow flow = CodeFlow.of(web.id());
        String late = flow.code(SERVER, SERVER.person());
        advance(Duration.ofSeconds(60));

        Reply refused = wire.form("/oauth2/token", flow.exchange(late), web.basic());

        assertThat(refused.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void a_ticket_lives_for_half_a_minute() {
        Person person = SERVER.person();
        String ticket =
                wire.send("POST", "/auth/ticket", new byte[0], Wire.bearer(person.accessToken()))
                        .text("ticket");
        advance(Duration.ofSeconds(30));

        Reply refused =
                wire.post(
                        "/auth/ticket/redeem",
                        new JsonObject().put("ticket", ticket),
                        Wire.bearer(SERVER.serviceToken()));

        assertThat(refused.text("reason")).isEqualTo("expired");
    }

    @Test
    void a_mailed_code_for_a_password_lives_for_half_an_hour() {
        Person person = SERVER.person();
        wire.post("/auth/password/forgot", new JsonObject().put("email", person.email()));
        String code = SERVER.mailedCode();
        advance(Duration.ofMinutes(30));

        Reply refused =
                wire.post(
                        "/auth/password/reset",
                        new JsonObject().put("token", code).put("password", "another passphrase"));

        assertThat(refused.text("code")).isEqualTo("bad_code");
    }

    @Test
    void an_unused_login_ends_in_the_browser_too() {
        Browser browser = SERVER.browser();
        CodeFlow flow = CodeFlow.of(SERVER.phone());
        flow.signIn(browser, SERVER.person());
        advance(Duration.ofHours(23));
        assertThat(browser.open(flow.path()).location()).contains("code=sgc_");

        advance(Duration.ofHours(25));

        assertThat(browser.open(flow.path()).location()).startsWith("/login?");
    }

    @Test
    void a_client_that_wants_a_fresh_login_gets_one() {
        Browser browser = SERVER.browser();
        Person person = SERVER.person();
        CodeFlow flow = CodeFlow.of(SERVER.phone()).with("max_age", "60");
        flow.signIn(browser, person);
        advance(Duration.ofSeconds(59));
        assertThat(browser.open(flow.path()).location()).contains("code=sgc_");
        advance(Duration.ofSeconds(1));

        assertThat(browser.open(flow.path()).location()).startsWith("/login?");
        assertThat(browser.open(flow.with("prompt", "none").path()).location())
                .contains("error=login_required");
        assertThat(flow.signIn(browser, person).location()).contains("code=sgc_");
    }

    @Test
    void an_introspected_token_is_inactive_after_its_end_however_often_it_was_asked_for() {
        Person person = SERVER.person();
        Confidential service = SERVER.service();
        Map<String, String> form = Map.of("token", person.accessToken());
        for (int i = 0; i < 3; i++) {
            assertThat(
                            wire.form("/oauth2/introspect", form, service.basic())
                                    .json()
                                    .getBoolean("active"))
                    .isTrue();
        }
        advance(Duration.ofHours(1));

        assertThat(wire.form("/oauth2/introspect", form, service.basic()).json())
                .isEqualTo(new JsonObject().put("active", false));
    }
}
