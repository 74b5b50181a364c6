package dev.signet.authority.http.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.CodeFlow;
import dev.signet.authority.http.Jwt;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code POST /oauth2/token} with {@code refresh_token}. */
class RefreshTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private static final String[] KEY = {"Idempotency-Key", "one-copy-of-a-client"};
    private static final String[] OTHER_KEY = {"Idempotency-Key", "another-copy-of-it"};

    private final Person person = SERVER.person();
    private final Confidential web = SERVER.web();
    private final CodeFlow flow = CodeFlow.of(web.id());
    private final Reply tokens =
            SERVER.wire()
                    .form("/oauth2/token", flow.exchange(flow.code(SERVER, person)), web.basic());

    private Reply refresh(String token, String... headers) {
        return SERVER.wire()
                .form(
                        "/oauth2/token",
                        Map.of("grant_type", "refresh_token", "refresh_token", token),
                        Wire.and(web.basic(), headers));
    }

    private boolean isAlive(String access) {
        return SERVER.wire().get("/auth/me", Wire.bearer(access)).status() == 200;
    }

    @Test
    void a_refresh_token_is_exchanged_for_a_successor_in_the_same_session() {
        Reply next = refresh(tokens.text("refresh_token"));

        assertThat(next.status()).isEqualTo(200);
        assertThat(next.text("refresh_token"))
                .matches("sgr_[A-Za-z0-9_-]{43}")
                .isNotEqualTo(tokens.text("refresh_token"));
        assertThat(Jwt.claims(next.text("access_token")).getString("sid"))
                .isEqualTo(Jwt.claims(tokens.text("access_token")).getString("sid"));
        assertThat(next.json().getLong("expires_in")).isEqualTo(300);
        assertThat(Jwt.claims(next.text("id_token")).containsKey("nonce")).isFalse();
    }

    @Test
    void fewer_scopes_may_be_asked_for_and_more_may_not() {
        Map<String, String> fewer =
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.text("refresh_token"),
                        "scope",
                        "openid");
        Map<String, String> more =
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.text("refresh_token"),
                        "scope",
                        "openid admin");

        assertThat(SERVER.wire().form("/oauth2/token", more, web.basic()).text("error"))
                .isEqualTo("invalid_scope");
        Reply narrow = SERVER.wire().form("/oauth2/token", fewer, web.basic());
        assertThat(narrow.text("scope")).isEqualTo("openid");
        assertThat(Jwt.claims(narrow.text("access_token")).getString("scope")).isEqualTo("openid");
    }

    @Test
    void a_second_use_without_a_key_is_theft_and_ends_everything() {
        Reply next = refresh(tokens.text("refresh_token"));
        assertThat(isAlive(next.text("access_token"))).isTrue();

        Reply again = refresh(tokens.text("refresh_token"));

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text("error")).isEqualTo("invalid_grant");
        assertThat(isAlive(next.text("access_token"))).isFalse();
        assertThat(refresh(next.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void the_same_copy_of_a_client_may_ask_again_and_gets_the_same_successor() {
        Reply first = refresh(tokens.text("refresh_token"), KEY);
        Reply again = refresh(tokens.text("refresh_token"), KEY);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("refresh_token")).isEqualTo(first.text("refresh_token"));
        assertThat(isAlive(first.text("access_token"))).isTrue();
    }

    @Test
    void another_copy_of_the_client_is_a_thief() {
        Reply first = refresh(tokens.text("refresh_token"), KEY);

        assertThat(refresh(tokens.text("refresh_token"), OTHER_KEY).text("error"))
                .isEqualTo("invalid_grant");
        assertThat(isAlive(first.text("access_token"))).isFalse();
    }

    @Test
    void a_key_that_could_be_guessed_is_refused_and_costs_nothing() {
        assertThat(refresh(tokens.text("refresh_token"), "Idempotency-Key", "short").text("error"))
                .isEqualTo("invalid_request");
        assertThat(refresh(tokens.text("refresh_token")).status()).isEqualTo(200);
    }

    /** Taken as none, the token would be spent and the honest retry would be a theft. */
    @Test
    void two_keys_are_refused_and_cost_nothing() {
        assertThat(refresh(tokens.text("refresh_token"), Wire.and(KEY, OTHER_KEY)).text("error"))
                .isEqualTo("invalid_request");
        assertThat(refresh(tokens.text("refresh_token"), KEY).status()).isEqualTo(200);
    }

    @Test
    void many_at_the_same_time_with_one_key_get_one_successor() throws Exception {
        List<Reply> replies = concurrently(() -> refresh(tokens.text("refresh_token"), KEY));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        assertThat(replies).extracting(reply -> reply.text("refresh_token")).hasSize(16);
        assertThat(replies.stream().map(reply -> reply.text("refresh_token")).distinct())
                .hasSize(1);
        assertThat(refresh(replies.getFirst().text("refresh_token"), OTHER_KEY).status())
                .isEqualTo(200);
    }

    @Test
    void many_at_the_same_time_without_a_key_lose_the_session() throws Exception {
        List<Reply> replies = concurrently(() -> refresh(tokens.text("refresh_token")));

        List<Reply> good = replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(good).hasSize(1);
        assertThat(isAlive(good.getFirst().text("access_token"))).isFalse();
    }

    private static List<Reply> concurrently(Callable<Reply> refresh) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(16, refresh)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @Test
    void another_client_cannot_use_it_and_cannot_end_it_either() {
        Confidential other = SERVER.web();
        Reply stolen =
                SERVER.wire()
                        .form(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type",
                                        "refresh_token",
                                        "refresh_token",
                                        tokens.text("refresh_token")),
                                other.basic());

        assertThat(stolen.text("error")).isEqualTo("invalid_grant");
        assertThat(refresh(tokens.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void a_disabled_account_does_not_refresh() {
        SERVER.authority().accounts().disable(person.id(), Caller.SYSTEM);

        assertThat(refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(isAlive(tokens.text("access_token"))).isFalse();
    }

    @Test
    void what_is_no_refresh_token_is_refused() {
        for (String token :
                List.of(
                        "x",
                        tokens.text("access_token"),
                        tokens.text("refresh_token") + "=",
                        tokens.text("refresh_token").toUpperCase(java.util.Locale.ROOT),
                        "sgr_" + "A".repeat(43))) {
            assertThat(refresh(token).text("error")).as(token).isEqualTo("invalid_grant");
        }
        assertThat(refresh("").text("error")).isEqualTo("invalid_request");
        assertThat(refresh(tokens.text("refresh_token")).status()).isEqualTo(200);
    }
}
