package dev.signet.chat.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Person;
import dev.signet.chat.http.platform.Reply;
import dev.signet.chat.http.platform.WireSocket;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Route;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a token needs here, by its scopes; the authority is the real one. */
class ChatScopesTest {

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    private static List<Route> routes() {
        return platform.backend().routes().stream()
                .filter(route -> route.caller() == Caller.USER)
                .toList();
    }

    /** A token with those scopes and no other. */
    private static String token(Person person, String scope) throws Exception {
        JsonObject login =
                new JsonObject().put("email", person.email()).put("password", Platform.PASSWORD);
        String refresh = post("/auth/login", "json", login.encode()).getString("refresh_token");
        String form =
                "grant_type=refresh_token&client_id=signet&scope=%s&refresh_token=%s"
                        .formatted(scope.replace(' ', '+'), refresh);
        return post("/oauth2/token", "x-www-form-urlencoded", form).getString("access_token");
    }

    private static JsonObject post(String path, String type, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(platform.issuer().resolve(path))
                        .header("Content-Type", "application/" + type)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return new JsonObject(answer.body());
        }
    }

    private static Reply call(Route route, String token) {
        String path = route.path().replaceAll(":[a-z]+", "thr_AAAAAAAAAAAAAAAAAAAAAA");
        return platform.api().bearer(token).send(route.method(), path, "");
    }

    @Test
    void every_route_for_users_names_the_scope_that_it_needs() {
        assertThat(routes())
                .allSatisfy(route ->
                        assertThat(route.scope())
                                .as(route.path())
                                .isEqualTo(
                                        Optional.of(
                                                route.path().startsWith("/api/v1/sessions")
                                                        ? "chat:use account:sessions"
                                                        : "chat:use")));
    }

    @Test
    void without_the_scope_chat_use_nobody_is_admitted_anywhere() throws Exception {
        String token = token(platform.person(), "openid account:read account:sessions");

        for (Route route : routes()) {
            Reply reply = call(route, token);
            if (!route.path().equals("/ws")) {
                assertLacks("chat:use", reply);
            }
        }
        try (WireSocket socket =
                WireSocket.ask(platform, "/ws", "Authorization", "Bearer " + token)) {
            assertLacks("chat:use", socket.handshake());
        }
    }

    private static void assertLacks(String scope, Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("insufficient_scope");
        assertThat(reply.header("WWW-Authenticate"))
                .hasValue("Bearer error=\"insufficient_scope\", scope=\"" + scope + '"');
    }

    @Test
    void who_may_chat_does_not_see_or_end_sessions_without_their_scope() throws Exception {
        String token = token(platform.person(), "chat:use");

        for (Route route : routes()) {
            if (route.path().equals("/ws")) {
                continue;
            }
            Reply reply = call(route, token);
            if (route.path().startsWith("/api/v1/sessions")) {
                assertLacks("account:sessions", reply);
            } else {
                assertThat(reply.status()).as(route.path()).isNotIn(401, 403);
            }
        }
    }

    @Test
    void a_socket_is_not_renewed_by_a_token_without_the_scope() throws Exception {
        Person person = platform.person();
        JsonObject login =
                new JsonObject().put("email", person.email()).put("password", Platform.PASSWORD);
        JsonObject full = post("/auth/login", "json", login.encode());
        try (WireSocket socket =
                WireSocket.open(
                        platform, "Authorization", "Bearer " + full.getString("access_token"))) {
            JsonObject less =
                    post(
                            "/oauth2/token",
                            "x-www-form-urlencoded",
                            "grant_type=refresh_token&client_id=signet&scope=openid&refresh_token="
                                    + full.getString("refresh_token"));
            socket.send(
                    new JsonObject()
                            .put("type", "auth.renew")
                            .put("token", less.getString("access_token")));

            assertThat(socket.closed().code()).isEqualTo(4403);
        }
    }

    @Test
    void the_assistant_is_told_that_a_login_may_not_see_sessions() throws Exception {
        String token = token(platform.person(), "chat:use");
        try (WireSocket socket = WireSocket.open(platform, "Authorization", "Bearer " + token)) {
            socket.send(new JsonObject().put("type", "chat").put("text", "Where am I signed in?"));

            JsonObject tool = socket.next("tool_completed").getJsonObject("payload");
            assertThat(tool.getBoolean("ok")).isFalse();
            assertThat(tool.getJsonObject("result").getString("code")).isEqualTo("not_permitted");
        }
    }
}
