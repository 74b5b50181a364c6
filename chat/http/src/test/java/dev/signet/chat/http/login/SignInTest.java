package dev.signet.chat.http.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.audit.Caller;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Person;
import dev.signet.chat.http.platform.Platform.Tokens;
import dev.signet.chat.http.platform.Reply;
import dev.signet.chat.http.platform.WebBrowser;
import dev.signet.chat.http.platform.WireSocket;
import dev.signet.chat.http.platform.WireSocket.Heard;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in and out through the real authority. */
class SignInTest {

    private static final String COOKIE = "signet_chat";

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @Test
    void who_is_not_signed_in_is_led_to_the_authority() {
        WebBrowser browser = platform.browser();

        assertThat(browser.open("/").location()).isEqualTo("/login");
        Reply login = browser.open("/login");
        assertThat(login.status()).isEqualTo(303);
        assertThat(login.location())
                .startsWith(platform.issuer() + "/oauth2/authorize?response_type=code&")
                .contains("&code_challenge_method=S256")
                .containsPattern("&state=[A-Za-z0-9_-]{43}&")
                .containsPattern("&nonce=[A-Za-z0-9_-]{43}&")
                .containsPattern("&code_challenge=[A-Za-z0-9_-]{43}&");
        assertThat(login.all("Set-Cookie"))
                .singleElement()
                .asString()
                .matches(
                        "signet_chat_signin=[A-Za-z0-9_-]{43}; Path=/; Max-Age=600; HttpOnly;"
                                + " SameSite=Lax");
    }

    @Test
    void a_signed_in_browser_holds_one_cookie_that_no_script_can_read() {
        WebBrowser browser = platform.browser();
        Reply callback = browser.open(browser.authorized(platform.person()));

        assertThat(callback.status()).isEqualTo(303);
        assertThat(callback.location()).isEqualTo("/");
        assertThat(callback.all("Set-Cookie"))
                .singleElement()
                .asString()
                .matches(
                        "signet_chat=[A-Za-z0-9_-]{43}; Path=/; Max-Age=2592000; HttpOnly;"
                                + " SameSite=Lax");
        assertThat(browser.open("/").status()).isEqualTo(200);
    }

