package dev.signet.authority.http.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.Browser;
import dev.signet.authority.http.CodeFlow;
import dev.signet.authority.http.Reply;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /oauth2/authorize}: who is sent where, and with what. */
class AuthorizeTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private CodeFlow flow;

    @BeforeEach
    void registerClient() {
        flow = CodeFlow.of(SERVER.phone());
    }

    private Reply authorize(CodeFlow changed) {
        return SERVER.wire().get(changed.path());
    }

    private static Map<String, String> returned(Reply reply) {
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.location()).startsWith(AuthorityServer.CALLBACK + "?");
        return CodeFlow.parameters(reply.location());
    }

    @Test
    void the_answer_carries_a_code_the_state_as_it_came_and_the_issuer() {
        Reply back = flow.signIn(SERVER.browser(), SERVER.person());

        assertThat(returned(back)).containsOnlyKeys("code", "state", "iss");
        assertThat(returned(back).get("code")).matches("sgc_[A-Za-z0-9_-]{43}");
        assertThat(returned(back))
                .containsEntry("state", "the state & more")
                .containsEntry("iss", SERVER.issuer());
    }

    @Test
    void no_state_comes_back_where_none_was_sent() {
        Reply back = flow.without("state").signIn(SERVER.browser(), SERVER.person());

        assertThat(returned(back)).containsOnlyKeys("code", "iss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://chat.example/callback/",
                "https://chat.example/callbac",
                "https://chat.example/callback/evil",
                "https://chat.example/callback?next=1",
                "https://chat.example/callback#fragment",
                "https://chat.example/Callback",
                "https://CHAT.example/callback",
                "HTTPS://chat.example/callback",
                "http://chat.example/callback",
                "https://chat.example:443/callback",
                "https://chat.example:8443/callback",
                "https://chat.example/callback/../callback",
                "https://chat.example/./callback",
                "https://chat.example//callback",
                "https://chat.example/%63allback",
                "https://user@chat.example/callback",
                "https://chat.example@evil.example/callback",
                "https://evil.example/https://chat.example/callback",
                "https://chat.example.evil.example/callback",
                "https://chat.example/callback%0d%0aSet-Cookie:x",
                " https://chat.example/callback",
                "https://chat.example/callback ",
                "//chat.example/callback",
                "javascript:alert(1)",
                "/callback"
            })
    void an_address_that_is_not_exactly_registered_is_refused_without_a_redirect(String address) {
        Reply reply = authorize(flow.with("redirect_uri", address));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Location")).isEmpty();
        assertThat(reply.text("code")).isEqualTo("untrusted_request");
        assertThat(reply.body()).doesNotContain("evil");
    }

    @Test
    void an_unknown_client_or_no_address_is_refused_without_a_redirect() {
        assertThat(authorize(flow.with("client_id", "nobody")).status()).isEqualTo(400);
        assertThat(authorize(flow.without("client_id")).status()).isEqualTo(400);
        assertThat(authorize(flow.without("redirect_uri")).status()).isEqualTo(400);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("response_type", "token", "unsupported_response_type"),
                Arguments.of("response_type", "code id_token", "unsupported_response_type"),
                Arguments.of("response_type", "", "invalid_request"),
                Arguments.of("code_challenge", "", "invalid_request"),
                Arguments.of("code_challenge", "short", "invalid_request"),
                Arguments.of("code_challenge", CodeFlow.VERIFIER + "=", "invalid_request"),
                Arguments.of("code_challenge_method", "plain", "invalid_request"),
                Arguments.of("code_challenge_method", "s256", "invalid_request"),
                Arguments.of("code_challenge_method", "", "invalid_request"),
                Arguments.of("scope", "openid admin", "invalid_scope"),
                Arguments.of("scope", "open\"id", "invalid_scope"),
                Arguments.of("nonce", "n".repeat(1_025), "invalid_request"),
                Arguments.of("request", "eyJ", "request_not_supported"),
                Arguments.of("request_uri", "https://a.example", "request_uri_not_supported"),
                Arguments.of("response_mode", "fragment", "invalid_request"),
                Arguments.of("response_mode", "form_post", "invalid_request"),
                Arguments.of("dpop_jkt", "abc", "invalid_request"),
                Arguments.of("prompt", "none login", "invalid_request"),
                Arguments.of("max_age", "soon", "invalid_request"),
                Arguments.of("max_age", "-1", "invalid_request"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_wrong_parameter_is_told_to_the_client(String name, String value, String error) {
        Map<String, String> answer = returned(authorize(flow.with(name, value)));

        assertThat(answer)
                .containsEntry("error", error)
                .containsEntry("state", "the state & more")
                .containsEntry("iss", SERVER.issuer())
                .containsKey("error_description")
                .doesNotContainKey("code");
    }

    @Test
    void a_state_that_is_too_long_is_not_sent_back() {
        Map<String, String> answer = returned(authorize(flow.with("state", "s".repeat(1_025))));

        assertThat(answer).containsEntry("error", "invalid_request").doesNotContainKey("state");
    }

    @Test
    void a_client_without_that_grant_is_told_so() {
        String id = SERVER.newName("norefresh");
        SERVER.authority()
                .clients()
                .register(
                        new Client(
                                id,
                                "No codes",
                                Client.Kind.PUBLIC,
                                Set.of(AuthorityServer.CALLBACK),
                                Set.of(GrantType.REFRESH_TOKEN),
                                ClientScopes.of("openid"),
                                ServiceAccess.NONE),
                        Caller.SYSTEM);

        assertThat(returned(authorize(CodeFlow.of(id))))
                .containsEntry("error", "unauthorized_client");
    }

    @Test
    void a_parameter_given_twice_is_refused_without_a_redirect() {
        Reply reply = SERVER.wire().get(flow.path() + "&client_id=other");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Location")).isEmpty();
    }

    @Test
    void who_is_signed_in_goes_straight_back_with_a_new_code() {
        Browser browser = SERVER.browser();
        String first = returned(flow.signIn(browser, SERVER.person())).get("code");

        String second = returned(browser.open(flow.path())).get("code");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void prompt_none_never_shows_a_page() {
        CodeFlow silent = flow.with("prompt", "none");
        Browser browser = SERVER.browser();

        assertThat(returned(browser.open(silent.path())))
                .containsEntry("error", "login_required")
                .containsEntry("state", "the state & more");
        flow.signIn(browser, SERVER.person());
        assertThat(returned(browser.open(silent.path()))).containsKey("code");
    }

    @ParameterizedTest
    @CsvSource({"prompt,login", "prompt,select_account", "max_age,0", "prompt,consent login"})
    void a_wish_to_sign_in_again_is_fulfilled_once(String name, String value) {
        Browser browser = SERVER.browser();
        var person = SERVER.person();
        flow.signIn(browser, person);
        CodeFlow again = flow.with(name, value);

        assertThat(browser.open(again.path()).location()).startsWith("/login?");
        assertThat(returned(again.signIn(browser, person))).containsKey("code");
    }

    @ParameterizedTest
    @CsvSource({"max_age,3600", "prompt,consent", "prompt,unheard-of"})
    void a_wish_that_is_fulfilled_already_shows_no_page(String name, String value) {
        Browser browser = SERVER.browser();
        flow.signIn(browser, SERVER.person());

        assertThat(returned(browser.open(flow.with(name, value).path()))).containsKey("code");
    }

    @Test
    void a_hint_stands_in_the_login_form() {
        Browser browser = SERVER.browser();
        Reply login =
                browser.open(
                        browser.open(flow.with("login_hint", "\"ann@example.org").path())
                                .location());

        assertThat(login.body()).contains("value=\"&#34;ann@example.org\"");
    }

    @Test
    void characters_that_no_address_may_have_survive_the_login() {
        CodeFlow odd = flow.with("state", "{\"a\":[1|2]}\\ é ^`<>");

        assertThat(returned(odd.signIn(SERVER.browser(), SERVER.person())))
                .containsEntry("state", "{\"a\":[1|2]}\\ é ^`<>");
    }

    @Test
    void a_request_by_post_is_asked_again_by_get() {
        Reply posted = SERVER.wire().form("/oauth2/authorize", flow.query());

        assertThat(posted.status()).isEqualTo(303);
        assertThat(SERVER.browser().open(posted.location()).location()).startsWith("/login?");
        assertThat(
                        SERVER.wire()
                                .form(
                                        "/oauth2/authorize",
                                        flow.with("state", "s".repeat(9_000)).query())
                                .status())
                .isEqualTo(400);
    }

    @Test
    void a_code_never_stands_in_an_address_of_ours() {
        Browser browser = SERVER.browser();
        Reply first = browser.open(flow.path());

        assertThat(first.location()).doesNotContain("code=sgc_");
        assertThat(first.header("Cache-Control")).contains("no-store");
    }
}
