package dev.signet.chat.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.platform.Api;
import dev.signet.chat.http.platform.Options;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Person;
import dev.signet.chat.http.platform.Platform.Tokens;
import dev.signet.chat.http.platform.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiTest {

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    private static Api api(Person person) {
        return platform.api().bearer(platform.login(person).access());
    }

    private static List<JsonObject> list(Reply reply, String name) {
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().getJsonArray(name).stream().map(JsonObject.class::cast).toList();
    }

    @Test
    void me_tells_who_asks_and_for_how_long() {
        Person person = platform.person();
        Tokens tokens = platform.login(person);
        JsonObject me = platform.api().bearer(tokens.access()).get("/api/v1/me").json();

        assertThat(me.getJsonObject("user").getString("id")).isEqualTo(person.id());
        assertThat(me.getJsonObject("user").getString("email")).isEqualTo(person.email());
        assertThat(me.getJsonObject("user").getJsonArray("permissions"))
                .isEqualTo(new JsonArray(List.of("chat:use", "sessions:revoke")));
        assertThat(me.getJsonObject("session").getString("sid")).isEqualTo(tokens.sessionId());
        assertThat(Instant.parse(me.getJsonObject("session").getString("expires_at")))
                .isAfter(Instant.now());
        assertThat(me.getString("authority")).isEqualTo(platform.issuer().toString());
    }

    @Test
    void a_thread_is_made_shown_listed_and_removed() {
        Api api = api(platform.person());
        Reply made = api.post("/api/v1/threads", "{\"title\":\"Plans\"}");
        assertThat(made.status()).isEqualTo(201);
        String path = "/api/v1/threads/" + made.json().getString("id");

        assertThat(api.get(path).json()).isEqualTo(made.json());
        String newer = api.post("/api/v1/threads").json().getString("id");
        assertThat(list(api.get("/api/v1/threads"), "threads"))
                .extracting(thread -> thread.getString("id"))
                .containsExactly(newer, made.json().getString("id"));
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.delete(path).status()).isEqualTo(404);
    }

    @Test
    void a_run_begun_over_http_leaves_messages_and_events() throws Exception {
        Api api = api(platform.person());
        String thread = api.post("/api/v1/threads").json().getString("id");
        String runs = "/api/v1/threads/" + thread + "/runs";
        String request = "{\"text\":\"Who am I?\",\"idempotency_key\":\"k1\"}";
        Reply begun = api.post(runs, request);
        assertThat(begun.status()).isEqualTo(202);
        String run = begun.json().getString("id");
        try (var stream = api.stream("/api/v1/runs/" + run + "/events").body()) {
            stream.readAllBytes();
        }

        assertThat(api.post(runs, request).json().getString("id")).isEqualTo(run);
        Reply reused = api.post(runs, request.replace("Who", "What"));
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("key_reused");
        JsonObject ended = api.get("/api/v1/runs/" + run).json();
        assertThat(ended.getString("state")).isEqualTo("completed");
        assertThat(ended.getString("ended_at")).isNotBlank();
        assertThat(list(api.get(runs), "runs")).containsExactly(ended);
        List<JsonObject> messages =
                list(api.get("/api/v1/threads/" + thread + "/messages"), "messages");
        assertThat(messages)
                .extracting(message -> message.getString("role"))
                .containsExactly("user", "assistant");
        assertThat(messages).allMatch(message -> message.getString("run_id").equals(run));
        assertThat(list(api.get("/api/v1/runs/" + run + "/events?after=1"), "events"))
                .hasSize(ended.getInteger("last_seq") - 1);
        assertThat(api.post("/api/v1/runs/" + run + "/stop").json()).isEqualTo(ended);
    }

    @Test
    void sessions_are_listed_and_signed_out() {
        Person person = platform.person();
        Tokens mine = platform.login(person);
        Tokens other = platform.login(person);
        Api api = platform.api().bearer(mine.access());

        assertThat(list(api.get("/api/v1/sessions"), "sessions"))
                .filteredOn(session -> session.getBoolean("current"))
                .extracting(session -> session.getString("sid"))
                .containsExactly(mine.sessionId());
        assertThat(api.delete("/api/v1/sessions/" + other.sessionId()).status()).isEqualTo(204);
        assertThat(list(api.get("/api/v1/sessions"), "sessions")).hasSize(1);
        assertThat(api.delete("/api/v1/sessions/ses%2F..%2Fme").status()).isEqualTo(404);
    }

    @Test
    void capabilities_say_what_can_be_done_and_what_cannot() {
        JsonObject all = api(platform.person()).get("/api/v1/capabilities").json();

        assertThat(all.containsKey("model")).isTrue();
        assertThat(all.getString("model")).isNull();
        assertThat(all.getJsonArray("tools").stream().map(JsonObject.class::cast))
                .extracting(tool -> tool.getString("name"))
                .contains("who_am_i", "list_sessions", "platform_health", "sign_out_session");
        assertThat(all.getJsonArray("cannot")).isNotEmpty();
    }

    /** What is sent to one of the paths, and which status it deserves. */
    private record Bad(String path, String body, int status) {}

    static Stream<Bad> badBodies() {
        String threads = "/api/v1/threads";
        String runs = "/api/v1/threads/thr_AAAAAAAAAAAAAAAAAAAAAA/runs";
        return Stream.of(
                new Bad(threads, "{\"title\":7}", 400),
                new Bad(threads, "{\"title\":\"\"}", 400),
                new Bad(threads, "{\"title\":\"two\\nlines\"}", 400),
                new Bad(threads, "{\"title\":\"" + "x".repeat(121) + "\"}", 400),
                new Bad(threads, "{\"owner\":\"usr_other\"}", 400),
                new Bad(threads, "{\"title\":\"a\",\"title\":\"b\"}", 400),
                new Bad(threads, "[]", 400),
                new Bad(threads, "{", 400),
                new Bad(runs, "", 400),
                new Bad(runs, "{}", 400),
                new Bad(runs, "{\"text\":null}", 400),
                new Bad(runs, "{\"text\":\"a\",\"idempotency_key\":\"b c\"}", 400),
                new Bad(runs, "{\"text\":\"a\"}", 404),
                new Bad("/api/v1/ticket", "{\"for\":\"me\"}", 400));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void a_body_that_breaks_its_form_is_refused_with_a_problem(Bad bad) {
        Reply reply = api(platform.person()).post(bad.path(), bad.body());

        assertThat(reply.status()).isEqualTo(bad.status());
        assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.json().getString("support_code")).startsWith("sup_");
        assertThat(reply.json().getString("detail")).isNotBlank();
    }

    @Test
    void a_text_that_is_empty_or_too_long_begins_nothing() {
        Api api = api(platform.person());
        String thread = api.post("/api/v1/threads").json().getString("id");
        String runs = "/api/v1/threads/" + thread + "/runs";

        assertThat(api.post(runs, "{\"text\":\" \"}").code()).isEqualTo("text_empty");
        Reply tooLong = api.post(runs, new JsonObject().put("text", "x".repeat(20_000)).encode());
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.code()).isEqualTo("text_too_long");
        assertThat(list(api.get(runs), "runs")).isEmpty();
    }

    @Test
    void two_authorization_headers_are_refused() {
        String token = platform.login(platform.person()).access();
        Api twice = platform.api().bearer(token).bearer(token);

        assertThat(twice.get("/api/v1/me").status()).isEqualTo(400);
        assertThat(platform.api().with("Authorization", "Bearer").get("/api/v1/me").status())
                .isEqualTo(400);
        assertThat(
                        platform.api()
                                .with("Authorization", "Basic Zm9vOmJhcg==")
                                .get("/api/v1/me")
                                .status())
                .isEqualTo(401);
    }

    @Test
    void an_outage_of_the_authority_is_our_fault_and_not_the_callers() throws Exception {
        try (Platform own = Platform.start(Options.standard())) {
            Api api = own.api().bearer(own.login(own.person()).access());
            own.authorityGoesAway();

            for (Reply reply : List.of(api.get("/api/v1/sessions"), api.post("/api/v1/ticket"))) {
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.header("Retry-After")).isPresent();
            }
            assertThat(api.get("/api/v1/me").status()).isEqualTo(200);
            own.authorityComesBack();
        }
    }

    @Test
    void an_expired_token_is_refused_and_an_expired_cookie_is_refreshed() throws Exception {
        Options options = Options.standard().withAccessLife(Duration.ofSeconds(2));
        try (Platform own = Platform.start(options)) {
            var browser = own.browser().signIn(own.person());
            Instant until = Instant.now().plusSeconds(4);
            while (Instant.now().isBefore(until)) {
                assertThat(browser.script().get("/api/v1/me").status()).isEqualTo(200);
            }
        }
    }
}
