package dev.signet.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.http.route.Route;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests reach a route, and what all others hear. */
class PathsAndMethodsTest {

    private static LiveService live;

    @BeforeAll
    static void start() throws Exception {
        live =
                LiveService.of(
                        Route.open("GET", "/a/me", _ -> LiveService.text("me")),
                        Route.open("POST", "/a/me", _ -> LiveService.text("posted")),
                        Route.open("GET", "/a/:id", r -> LiveService.text(r.pathParameter("id"))),
                        Route.open("POST", "/only", _ -> LiveService.text("posted")),
                        Route.open("GET", "/", _ -> LiveService.text("home")));
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    @Test
    void head_is_answered_like_get_without_the_body() throws Exception {
        HttpResponse<String> get = live.send("GET", "/a/me");
        HttpResponse<String> head = live.send("HEAD", "/a/me");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .contains(Integer.toString(get.body().length()));
        assertThat(head.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void options_tells_the_methods_of_a_path() throws Exception {
        HttpResponse<String> options = live.send("OPTIONS", "/a/me");

        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "DELETE", "PUT", "PATCH", "TRACE", "INVENTED"})
    void another_method_is_405_and_told_which_ones_there_are(String method) throws Exception {
        HttpResponse<String> response = live.send(method, "/only");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("OPTIONS, POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//a/me",
                "/a//me",
                "/a/me/",
                "/a/./me",
                "/b/../a/me",
                "/a/%6de",
                "/%61/me",
                "/a%2Fme",
                "/A/me",
                "/a/me;x=y/z",
                "/a/me%00/z"
            })
    void a_path_that_is_only_nearly_a_routes_is_404(String path) throws Exception {
        String answer =
                live.raw("GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/%zz", "/a/%", "/a/%f"})
    void a_path_that_is_not_encoded_correctly_is_400(String path) throws Exception {
        String answer =
                live.raw("GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void a_part_of_the_path_may_hold_any_character_in_encoded_form() throws Exception {
        assertThat(new JsonObject(live.send("GET", "/a/x%20y%2Fz").body()).getString("value"))
                .isEqualTo("x y/z");
    }

    @Test
    void the_asterisk_of_options_is_nobodys_path() throws Exception {
        String answer = live.raw("OPTIONS * HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4(00|04).*");
    }
}
