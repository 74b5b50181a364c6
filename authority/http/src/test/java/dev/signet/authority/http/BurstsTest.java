package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.limit.EndpointLimits;
import dev.signet.authority.settings.Rates;
import dev.signet.authority.settings.Rates.Rate;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever shows no good credential is slowed down by address; everybody else is not. */
class BurstsTest {

    private static final int BURST = 20;
    private static final int ATTEMPTS = 5;
    private static final Rate GENEROUS = new Rate(1_000_000, Duration.ofMillis(1));

    @RegisterExtension
    static final AuthorityServer SERVER =
            new AuthorityServer()
                    .with(EndpointLimits.STANDARD.withBurst(new Rate(BURST, Duration.ofSeconds(1))))
                    .with(new Rates(GENEROUS, new Rate(ATTEMPTS, Duration.ofSeconds(15))));

    private final Wire wire = SERVER.wire();

    @BeforeEach
    void letTheBucketsFillUp() {
        SERVER.clock().advance(Duration.ofMinutes(2));
    }

    private static void assertBounded(int usual, Supplier<Reply> request) {
        for (int i = 0; i < BURST; i++) {
            assertThat(request.get().status()).isEqualTo(usual);
        }
        Reply tooMany = request.get();
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.text("code")).isEqualTo("too_many_requests");
        assertThat(tooMany.header("Retry-After")).contains("1");

        SERVER.clock().advance(Duration.ofSeconds(1));
        assertThat(request.get().status()).isEqualTo(usual);
    }

    @Test
    void codes_of_mails_are_not_tried_out() {
        JsonObject code = new JsonObject().put("token", "sgm_" + "A".repeat(43));

        assertBounded(400, () -> wire.post("/auth/email/verify", code));
    }

    @Test
    void refresh_tokens_are_not_tried_out() {
        JsonObject token = new JsonObject().put("refresh_token", "sgr_" + "A".repeat(43));

        assertBounded(401, () -> wire.post("/auth/refresh", token));
    }

    @Test
    void pages_are_bounded() {
        assertBounded(200, () -> wire.get("/login"));
    }

    @Test
    void a_public_clients_name_is_no_credential() {
        Map<String, String> form =
                Map.of("client_id", SERVER.phone(), "grant_type", "refresh_token", "x", "y");

        assertBounded(400, () -> wire.form("/oauth2/token", form));
    }

    @Test
    void a_good_secret_is_never_slowed_down_by_others_who_guess() {
        Confidential service = SERVER.service();
        assertBounded(
                401,
                () ->
                        wire.form(
                                "/oauth2/token",
                                Map.of("grant_type", "client_credentials"),
                                Wire.basic(service.id(), "guessed")));
        assertThat(wire.get("/login").status()).isEqualTo(429);

        for (int i = 0; i < 2 * BURST; i++) {
            assertThat(SERVER.serviceToken(service)).isNotEmpty();
        }
    }

    @Test
    void service_tokens_are_bounded_by_failures_alone() {
        Confidential service = SERVER.service();
        JsonObject wrong =
                new JsonObject().put("client_id", service.id()).put("client_secret", "guessed");

        assertBounded(401, () -> wire.post("/auth/service-token", wrong));
        assertThat(
                        wire.post(
                                        "/auth/service-token",
                                        wrong.copy().put("client_secret", service.secret()))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_in_memory_for_everybody_and_what_needs_a_token_is_not_bounded() {
        Person person = SERVER.person();
        for (int i = 0; i < 2 * BURST; i++) {
            assertThat(wire.get("/oauth2/jwks").status()).isEqualTo(200);
            assertThat(wire.get("/auth/me", Wire.bearer(person.accessToken())).status())
                    .isEqualTo(200);
            assertThat(wire.get("/auth/me", Wire.bearer("forged")).status()).isEqualTo(401);
        }
    }

    @Test
    void good_logins_do_not_add_up() {
        Person person = SERVER.person();
        for (int i = 0; i < 2 * ATTEMPTS; i++) {
            assertThat(login(person).status()).isEqualTo(200);
        }
    }

    @Test
    void mails_that_anybody_asks_for_do_not_keep_the_person_from_signing_in() {
        Person person = SERVER.person();
        JsonObject forgot = new JsonObject().put("email", person.email());
        for (int i = 0; i < ATTEMPTS; i++) {
            assertThat(wire.post("/auth/password/forgot", forgot).status()).isEqualTo(202);
        }
        assertThat(wire.post("/auth/password/forgot", forgot).status()).isEqualTo(429);

        assertThat(login(person).status()).isEqualTo(200);
    }

    private Reply login(Person person) {
        return wire.post(
                "/auth/login",
                new JsonObject()
                        .put("email", person.email())
                        .put("password", AuthorityServer.PASSWORD));
    }

    @Test
    void attempts_at_one_account_are_bounded_and_told_when_to_go_on() {
        Person person = SERVER.person();
        JsonObject wrong =
                new JsonObject().put("email", person.email()).put("password", "not the passphrase");
        for (int i = 0; i < ATTEMPTS; i++) {
            assertThat(wire.post("/auth/login", wrong).status()).isEqualTo(401);
        }

        Reply refused = wire.post("/auth/login", wrong);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("code")).isEqualTo("too_many_attempts");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isBetween(1, 60);
    }
}
