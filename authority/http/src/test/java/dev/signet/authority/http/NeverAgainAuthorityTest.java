package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.token.access.Environment;
import dev.signet.token.jose.Base64Url;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was found in the platform we come from, as far as an authority can bring it back. */
class NeverAgainAuthorityTest {

    @RegisterExtension
    static final AuthorityServer SERVER = new AuthorityServer().in(Environment.PRODUCTION);

    private static final List<String> MODULES =
            List.of(
                    "token",
                    "http",
                    "storage",
                    "authority/core",
                    "authority/store",
                    "authority/http");

    private final Wire wire = SERVER.wire();

    private Reply me(String token) {
        return wire.get("/auth/me", Wire.bearer(token));
    }

    private Reply login(String email, String password) {
        return wire.post(
                "/auth/login", new JsonObject().put("email", email).put("password", password));
    }

    private Reply refresh(String token) {
        return wire.post("/auth/refresh", new JsonObject().put("refresh_token", token));
    }

    /** Sources of what runs in the authority that hold something they must not. */
    private static Stream<Path> sourcesThat(Predicate<String> hold) {
        Path root = Path.of(System.getProperty("signet.root"));
        return MODULES.stream()
                .map(module -> root.resolve(module).resolve("src/main"))
                .flatMap(NeverAgainAuthorityTest::files)
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> hold.test(text(file)));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void minting_without_authentication() {
        Person person = SERVER.person();
        Map<String, String> byName = Map.of("user_id", person.id(), "sub", person.id());
        for (String grant :
                List.of("password", "client_credentials", "implicit", "refresh_token", "urn:x")) {
            Map<String, String> form = new HashMap<>(byName);
            form.put("grant_type", grant);

            assertThat(wire.form("/oauth2/token", form).status()).isEqualTo(401);
        }
        for (String path : List.of("/auth/token", "/auth/dev-login", "/auth/mint", "/token")) {
            assertThat(wire.post(path, new JsonObject().put("user_id", person.id())).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void fixed_development_passwords_or_magic_codes_that_work_in_production() {
        assertThat(SERVER.authority().clients().all())
                .filteredOn(client -> client.id().equals("signet"))
                .hasSize(1)
                .allSatisfy(client -> assertThat(client.hasSecret()).isFalse());
        for (String password : List.of("admin", "password", "dev", "test", "changeme", "demo")) {
            assertThat(login(password + "@example.org", password).status()).isEqualTo(401);
            assertThat(
                            wire.post(
                                            "/auth/service-token",
                                            new JsonObject()
                                                    .put("client_id", "signet")
                                                    .put("client_secret", password))
                                    .status())
                    .isEqualTo(401);
        }
        for (String code : List.of("000000", "123456", "999999", "test", "magic")) {
            assertThat(
                            wire.post("/auth/email/verify", new JsonObject().put("token", code))
                                    .text("code"))
                    .isEqualTo("bad_code");
        }
    }

    @Test
    void demo_emergency_or_relaxed_modes_chosen_by_an_environment_variable() {
        assertThat(sourcesThat(text -> text.contains("System.getenv"))).isEmpty();
        assertThat(sourcesThat(text -> text.contains("System.getProperty"))).isEmpty();
    }

    @Test
    void identity_taken_from_a_header_or_a_bypass_triggered_by_a_headers_name() {
        Person person = SERVER.person();
        for (String header :
                List.of(
                        "X-User-Id",
                        "X-User-Email",
                        "X-Auth-User",
                        "X-Forwarded-User",
                        "X-Test-User",
                        "X-E2E-Bypass",
                        "X-Internal-Service",
                        "X-Service-Secret",
                        "X-Api-Key")) {
            assertThat(wire.get("/auth/me", header, person.id()).status()).isEqualTo(401);
            assertThat(wire.get("/feed/snapshot", header, "true").status()).isEqualTo(401);
        }
    }

    @Test
    void identity_taken_from_an_unverified_payload() {
        Person person = SERVER.person();
        String payload = person.accessToken().split("\\.", -1)[1];
        for (String header :
                List.of(
                        "{\"alg\":\"none\",\"typ\":\"at+jwt\"}",
                        "{\"alg\":\"HS256\",\"kid\":\"x\"}")) {
            String forged =
                    Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + "." + payload + ".";

            assertThat(me(forged).status()).isEqualTo(401);
            assertThat(me(forged + "AAAA").status()).isEqualTo(401);
        }
    }

    @Test
    void not_revoked_as_the_answer_to_an_error() throws Exception {
        Person person = SERVER.person();
        Person revoked = SERVER.person();
        String service = SERVER.serviceToken();
        wire.send("POST", "/auth/logout", new byte[0], Wire.bearer(revoked.accessToken()));
        SERVER.database().close();
        try {
            Reply broken = refresh(person.refreshToken());
            assertThat(broken.status()).isEqualTo(503);
            assertThat(broken.header("Retry-After")).isPresent();
            assertThat(login(person.email(), AuthorityServer.PASSWORD).status()).isEqualTo(503);

            Reply verdict =
                    wire.post(
                            "/auth/validate",
                            new JsonObject().put("token", revoked.accessToken()),
                            Wire.bearer(service));
            assertThat(verdict.text("reason")).isEqualTo("revoked_session");
        } finally {
            SERVER.restart();
        }
        assertThat(refresh(person.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void revocation_or_replay_detection_keyed_by_the_raw_string() {
        Person person = SERVER.person();
        String token = person.accessToken();
        wire.send("POST", "/auth/logout", new byte[0], Wire.bearer(token));
        String signature = token.substring(token.lastIndexOf('.') + 1);

        for (String spelling :
                List.of(
                        token + "=",
                        token + "==",
                        token + " ",
                        token + "\u00a0",
                        token + ".",
                        token.replace(signature, signature.replace('-', '+').replace('_', '/'))
                                + "=")) {
            Reply reply =
                    wire.post(
                            "/auth/validate",
                            new JsonObject().put("token", spelling),
                            Wire.bearer(SERVER.serviceToken()));

            assertThat(reply.text("verdict")).isEqualTo("INVALID");
        }
    }

    @Test
    void state_per_object_per_worker_or_lost_on_restart() throws Exception {
        Person person = SERVER.person();
        Person spent = SERVER.person();
        refresh(spent.refreshToken());
        SERVER.clock().advance(Duration.ofMinutes(1));
        wire.send("POST", "/auth/logout", new byte[0], Wire.bearer(person.accessToken()));

        SERVER.restart();

        assertThat(me(person.accessToken()).text("code")).isEqualTo("revoked_session");
        assertThat(refresh(person.refreshToken()).status()).isEqualTo(401);
        assertThat(refresh(spent.refreshToken()).status()).isEqualTo(401);
        assertThat(me(spent.accessToken()).text("code")).isEqualTo("revoked_session");
    }

    @Test
    void path_exclusions_by_substring() {
        for (String path : List.of("/auth/me?/health", "/auth/me?next=/login")) {
            assertThat(wire.get(path).text("code")).as(path).isEqualTo("missing_token");
        }
        for (String path :
                List.of(
                        "/auth/me/health",
                        "/health/auth/me",
                        "/docs/auth/me",
                        "/auth/me/.well-known/jwks.json",
                        "/assets/authority.css/auth/me")) {
            assertThat(wire.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void signing_hashing_revoking_or_validating_endpoints_open_to_anybody() {
        Person person = SERVER.person();
        JsonObject token = new JsonObject().put("token", person.accessToken());

        assertThat(wire.post("/auth/validate", token).status()).isEqualTo(401);
        assertThat(wire.post("/auth/validate", token, Wire.bearer(person.accessToken())).status())
                .isEqualTo(401);
        assertThat(wire.form("/oauth2/introspect", Map.of("token", "x")).status()).isEqualTo(401);
        assertThat(wire.form("/oauth2/revoke", Map.of("token", "x")).status()).isEqualTo(401);
        for (String path : List.of("/auth/hash", "/auth/sign", "/auth/blacklist", "/auth/revoke")) {
            assertThat(wire.post(path, token).status()).isEqualTo(404);
        }
        assertThat(me(person.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void secrets_compared_with_equals_or_tls_verification_off() {
        Pattern compared = Pattern.compile("(?i)(secret|password|csrf|hash)\\w*\\.equals\\(");
        assertThat(sourcesThat(text -> compared.matcher(text).find())).isEmpty();
        assertThat(
                        sourcesThat(text ->
                                text.contains("TrustManager") || text.contains("setTrustAll")))
                .isEmpty();
    }

    @Test
    void tokens_in_urls_and_redirects() {
        Person person = SERVER.person();
        assertThat(wire.get("/auth/me?access_token=" + person.accessToken()).status())
                .isEqualTo(401);
        assertThat(wire.get("/oauth2/userinfo?token=" + person.accessToken()).status())
                .isEqualTo(401);
        String back = CodeFlow.of(SERVER.phone()).signIn(SERVER.browser(), person).location();

        assertThat(back).doesNotContain("sgr_", "sgb_", "eyJ", "access_token", "id_token");
        assertThat(SERVER.mails())
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.text()).doesNotContainPattern("\\?\\S*sgm_"));
    }

    @Test
    void oauth_state_that_is_generated_and_never_checked() {
        CodeFlow flow = CodeFlow.of(SERVER.phone()).with("state", "only-this-one");

        Map<String, String> back =
                CodeFlow.parameters(flow.signIn(SERVER.browser(), SERVER.person()).location());

        assertThat(back).containsEntry("state", "only-this-one");
    }

    @Test
    void accounts_linked_by_an_unverified_e_mail_address() {
        Person person = SERVER.person();
        assertThat(me(person.accessToken()).json().getBoolean("email_verified")).isFalse();

        Reply again =
                wire.post(
                        "/auth/register",
                        new JsonObject()
                                .put("email", person.email())
                                .put("password", "another good passphrase"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(login(person.email(), "another good passphrase").status()).isEqualTo(401);
    }

    @Test
    void a_refresh_token_that_dies_at_24_h_although_7_days_are_configured() {
        Person person = SERVER.person();
        SERVER.clock().advance(Duration.ofDays(7).minusSeconds(1));
        Reply next = refresh(person.refreshToken());
        assertThat(next.status()).isEqualTo(200);

        SERVER.clock().advance(Duration.ofDays(7));
        assertThat(refresh(next.text("refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void disabled_users_who_keep_refreshing() {
        Person person = SERVER.person();
        SERVER.authority().accounts().disable(person.id(), Caller.SYSTEM);

        assertThat(refresh(person.refreshToken()).status()).isEqualTo(401);
        assertThat(me(person.accessToken()).status()).isEqualTo(401);
    }

    @Test
    void expires_in_that_is_a_constant() {
        Person person = SERVER.person();
        String token = person.refreshToken();
        for (int day = 6; day < 90; day += 6) {
            SERVER.clock().advance(Duration.ofDays(6));
            token = refresh(token).text("refresh_token");
        }
        SERVER.clock().advance(Duration.ofDays(6).minusSeconds(100));

        Reply last = refresh(token);

        JsonObject claims = Jwt.claims(last.text("access_token"));
        assertThat(last.json().getLong("expires_in"))
                .isEqualTo(claims.getLong("exp") - claims.getLong("iat"))
                .isEqualTo(100);
    }

    @Test
    void caches_that_outlive_exp() {
        Person person = SERVER.person();
        for (int i = 0; i < 3; i++) {
            assertThat(me(person.accessToken()).status()).isEqualTo(200);
        }
        SERVER.clock().advance(Duration.ofMinutes(15).plusSeconds(30));

        assertThat(me(person.accessToken()).text("code")).isEqualTo("expired");
    }

    @Test
    void a_circuit_breaker_that_one_users_bad_tokens_open_for_all() {
        Person person = SERVER.person();
        for (int i = 0; i < 300; i++) {
            assertThat(me(Jwt.forged(person.accessToken())).status()).isEqualTo(401);
        }

        assertThat(me(person.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void defaults_for_unknown_environments() {
        for (String name : List.of("prod", "PROD", "dev", "", "local")) {
            assertThatThrownBy(() -> Environment.valueOf(name))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Jwt.claims(SERVER.person().accessToken()).getString("env"))
                .isEqualTo("production");
    }

    @Test
    void secrets_that_tests_inject_into_production_code() {
        Confidential service = SERVER.service();

        assertThat(service.secret()).matches("sgs_[A-Za-z0-9_-]{43}");
        assertThat(
                        sourcesThat(text ->
                                text.contains("sgs_") && text.matches("(?s).*sgs_\\w{43}.*")))
                .isEmpty();
    }

    @Test
    void health_endpoints_that_return_constants() {
        assertThat(wire.get("/health").status()).isEqualTo(404);
        assertThat(wire.get("/health/ready").status()).isEqualTo(404);
        assertThat(wire.get("/metrics").status()).isEqualTo(404);
    }
}