    @Test
    void the_page_comes_under_a_strict_policy() {
        Reply page = platform.browser().signIn(platform.person()).open("/");

        assertThat(page.header("Content-Security-Policy"))
                .hasValue(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                                + " data:; connect-src 'self' ws://127.0.0.1:"
                                + platform.port()
                                + "; form-action 'self'; frame-ancestors 'none'; base-uri"
                                + " 'none'");
        assertThat(page.header("Cache-Control")).hasValue("no-store");
        assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void a_callback_is_taken_once() {
        WebBrowser browser = platform.browser();
        String callback = browser.authorized(platform.person());

        assertThat(browser.open(callback).status()).isEqualTo(303);
        assertThat(browser.open(callback).status()).isEqualTo(400);
    }

    @Test
    void a_callback_belongs_to_the_browser_that_began() {
        String callback = platform.browser().authorized(platform.person());
        WebBrowser victim = platform.browser();
        victim.open("/login");

        Reply refused = victim.open(callback);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("out of date").contains("href=\"/login\"");
        assertThat(victim.cookie(COOKIE)).isEmpty();
        assertThat(platform.browser().open(callback).status()).isEqualTo(400);
    }

    /** A pattern in the callback's address, and what it is replaced by. */
    private record Change(String pattern, String by) {}

    static Stream<Change> changes() {
        return Stream.of(
                new Change("state=[^&]*", "state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                new Change("state=[^&]*", "state="),
                new Change("&?state=[^&]*", ""),
                new Change("iss=[^&]*", "iss=https%3A%2F%2Fevil.example"),
                new Change("&iss=[^&]*", ""),
                new Change("code=[^&]*", "code=sgc_wrong"),
                new Change("code=[^&]*", "error=access_denied"),
                new Change("code=[^&]*", "error=server_error"),
                new Change("code=([^&]*)", "code=$1&code=$1"),
                new Change("code=[^&]*", "code=%ff"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_callback_that_was_changed_signs_nobody_in(Change change) {
        WebBrowser browser = platform.browser();
        String callback = browser.authorized(platform.person());

        Reply refused = browser.open(callback.replaceFirst(change.pattern(), change.by()));

        assertThat(refused.status()).isBetween(400, 503);
        assertThat(refused.header("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(refused.body()).contains("Sign in").doesNotContain("evil");
        assertThat(refused.all("Set-Cookie")).isEmpty();
        assertThat(browser.open("/").location()).isEqualTo("/login");
    }

    @Test
    void the_code_of_another_sign_in_is_refused() {
        Person person = platform.person();
        String foreign = platform.browser().authorized(person);
        WebBrowser browser = platform.browser();
        String mine = browser.authorized(platform.person());
        String code = foreign.replaceFirst(".*[?&]code=([^&]*).*", "$1");

        Reply refused = browser.open(mine.replaceFirst("code=[^&]*", "code=" + code));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(browser.cookie(COOKIE)).isEmpty();
    }

    @Test
    void two_sign_ins_of_one_browser_may_be_on_their_way() {
        WebBrowser browser = platform.browser();
        Person person = platform.person();
        String first = browser.authorized(person);
        String second = browser.authorized(person);

        assertThat(browser.open(first).status()).isEqualTo(303);
        String cookie = browser.cookie(COOKIE).orElseThrow();
        assertThat(browser.open(second).status()).isEqualTo(303);
        assertThat(browser.cookie(COOKIE)).isNotEqualTo(Optional.of(cookie));
        browser.setCookie(COOKIE, cookie);
        assertThat(browser.open("/").location()).isEqualTo("/login");
    }

    @Test
    void another_persons_login_in_the_same_browser_ends_everywhere() throws Exception {
        Person first = platform.person();
        WebBrowser browser = platform.browser().signIn(first);
        String cookie = browser.cookie(COOKIE).orElseThrow();
        String sid = sessionOf(browser);
        browser.forgetAuthority();
        try (WireSocket socket = browser.socket()) {
            browser.signIn(platform.person());

            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4401, "revoked_session"));
        }
        assertThat(platform.authority().sessions().live(sid)).isEmpty();
        assertThat(platform.authority().sessions().of(first.id())).isEmpty();
        assertThat(sessionOf(browser)).isNotEqualTo(sid);
        browser.setCookie(COOKIE, cookie);
        assertThat(browser.script().get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void the_same_person_who_signs_in_anew_leaves_no_session_behind() {
        Person person = platform.person();
        WebBrowser browser = platform.browser().signIn(person);
        String sid = sessionOf(browser);
        browser.forgetAuthority();

        browser.signIn(person);

        assertThat(platform.authority().sessions().live(sid)).isEmpty();
        assertThat(platform.authority().sessions().of(person.id())).hasSize(1);
    }

    @Test
    void a_new_cookie_for_the_same_session_ends_nothing_but_the_old_cookie() {
        Person person = platform.person();
        WebBrowser browser = platform.browser().signIn(person);
        String cookie = browser.cookie(COOKIE).orElseThrow();
        String sid = sessionOf(browser);

        browser.signIn(person);

        assertThat(sessionOf(browser)).isEqualTo(sid);
        browser.setCookie(COOKIE, cookie);
        assertThat(browser.script().get("/api/v1/me").status()).isEqualTo(401);
    }

    private static String sessionOf(WebBrowser browser) {
        return browser.script().get("/api/v1/me").json().getJsonObject("session").getString("sid");
    }

    @Test
    void a_person_without_the_permission_is_told_so() {
        Person person = platform.person();
        platform.authority().accounts().permit(person.id(), Set.of(), Caller.SYSTEM);
        WebBrowser browser = platform.browser();

        Reply refused = browser.open(browser.authorized(person));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(browser.cookie(COOKIE)).isEmpty();
    }

    @Test
    void logging_out_ends_the_login_everywhere() throws Exception {
        WebBrowser browser = platform.browser().signIn(platform.person());
        String cookie = browser.cookie(COOKIE).orElseThrow();
        try (WireSocket socket = browser.socket()) {
            String sid =
                    browser.script()
                            .get("/api/v1/me")
                            .json()
                            .getJsonObject("session")
                            .getString("sid");

            Reply out = browser.fetch("POST", "/logout", "");

            assertThat(out.status()).isEqualTo(204);
            assertThat(out.header("Set-Cookie").orElseThrow())
                    .startsWith("signet_chat=; Path=/; Max-Age=0");
            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4401, "revoked_session"));
            assertThat(platform.authority().sessions().live(sid)).isEmpty();
        }
        browser.setCookie(COOKIE, cookie);
        assertThat(browser.script().get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void only_the_page_itself_can_log_out() {
        WebBrowser browser = platform.browser().signIn(platform.person());
        var bare = browser.api("/");
        String origin = platform.uri().toString();

        assertThat(bare.post("/logout").status()).isEqualTo(403);
        assertThat(bare.with("Origin", origin).post("/logout").status()).isEqualTo(403);
        assertThat(bare.with("X-Signet-Request", "1").post("/logout").status()).isEqualTo(403);
        assertThat(
                        bare.with("X-Signet-Request", "1", "Origin", "https://evil.example")
                                .post("/logout")
                                .status())
                .isEqualTo(403);
        assertThat(browser.open("/").status()).isEqualTo(200);
        assertThat(platform.api().post("/logout").status()).isEqualTo(401);
        assertThat(browser.api("/").get("/logout").status()).isEqualTo(405);
    }

    @Test
    void signing_out_a_session_elsewhere_ends_this_browsers_login_within_a_second()
            throws Exception {
        Person person = platform.person();
        WebBrowser first = platform.browser().signIn(person);
        WebBrowser second = platform.browser().signIn(person);
        String sid =
                first.script().get("/api/v1/me").json().getJsonObject("session").getString("sid");
        try (WireSocket socket = first.socket()) {
            Instant begin = Instant.now();

            assertThat(second.script().delete("/api/v1/sessions/" + sid).status()).isEqualTo(204);

            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4401, "revoked_session"));
            Reply me = first.script().get("/api/v1/me");
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(me.status()).isEqualTo(401);
        }
        assertThat(second.script().get("/api/v1/me").status()).isEqualTo(200);
        assertThat(first.open("/").location()).isEqualTo("/login");
    }

    @Test
    void a_login_outlives_a_restart_of_the_backend() throws Exception {
        try (Platform own = Platform.start()) {
            WebBrowser browser = own.browser().signIn(own.person());
            own.restartBackend();

            assertThat(browser.script().get("/api/v1/me").status()).isEqualTo(200);
        }
    }

    @Test
    void no_token_ever_reaches_the_browser() throws Exception {
        Person person = platform.person();
        WebBrowser browser = platform.browser().signIn(person);
        Tokens other = platform.login(person);
        StringBuilder frames = new StringBuilder();
        try (WireSocket socket = browser.socket()) {
            for (String text : new String[] {"Explain my token", "Show my token", "Who am I?"}) {
                socket.send(new JsonObject().put("type", "chat").put("text", text));
                socket.events().forEach(event -> frames.append(event.encode()));
            }
            socket.skipped().forEach(message -> frames.append(message.encode()));
        }
        browser.open("/");
        for (String path : new String[] {"me", "capabilities", "threads", "sessions"}) {
            browser.fetch("GET", "/api/v1/" + path, "");
        }
        browser.fetch("POST", "/api/v1/threads", "{\"title\":\"mine\"}");
        browser.fetch("DELETE", "/api/v1/sessions/" + other.sessionId(), "");
        browser.fetch("POST", "/logout", "");

        assertThat(browser.answers()).hasSizeGreaterThan(10);
        browser.answers().forEach(reply -> clean(reply.headers() + reply.body()));
        clean(frames.toString());
    }

    private static void clean(String text) {
        assertThat(text)
                .doesNotContainPattern("eyJ[A-Za-z0-9_-]{5,}\\.")
                .doesNotContain(
                        "sgr_", "sgs_", "sgc_", "access_token", "refresh_token", "id_token");
    }
}
