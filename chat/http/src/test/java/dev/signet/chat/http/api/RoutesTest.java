package dev.signet.chat.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.platform.Api;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Tokens;
import dev.signet.chat.http.platform.Reply;
import dev.signet.chat.http.platform.WebBrowser;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Route;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route is classified, and none is open by accident. */
class RoutesTest {

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    /** A new route must be written down here, with its caller, before this test passes. */
    @Test
    void these_are_all_routes_and_their_callers() {
        Map<String, Caller> routes =
                platform.backend().routes().stream()
                        .filter(route -> !route.path().startsWith("/assets/"))
                        .collect(
                                Collectors.toMap(
                                        route -> route.method() + " " + route.path(),
                                        Route::caller,
                                        (one, _) -> one,
                                        TreeMap::new));

        Map<String, Caller> expected = new TreeMap<>();
        expected.put("GET /", Caller.BROWSER);
        expected.put("POST /logout", Caller.BROWSER);
        expected.put("GET /login", Caller.PUBLIC);
        expected.put("GET /callback", Caller.PUBLIC);
        for (String route :
                new String[] {
                    "GET /ws",
                    "GET /api/v1/me",
                    "GET /api/v1/capabilities",
                    "POST /api/v1/ticket",
                    "GET /api/v1/sessions",
                    "DELETE /api/v1/sessions/:sid",
                    "GET /api/v1/threads",
                    "POST /api/v1/threads",
                    "GET /api/v1/threads/:id",
                    "DELETE /api/v1/threads/:id",
                    "GET /api/v1/threads/:id/messages",
                    "GET /api/v1/threads/:id/runs",
                    "POST /api/v1/threads/:id/runs",
                    "GET /api/v1/runs/:id",
                    "GET /api/v1/runs/:id/events",
                    "POST /api/v1/runs/:id/stop"
                }) {
            expected.put(route, Caller.USER);
        }
        assertThat(routes).isEqualTo(expected);
    }

    @Test
    void assets_are_public_and_nothing_below_them_leads_out() {
        assertThat(platform.backend().routes())
                .filteredOn(route -> route.path().startsWith("/assets/"))
                .isNotEmpty()
                .allMatch(route -> route.caller() == Caller.PUBLIC);
        Api api = platform.api();
        assertThat(api.get("/assets/app.js").status()).isEqualTo(200);
        assertThat(api.get("/assets/../index.html").status()).isEqualTo(404);
        assertThat(api.get("/assets/%2e%2e/index.html").status()).isEqualTo(404);
        assertThat(api.get("/index.html").status()).isEqualTo(404);
    }

    @Test
    void no_route_for_users_answers_without_a_credential() {
        users(route -> {
            Reply reply = platform.api().send(route.method(), path(route), "");
            assertThat(reply.status()).as(name(route)).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).as(name(route)).hasValue("Bearer");
        });
    }

    @Test
    void no_route_for_users_answers_to_a_bad_token_whatever_the_cookie_says() {
        WebBrowser browser = platform.browser().signIn(platform.person());
        users(route -> {
            Reply reply = browser.script().bearer("a.b.c").send(route.method(), path(route), "");
            assertThat(reply.status()).as(name(route)).isEqualTo(401);
            assertThat(reply.code()).as(name(route)).isEqualTo("malformed");
        });
    }

    @Test
    void no_route_that_changes_something_takes_a_cookie_from_another_site() {
        WebBrowser browser = platform.browser().signIn(platform.person());
        users(route -> {
            if (route.method().equals("GET")) {
                return;
            }
            Reply bare = browser.api("/").send(route.method(), path(route), "");
            assertThat(bare.status()).as(name(route)).isEqualTo(403);
            assertThat(bare.code()).as(name(route)).isEqualTo("cross_site_request");
            Reply foreign =
                    browser.api("/")
                            .with("X-Signet-Request", "1", "Origin", "https://evil.example")
                            .send(route.method(), path(route), "");
            assertThat(foreign.status()).as(name(route)).isEqualTo(403);
        });
    }

    @Test
    void what_is_somebody_elses_is_not_found() {
        Tokens owner = platform.login(platform.person());
        Api mine = platform.api().bearer(owner.access());
        Api theirs = platform.api().bearer(platform.login(platform.person()).access());
        String thread =
                mine.post("/api/v1/threads", "{\"title\":\"secret\"}").json().getString("id");
        String runs = "/api/v1/threads/" + thread + "/runs";
        String run = mine.post(runs, "{\"text\":\"Who am I?\"}").json().getString("id");

        for (String path :
                new String[] {
                    "/api/v1/threads/" + thread,
                    "/api/v1/threads/" + thread + "/messages",
                    runs,
                    "/api/v1/runs/" + run,
                    "/api/v1/runs/" + run + "/events",
                    "/api/v1/threads/thr_x",
                    "/api/v1/runs/run_x"
                }) {
            assertThat(theirs.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(theirs.post(runs, "{\"text\":\"hello\"}").status()).isEqualTo(404);
        assertThat(theirs.post("/api/v1/runs/" + run + "/stop").status()).isEqualTo(404);
        assertThat(theirs.delete("/api/v1/threads/" + thread).status()).isEqualTo(404);
        assertThat(theirs.delete("/api/v1/sessions/" + owner.sessionId()).status()).isEqualTo(404);
        assertThat(theirs.get("/api/v1/threads").json().getJsonArray("threads")).isEmpty();
        assertThat(mine.get("/api/v1/threads/" + thread).status()).isEqualTo(200);
        assertThat(mine.get("/api/v1/me").status()).isEqualTo(200);
    }

    private interface Check {
        void of(Route route);
    }

    private static void users(Check check) {
        platform.backend().routes().stream()
                .filter(route -> route.caller() == Caller.USER)
                .filter(route -> !route.path().equals("/ws"))
                .forEach(check::of);
    }

    private static String path(Route route) {
        return route.path().replaceAll(":[a-z]+", "thr_AAAAAAAAAAAAAAAAAAAAAA");
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }
}
