package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer.Person;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many durable commits a person waits for. */
class CommitsTest {

    @RegisterExtension static final AuthorityServer SERVER = new AuthorityServer();

    private final Wire wire = SERVER.wire();

    private static long commitsOf(Runnable request) {
        long before = SERVER.works();
        request.run();
        return SERVER.works() - before;
    }

    @Test
    void a_login_makes_two_the_count_of_attempts_and_the_session_with_its_token() {
        JsonObject credentials =
                new JsonObject()
                        .put("email", SERVER.person().email())
                        .put("password", AuthorityServer.PASSWORD);

        assertThat(commitsOf(() -> assertOk(wire.post("/auth/login", credentials)))).isEqualTo(2);
    }

    @Test
    void a_registration_makes_three_the_account_its_mail_and_the_session_with_its_token() {
        assertThat(commitsOf(SERVER::person)).isEqualTo(3);
    }

    @Test
    void a_refresh_makes_one() {
        JsonObject token = new JsonObject().put("refresh_token", SERVER.person().refreshToken());

        assertThat(commitsOf(() -> assertOk(wire.post("/auth/refresh", token)))).isEqualTo(1);
    }

    @Test
    void the_code_flow_makes_two_at_the_page_one_for_the_code_and_one_for_its_exchange() {
        Person person = SERVER.person();
        var web = SERVER.web();
        CodeFlow flow = CodeFlow.of(web.id());
        Browser browser = SERVER.browser();
        Reply login = browser.open(browser.open(flow.path()).location());
        var typed = Map.of("email", person.email(), "password", AuthorityServer.PASSWORD);

        assertThat(commitsOf(() -> browser.submit(login, typed))).isEqualTo(2);
        assertThat(commitsOf(() -> browser.open(flow.path()))).isEqualTo(1);
        String code = CodeFlow.parameters(browser.open(flow.path()).location()).get("code");
        assertThat(
                        commitsOf(() ->
                                assertOk(
                                        wire.form(
                                                "/oauth2/token",
                                                flow.exchange(code),
                                                web.basic()))))
                .isEqualTo(1);
    }

    private static void assertOk(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
    }
}
