package dev.signet.authority.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.Jwt;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The first-party endpoints for people (contracts §4). */
class AccountEndpointsTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private static final String PASSWORD = AuthorityServer.PASSWORD;

    private final Wire wire = SERVER.wire();
    private final Person person = SERVER.person();

    private Reply login(String email, String password) {
        return wire.post(
                "/auth/login", new JsonObject().put("email", email).put("password", password));
    }

    private Reply refresh(String token, String... headers) {
        return wire.post("/auth/refresh", new JsonObject().put("refresh_token", token), headers);
    }

    private Reply me(String token) {
        return wire.get("/auth/me", Wire.bearer(token));
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        JsonObject problem = reply.json();
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("support_code")).matches("sup_[A-Za-z0-9_-]{12}");
        assertThat(problem.getString("correlation_id")).isNotBlank();
        assertThat(reply.header("X-Correlation-Id")).contains(problem.getString("correlation_id"));
    }

    @Test
    void registering_signs_in() {
        String name = SERVER.newName("ann");
        Reply reply =
                wire.post(
                        "/auth/register",
                        new JsonObject()
                                .put("email", " " + name + "@Example.org ")
                                .put("password", PASSWORD)
                                .put("name", "Ann"));

        assertThat(reply.status()).isEqualTo(201);
        assertTokens(reply);
        JsonObject user = reply.json().getJsonObject("user");
        assertThat(user.getString("email")).isEqualTo(name + "@example.org");
        assertThat(user.getString("name")).isEqualTo("Ann");
        assertThat(user.getString("id")).startsWith("usr_");
        assertThat(user.getJsonArray("permissions"))
                .isEqualTo(new JsonArray(List.of("chat:use", "sessions:revoke")));
    }

    private static void assertTokens(Reply reply) {
        assertThat(reply.json().fieldNames())
                .containsExactlyInAnyOrder(
                        "access_token", "refresh_token", "token_type", "expires_in", "user");
        JsonObject claims = Jwt.claims(reply.text("access_token"));
        assertThat(reply.json().getLong("expires_in"))
                .isEqualTo(claims.getLong("exp") - claims.getLong("iat"));
        assertThat(reply.text("token_type")).isEqualTo("Bearer");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    static Stream<Arguments> badRegistrations() {
        return Stream.of(
                Arguments.of("not an address", PASSWORD, "Ann", 422, "bad_email"),
                Arguments.of("ann@example.org", "short", "Ann", 422, "weak_password"),
                Arguments.of("ann@example.org", "password1234", "Ann", 422, "weak_password"),
                Arguments.of("ann@example.org", PASSWORD, " ", 422, "bad_name"),
                Arguments.of("ann@example.org", PASSWORD, "n".repeat(101), 400, "invalid_request"),
                Arguments.of("a@".repeat(128), PASSWORD, "Ann", 400, "invalid_request"));
    }

    @ParameterizedTest
    @MethodSource("badRegistrations")
    void a_bad_registration_is_refused(
            String email, String password, String name, int status, String code) {
        Reply reply =
                wire.post(
                        "/auth/register",
                        new JsonObject()
                                .put("email", email)
                                .put("password", password)
                                .put("name", name));

        assertProblem(reply, status, code);
    }

    @Test
    void an_address_is_registered_once_in_whatever_spelling() {
        Reply reply =
                wire.post(
                        "/auth/register",
                        new JsonObject()
                                .put("email", person.email().toUpperCase(java.util.Locale.ROOT))
                                .put("password", PASSWORD));

        assertProblem(reply, 409, "email_taken");
    }

    @Test
    void nobody_registers_with_permissions_of_their_own_choice() {
        Reply reply =
                wire.post(
                        "/auth/register",
                        new JsonObject()
                                .put("email", "eve@example.org")
                                .put("password", PASSWORD)
                                .put("permissions", new JsonArray(List.of("signet:admin"))));

        assertProblem(reply, 400, "invalid_request");
    }

    @Test
    void logging_in_gives_tokens_of_a_new_session() {
        Reply reply = login(person.email(), PASSWORD);

        assertThat(reply.status()).isEqualTo(200);
        assertTokens(reply);
        assertThat(Jwt.claims(reply.text("access_token")).getString("sid"))
                .isNotEqualTo(Jwt.claims(person.accessToken()).getString("sid"));
    }

    @Test
    void an_unknown_address_and_a_wrong_password_are_answered_alike() {
        Reply wrong = login(person.email(), "not the passphrase");
        Reply unknown = login("nobody-" + person.email(), "not the passphrase");

        assertProblem(wrong, 401, "wrong_credentials");
        assertThat(withoutIds(unknown)).isEqualTo(withoutIds(wrong));
        assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }

    private static JsonObject withoutIds(Reply reply) {
        JsonObject body = reply.json();
        body.remove("support_code");
        body.remove("correlation_id");
        return body;
    }

    @Test
    void failures_in_a_row_lock_the_account_known_or_not() {
        for (String email : List.of(person.email(), SERVER.newName("nobody") + "@example.org")) {
            for (int i = 0; i < 5; i++) {
                assertProblem(login(email, "not the passphrase"), 401, "wrong_credentials");
            }

            Reply locked = login(email, PASSWORD);

            assertProblem(locked, 429, "locked");
            assertThat(Integer.parseInt(locked.header("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
        }
    }

    @Test
    void a_disabled_account_is_told_so_only_with_its_password() {
        SERVER.authority().accounts().disable(person.id(), Caller.SYSTEM);

        assertProblem(login(person.email(), "not the passphrase"), 401, "wrong_credentials");
        assertProblem(login(person.email(), PASSWORD), 403, "inactive_subject");
        assertProblem(me(person.accessToken()), 401, "revoked_session");
        assertThat(me(person.accessToken()).text("action")).isEqualTo("Sign in again.");
        assertProblem(refresh(person.refreshToken()), 401, "invalid_grant");
    }

    @Test
    void refreshing_rotates_and_a_second_use_ends_the_session() {
        Reply next = refresh(person.refreshToken());
        assertThat(next.status()).isEqualTo(200);
        assertTokens(next);
        assertThat(refresh(next.text("refresh_token")).status()).isEqualTo(200);

        assertProblem(refresh(person.refreshToken()), 401, "invalid_grant");
        assertProblem(me(next.text("access_token")), 401, "revoked_session");
    }

    @Test
    void a_retry_with_its_key_gets_the_same_successor() {
        String[] key = {"Idempotency-Key", "one-copy-of-a-client"};
        Reply first = refresh(person.refreshToken(), key);

        assertThat(refresh(person.refreshToken(), key).text("refresh_token"))
                .isEqualTo(first.text("refresh_token"));
        assertProblem(
                refresh(person.refreshToken(), "Idempotency-Key", "short"), 400, "invalid_request");
        assertProblem(refresh(person.refreshToken(), Wire.and(key, key)), 400, "invalid_request");
    }

    @Test
    void the_refresh_token_of_another_client_is_refused_here() {
        var web = SERVER.web();
        var flow = dev.signet.authority.http.CodeFlow.of(web.id());
        Reply tokens =
                wire.form("/oauth2/token", flow.exchange(flow.code(SERVER, person)), web.basic());

        assertProblem(refresh(tokens.text("refresh_token")), 401, "invalid_grant");
        assertThat(me(tokens.text("access_token")).status()).isEqualTo(200);
    }

    @Test
    void logging_out_ends_access_refresh_and_session_and_no_other() {
        Reply other = login(person.email(), PASSWORD);

        Reply done =
                wire.send("POST", "/auth/logout", new byte[0], Wire.bearer(person.accessToken()));

        assertThat(done.status()).isEqualTo(204);
        assertProblem(me(person.accessToken()), 401, "revoked_session");
        assertProblem(refresh(person.refreshToken()), 401, "invalid_grant");
        assertThat(me(other.text("access_token")).status()).isEqualTo(200);
    }

    @Test
    void logging_out_everywhere_ends_every_session() {
        Reply other = login(person.email(), PASSWORD);

        Reply done =
                wire.send(
                        "POST", "/auth/logout-all", new byte[0], Wire.bearer(person.accessToken()));

        assertThat(done.json()).isEqualTo(new JsonObject().put("sessions_ended", 2));
        assertThat(me(person.accessToken()).status()).isEqualTo(401);
        assertThat(me(other.text("access_token")).status()).isEqualTo(401);
        assertThat(refresh(other.text("refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void me_tells_who_the_token_is_about() {
        JsonObject me = me(person.accessToken()).json();

        assertThat(me.getString("id")).isEqualTo(person.id());
        assertThat(me.getString("email")).isEqualTo(person.email());
        assertThat(me.getString("sid"))
                .isEqualTo(Jwt.claims(person.accessToken()).getString("sid"));
    }

    @Test
    void sessions_are_listed_and_ended_one_by_one_by_their_owner_alone() {
        Reply other = login(person.email(), PASSWORD);
        String sid = Jwt.claims(other.text("access_token")).getString("sid");
        String foreign = Jwt.claims(SERVER.person().accessToken()).getString("sid");
        String[] mine = Wire.bearer(person.accessToken());

        JsonArray sessions = wire.get("/auth/sessions", mine).json().getJsonArray("sessions");
        assertThat(sessions).hasSize(2);
        assertThat(sessions.stream().filter(s -> ((JsonObject) s).getBoolean("current")))
                .hasSize(1);
        assertThat(sessions.getJsonObject(0).fieldNames())
                .containsExactlyInAnyOrder(
                        "sid",
                        "created_at",
                        "last_used_at",
                        "expires_at",
                        "client",
                        "address",
                        "user_agent",
                        "current");

        assertThat(wire.send("DELETE", "/auth/sessions/" + sid, new byte[0], mine).status())
                .isEqualTo(204);
        assertProblem(me(other.text("access_token")), 401, "revoked_session");
        for (String unknown : List.of(sid, foreign, "ses_unknown")) {
            assertProblem(
                    wire.send("DELETE", "/auth/sessions/" + unknown, new byte[0], mine),
                    404,
                    "not_found");
        }
    }

    @Test
    void security_events_are_the_persons_own() {
        login(person.email(), "not the passphrase");

        JsonArray events =
                wire.get("/auth/security-events", Wire.bearer(person.accessToken()))
                        .json()
                        .getJsonArray("events");

        assertThat(events.getJsonObject(0).getString("action")).isEqualTo("login_refused");
        assertThat(events.stream().map(e -> ((JsonObject) e).getString("action")))
                .contains("account_registered", "login_succeeded");
    }

    @Test
    void a_forgotten_password_is_replaced_by_the_mailed_code_and_ends_every_session() {
        Reply asked =
                wire.post("/auth/password/forgot", new JsonObject().put("email", person.email()));
        Reply unknown =
                wire.post(
                        "/auth/password/forgot",
                        new JsonObject().put("email", "nobody-" + person.email()));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(asked.body());
        String code = SERVER.mailedCode();

        assertProblem(reset(code, "short"), 422, "weak_password");
        assertThat(reset(code, "another good passphrase").status()).isEqualTo(204);
        assertProblem(reset(code, "another good passphrase"), 400, "bad_code");
        assertThat(me(person.accessToken()).status()).isEqualTo(401);
        assertThat(login(person.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(login(person.email(), "another good passphrase").status()).isEqualTo(200);
    }

    private Reply reset(String code, String password) {
        return wire.post(
                "/auth/password/reset",
                new JsonObject().put("token", code).put("password", password));
    }

    @Test
    void an_address_is_verified_once_by_the_mailed_code() {
        String code = SERVER.mailedCode();

        assertThat(verify(code).status()).isEqualTo(204);
        assertProblem(verify(code), 400, "bad_code");
        assertProblem(verify("sgm_" + "A".repeat(43)), 400, "bad_code");
        assertThat(me(person.accessToken()).json().getBoolean("email_verified")).isTrue();
    }

    private Reply verify(String code) {
        return wire.post("/auth/email/verify", new JsonObject().put("token", code));
    }

    @Test
    void a_code_for_one_purpose_is_worth_nothing_for_another() {
        String verification = SERVER.mailedCode();

        assertProblem(reset(verification, "another good passphrase"), 400, "bad_code");
    }
}
