package dev.signet.authority.http.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.CodeFlow;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A browser whose tabs refresh at once, over real HTTP. */
class TwoTabsTest {

    @RegisterExtension static final AuthorityServer SERVER = new AuthorityServer();

    private static final String[] FIREFOX = {"User-Agent", "Firefox/130.0 on Linux"};
    private static final String[] CHROME = {"User-Agent", "Chrome/129.0 on Linux"};

    private final Person person = SERVER.person();
    private final String phone = SERVER.phone();
    private final Wire here = SERVER.wire();

    /** The two doors at which a refresh token is exchanged. */
    enum Door {
        TOKEN_ENDPOINT,
        FIRST_PARTY
    }

    private String firstToken(Door door) {
        return switch (door) {
            case FIRST_PARTY -> person.refreshToken();
            case TOKEN_ENDPOINT -> {
                CodeFlow flow = CodeFlow.of(phone);
                Map<String, String> form = flow.exchange(flow.code(SERVER, person));
                form.put("client_id", phone);
                yield here.form("/oauth2/token", form, FIREFOX).text("refresh_token");
            }
        };
    }

    private Reply refresh(Door door, Wire from, String token, String... headers) {
        return switch (door) {
            case FIRST_PARTY ->
                    from.post(
                            "/auth/refresh", new JsonObject().put("refresh_token", token), headers);
            case TOKEN_ENDPOINT ->
                    from.form(
                            "/oauth2/token",
                            Map.of(
                                    "grant_type", "refresh_token",
                                    "refresh_token", token,
                                    "client_id", phone),
                            headers);
        };
    }

    @ParameterizedTest
    @EnumSource
    void both_tabs_stay_signed_in_with_the_same_successor(Door door) {
        String token = firstToken(door);
        Reply one = refresh(door, here, token, FIREFOX);
        Reply other = refresh(door, here, token, FIREFOX);

        assertThat(List.of(one.status(), other.status())).containsOnly(200);
        assertThat(other.text("refresh_token")).isEqualTo(one.text("refresh_token"));
        for (Reply tab : List.of(one, other)) {
            assertThat(here.get("/auth/me", Wire.bearer(tab.text("access_token"))).status())
                    .isEqualTo(200);
        }
        assertThat(refresh(door, here, one.text("refresh_token"), FIREFOX).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void many_tabs_at_the_same_moment_get_one_successor(Door door) throws Exception {
        String token = firstToken(door);
        for (int round = 0; round < 10; round++) {
            String shown = token;
            List<Reply> replies = concurrently(() -> refresh(door, here, shown, FIREFOX));

            assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
            assertThat(replies.stream().map(reply -> reply.text("refresh_token")).distinct())
                    .hasSize(1);
            token = replies.getFirst().text("refresh_token");
        }
    }

    private static List<Reply> concurrently(Callable<Reply> refresh) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(32, refresh)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void from_another_address_it_is_theft(Door door) throws Exception {
        String token = firstToken(door);
        Reply next = refresh(door, here, token, FIREFOX);
        try (HttpClient elsewhere = at("127.0.0.2")) {
            Wire thief = new Wire(elsewhere, SERVER.issuer());

            assertTheft(next, refresh(door, thief, token, FIREFOX));
        }
    }

    private static HttpClient at(String address) throws UnknownHostException {
        return HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
    }

    @ParameterizedTest
    @EnumSource
    void from_another_browser_it_is_theft(Door door) {
        String token = firstToken(door);
        Reply next = refresh(door, here, token, FIREFOX);

        assertTheft(next, refresh(door, here, token, CHROME));
    }

    @ParameterizedTest
    @EnumSource
    void after_the_window_it_is_theft(Door door) {
        String token = firstToken(door);
        Reply next = refresh(door, here, token, FIREFOX);
        SERVER.clock().advance(Duration.ofSeconds(10));

        assertTheft(next, refresh(door, here, token, FIREFOX));
    }

    @ParameterizedTest
    @EnumSource
    void after_the_successor_was_used_it_is_theft(Door door) {
        String token = firstToken(door);
        Reply next = refresh(door, here, token, FIREFOX);
        Reply last = refresh(door, here, next.text("refresh_token"), FIREFOX);
        assertThat(last.status()).isEqualTo(200);

        assertTheft(last, refresh(door, here, token, FIREFOX));
    }

    @Test
    void a_client_with_a_secret_has_no_window() {
        Confidential web = SERVER.web();
        CodeFlow flow = CodeFlow.of(web.id());
        String[] headers = Wire.and(web.basic(), FIREFOX);
        String token =
                here.form("/oauth2/token", flow.exchange(flow.code(SERVER, person)), headers)
                        .text("refresh_token");
        Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", token);
        Reply next = here.form("/oauth2/token", form, headers);

        assertTheft(next, here.form("/oauth2/token", form, headers));
    }

    private void assertTheft(Reply next, Reply again) {
        assertThat(again.status()).isIn(400, 401);
        assertThat(again.body()).contains("invalid_grant", "was used before");
        Reply me = here.get("/auth/me", Wire.bearer(next.text("access_token")));
        assertThat(me.text("code")).isEqualTo("revoked_session");
    }
}
