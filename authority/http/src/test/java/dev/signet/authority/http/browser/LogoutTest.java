package dev.signet.authority.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.Browser;
import dev.signet.authority.http.CodeFlow;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing out at the authority (OpenID Connect RP-Initiated Logout 1.0). */
class LogoutTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private final Person person = SERVER.person();
    private final Confidential web = SERVER.web();
    private final CodeFlow flow = CodeFlow.of(web.id());
    private final Browser browser = SERVER.browser();
    private Reply tokens;

    @BeforeEach
    void signIn() {
        String code = CodeFlow.parameters(flow.signIn(browser, person).location()).get("code");
        tokens = SERVER.wire().form("/oauth2/token", flow.exchange(code), web.basic());
    }

    private boolean isSignedIn() {
        String[] bearer = Wire.bearer(tokens.text("access_token"));
        return SERVER.wire().get("/auth/me", bearer).status() == 200;
    }

    private String query(String back) {
        return "/oauth2/logout?"
                + Wire.encoded(
                        Map.of(
                                "client_id",
                                web.id(),
                                "post_logout_redirect_uri",
                                back,
                                "state",
                                "a & b"));
    }

    @Test
    void the_person_is_asked_first_and_then_the_session_ends_everywhere() {
        Reply asked = browser.open("/oauth2/logout");
        assertThat(asked.body()).contains(person.email(), "Sign out?");
        assertThat(isSignedIn()).isTrue();

        Reply done = browser.submit(asked, Map.of());

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("You are signed out");
        assertThat(isSignedIn()).isFalse();
        assertThat(browser.cookie("signet_login")).contains("");
        assertThat(browser.open("/").location()).isEqualTo("/login");
    }

    @Test
    void the_way_back_is_a_registered_address_with_the_state_as_it_came() {
        Reply asked = browser.open(query(AuthorityServer.CALLBACK));
        assertThat(asked.header("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' https://chat.example;");

        Reply done = browser.submit(asked, Map.of());

        assertThat(done.location()).isEqualTo(AuthorityServer.CALLBACK + "?state=a+%26+b");
        assertThat(isSignedIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://chat.example/callback/",
                "https://evil.example/callback",
                "//evil.example",
                "/auth/me"
            })
    void no_other_address_is_gone_on_to(String address) {
        Reply done = browser.submit(browser.open(query(address)), Map.of());

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.header("Location")).isEmpty();
        assertThat(SERVER.browser().open(query(address)).header("Location")).isEmpty();
    }

    @Test
    void another_site_cannot_sign_a_person_out() {
        browser.open("/oauth2/logout");
        Reply posted = SERVER.wire().form("/oauth2/logout", Map.of("client_id", web.id()));
        Reply forged =
                browser.submit(browser.open("/oauth2/logout"), Map.of("csrf", "A".repeat(24)));

        assertThat(posted.location()).isEqualTo("/oauth2/logout?client_id=" + web.id());
        assertThat(forged.status()).isEqualTo(403);
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void who_is_not_signed_in_is_told_so_or_sent_back() {
        assertThat(SERVER.browser().open("/oauth2/logout").body()).contains("You are signed out");
        assertThat(SERVER.browser().open(query(AuthorityServer.CALLBACK)).location())
                .startsWith(AuthorityServer.CALLBACK);
    }

    @Test
    void the_start_page_leads_to_it() {
        assertThat(browser.open("/").body()).contains("href=\"/oauth2/logout\"");
    }
}
