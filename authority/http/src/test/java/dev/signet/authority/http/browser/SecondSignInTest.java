package dev.signet.authority.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.Browser;
import dev.signet.authority.http.CodeFlow;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A browser that signs in while it is signed in: what it had before is worth nothing. */
class SecondSignInTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private static final String COOKIE = "signet_login";

    private final Person person = SERVER.person();
    private final CodeFlow flow = CodeFlow.of(SERVER.phone());
    private final Browser browser = SERVER.browser();
    private String cookie = "";
    private Reply tokens;

    @BeforeEach
    void signIn() {
        String code = CodeFlow.parameters(flow.signIn(browser, person).location()).get("code");
        tokens = exchange(code);
        cookie = browser.cookie(COOKIE).orElseThrow();
    }

    private Reply exchange(String code) {
        Map<String, String> form = flow.exchange(code);
        form.put("client_id", flow.query().get("client_id"));
        return SERVER.wire().form("/oauth2/token", form);
    }

    private static Map<String, String> credentials(Person who) {
        return Map.of("email", who.email(), "password", AuthorityServer.PASSWORD);
    }

    /** A copy of the cookie and every token of the session before are refused. */
    private void assertTheFirstSignInIsOver() {
        Browser copy = SERVER.browser();
        copy.setCookie(COOKIE, cookie);
        assertThat(copy.open("/").location()).isEqualTo("/login");
        assertThat(copy.open(flow.path()).location()).startsWith("/login?");
        Reply me = SERVER.wire().get("/auth/me", Wire.bearer(tokens.text("access_token")));
        assertThat(me.text("code")).isEqualTo("revoked_session");
        Reply refresh =
                SERVER.wire()
                        .form(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type", "refresh_token",
                                        "refresh_token", tokens.text("refresh_token"),
                                        "client_id", flow.query().get("client_id")));
        assertThat(refresh.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void the_same_person_again_at_the_login_page() {
        browser.submit(browser.open("/login"), credentials(person));

        assertTheFirstSignInIsOver();
        assertThat(browser.open("/").body()).contains(person.email());
        assertThat(sessionsOf(person)).isEqualTo(2);
    }

    /** The one of the registration, which had no browser, and the one of the last sign-in. */
    private static int sessionsOf(Person who) {
        return SERVER.wire()
                .get("/auth/sessions", Wire.bearer(who.accessToken()))
                .json()
                .getJsonArray("sessions")
                .size();
    }

    @Test
    void the_same_person_again_because_an_application_wants_it() {
        for (String wish : List.of("login", "select_account")) {
            Reply back = flow.with("prompt", wish).signIn(browser, person);

            assertTheFirstSignInIsOver();
            tokens = exchange(CodeFlow.parameters(back.location()).get("code"));
            assertThat(tokens.status()).isEqualTo(200);
            cookie = browser.cookie(COOKIE).orElseThrow();
        }
    }

    @Test
    void another_person_at_the_login_page() {
        Person other = SERVER.person();
        browser.submit(browser.open("/login"), credentials(other));

        assertTheFirstSignInIsOver();
        assertThat(browser.open("/").body()).contains(other.email()).doesNotContain(person.email());
    }

    @Test
    void another_person_who_registers() {
        String email = SERVER.newName("new") + "@example.org";
        browser.submit(
                browser.open("/register"),
                Map.of("name", "New", "email", email, "password", AuthorityServer.PASSWORD));

        assertTheFirstSignInIsOver();
        assertThat(browser.open("/").body()).contains(email);
    }

    /** What somebody else put into the browser does not live on beside the victim's login. */
    @Test
    void a_victim_who_signs_in_over_a_planted_cookie() {
        Browser victim = SERVER.browser();
        victim.setCookie(COOKIE, cookie);
        Person other = SERVER.person();
        victim.submit(victim.open("/login"), credentials(other));

        assertTheFirstSignInIsOver();
        assertThat(victim.cookie(COOKIE).orElseThrow()).isNotEqualTo(cookie);
    }

    @Test
    void a_sign_in_that_fails_ends_nothing() {
        Reply refused =
                browser.submit(
                        browser.open("/login"),
                        Map.of("email", person.email(), "password", "not the passphrase"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(browser.open("/").body()).contains(person.email());
        assertThat(SERVER.wire().get("/auth/me", Wire.bearer(tokens.text("access_token"))).status())
                .isEqualTo(200);
    }

    @Test
    void other_browsers_stay_signed_in() {
        Browser phone = SERVER.browser();
        phone.submit(phone.open("/login"), credentials(person));

        browser.submit(browser.open("/login"), credentials(person));

        assertThat(phone.open("/").body()).contains(person.email());
    }
}
