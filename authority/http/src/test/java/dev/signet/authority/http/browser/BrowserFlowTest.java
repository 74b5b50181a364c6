package dev.signet.authority.http.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.Browser;
import dev.signet.authority.http.CodeFlow;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a browser without script. */
class BrowserFlowTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private static final String PASSWORD = AuthorityServer.PASSWORD;
    private static final String NASTY = "\"><script>alert('x')</script>&";

    private final Browser browser = SERVER.browser();
    private final CodeFlow flow = CodeFlow.of(SERVER.phone());

    private static Map<String, String> credentials(String email, String password) {
        return Map.of("email", email, "password", password);
    }

    private Reply loginPage() {
        return browser.open(browser.open(flow.path()).location());
    }

    @Test
    void signing_in_leads_from_the_application_and_back_to_it() {
        Person person = SERVER.person();
        Reply page = loginPage();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");

        Reply done = browser.submit(page, credentials(person.email(), PASSWORD));
        assertThat(done.status()).isEqualTo(303);
        Reply back = browser.open(done.location());

        assertThat(back.location()).startsWith(AuthorityServer.CALLBACK + "?code=sgc_");
        assertThat(browser.cookie("signet_login").orElseThrow()).startsWith("sgb_");
        assertThat(done.all("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void registering_leads_on_to_the_application_too() {
        Reply login = loginPage();
        String register = linkTo("/register", login);
        String email = SERVER.newName("new") + "@example.org";

        Reply done =
                browser.submit(
                        browser.open(register),
                        Map.of("name", "New", "email", email, "password", PASSWORD));

        assertThat(browser.open(done.location()).location())
                .startsWith(AuthorityServer.CALLBACK + "?code=sgc_");
        assertThat(SERVER.mails().getLast().to()).isEqualTo(email);
    }

    private static String linkTo(String path, Reply page) {
        int start = page.body().indexOf("href=\"" + path) + 6;
        return page.body().substring(start, page.body().indexOf('"', start)).replace("&amp;", "&");
    }

    @Test
    void a_refused_registration_keeps_what_was_typed_but_the_password() {
        Reply page = browser.open("/register");
        Map<String, String> typed = new HashMap<>();
        typed.put("name", "Ann " + NASTY);
        typed.put("email", "no address " + NASTY);
        typed.put("password", "short secret");

        Reply refused = browser.submit(page, typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Ann &#34;");
        assertThat(refused.body()).doesNotContain("short secret", "<script");
    }

    @Test
    void a_registered_address_is_refused_with_a_way_out() {
        Person person = SERVER.person();

        Reply refused =
                browser.submit(
                        browser.open("/register"),
                        Map.of("name", "Ann", "email", person.email(), "password", PASSWORD));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("sign in instead").contains("href=\"/login\"");
    }

    @Test
    void an_unknown_address_and_a_wrong_password_give_the_same_page() {
        Person person = SERVER.person();
        String unknown = person.email().replace("person", "nobody");
        Reply page = loginPage();

        Reply wrong = browser.submit(page, credentials(person.email(), "not the passphrase"));
        Reply nobody = browser.submit(page, credentials(unknown, "not the passphrase"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.body().replace(unknown, person.email())).isEqualTo(wrong.body());
        assertThat(headersOf(nobody)).isEqualTo(headersOf(wrong));
        assertThat(wrong.body()).doesNotContain("not the passphrase");
    }

    private static Map<String, List<String>> headersOf(Reply reply) {
        Map<String, List<String>> headers = new HashMap<>(reply.headers().map());
        headers.remove("x-correlation-id");
        return headers;
    }

    @Test
    void a_disabled_account_is_told_so() {
        Person person = SERVER.person();
        SERVER.authority().accounts().disable(person.id(), Caller.SYSTEM);

        Reply refused = browser.submit(loginPage(), credentials(person.email(), PASSWORD));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("This account is disabled.");
    }

    @Test
    void a_locked_account_is_told_when_to_come_back() {
        Person person = SERVER.person();
        Reply page = loginPage();
        for (int i = 0; i < 5; i++) {
            browser.submit(page, credentials(person.email(), "not the passphrase"));
        }

        Reply locked = browser.submit(page, credentials(person.email(), PASSWORD));

        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isPresent();
    }

    @Test
    void a_form_without_the_browsers_own_csrf_value_is_refused() {
        Person person = SERVER.person();
        Map<String, String> typed = new HashMap<>(credentials(person.email(), PASSWORD));
        Reply page = browser.open("/login");

        Reply without = browser.submit(page, with(typed, "csrf", ""));
        Reply wrong = browser.submit(page, with(typed, "csrf", "A".repeat(24)));
        Reply foreign =
                browser.submit(page, with(typed, "csrf", csrf(SERVER.browser().open("/login"))));
        Reply noCookie = SERVER.browser().submit(page, typed);

        for (Reply refused : List.of(without, wrong, foreign, noCookie)) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("This form is out of date", "sup_");
            assertThat(refused.all("Set-Cookie")).noneMatch(c -> c.startsWith("signet_login"));
        }
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static String csrf(Reply page) {
        return Browser.hidden(page).get("csrf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1", "HTTP://127.0.0.1"})
    void a_form_from_another_origin_is_refused(String origin) {
        Person person = SERVER.person();
        Reply page = browser.open("/login");

        Reply refused =
                browser.submit(page, credentials(person.email(), PASSWORD), "Origin", origin);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Open " + SERVER.issuer());
    }

    @Test
    void a_csrf_cookie_of_another_form_is_replaced_by_a_new_one() {
        browser.setCookie("signet_csrf", "'; DROP TABLE x--");

        Reply page = browser.open("/login");

        assertThat(browser.cookie("signet_csrf").orElseThrow()).matches("[A-Za-z0-9_-]{24}");
        assertThat(csrf(page)).isEqualTo(browser.cookie("signet_csrf").orElseThrow());
    }

    @Test
    void the_policy_lets_the_form_lead_on_to_the_application_and_nowhere_else() {
        String policy = loginPage().header("Content-Security-Policy").orElseThrow();
        String alone = browser.open("/login").header("Content-Security-Policy").orElseThrow();

        assertThat(policy).contains("form-action 'self' https://chat.example;");
        assertThat(alone).contains("form-action 'self';");
        assertThat(List.of(policy, alone))
                .allSatisfy(p ->
                        assertThat(p)
                                .contains("default-src 'none'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe", "script-src"));
    }

    @Test
    void nothing_of_an_address_is_written_into_a_page_unescaped() {
        String query = Wire.encoded(Map.of("state", NASTY, "client_id", NASTY, "x", NASTY));
        for (String path : List.of("/login", "/register", "/oauth2/authorize", "/nowhere")) {
            Reply page = browser.open(path + "?" + query);

            assertThat(page.body()).as(path).doesNotContain("<script", "alert('x')");
        }
        Reply hint = browser.open("/login?" + Wire.encoded(Map.of("login_hint", NASTY)));
        assertThat(hint.body()).doesNotContain("<script").contains("&lt;script");
    }

    @Test
    void a_person_reads_problems_as_a_page_with_a_support_code() {
        Reply untrusted = browser.open(flow.with("redirect_uri", "https://evil.example").path());
        Reply nowhere = browser.open("/nowhere");
        Reply twice = browser.open("/login?a=1&a=2");

        assertThat(untrusted.status()).isEqualTo(400);
        assertThat(untrusted.body()).contains("This sign-in request is not right", "sup_");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.body()).contains("There is nothing here", "sup_", "href=\"/\"");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.body()).contains("This did not work", "sup_");
    }

    @Test
    void the_start_page_says_who_is_signed_in_and_leads_to_the_login_else() {
        assertThat(browser.open("/").location()).isEqualTo("/login");
        Person person = SERVER.person();

        Reply done = browser.submit(browser.open("/login"), credentials(person.email(), PASSWORD));

        assertThat(done.location()).isEqualTo("/");
        assertThat(browser.open("/").body()).contains(person.email());
    }

    @Test
    void a_browser_is_forgotten_when_its_session_ends() {
        Person person = SERVER.person();
        flow.signIn(browser, person);
        SERVER.wire()
                .send("POST", "/auth/logout-all", new byte[0], Wire.bearer(person.accessToken()));

        assertThat(browser.open("/").location()).isEqualTo("/login");
        assertThat(browser.open(flow.path()).location()).startsWith("/login?");
    }

    @Test
    void a_login_that_was_set_by_somebody_else_is_replaced() {
        Person person = SERVER.person();
        Browser attacker = SERVER.browser();
        flow.signIn(attacker, SERVER.person());
        browser.setCookie("signet_login", attacker.cookie("signet_login").orElseThrow());

        flow.with("prompt", "login").signIn(browser, person);

        assertThat(browser.cookie("signet_login")).isNotEqualTo(attacker.cookie("signet_login"));
        assertThat(browser.open("/").body()).contains(person.email());
    }

    @Test
    void a_forgotten_password_is_replaced_with_the_mailed_code() {
        Person person = SERVER.person();
        Reply asked =
                browser.submit(browser.open("/password/forgot"), Map.of("email", person.email()));
        Reply unknown =
                browser.submit(
                        browser.open("/password/forgot"),
                        Map.of("email", "nobody-" + person.email()));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(asked.body());

        Reply page = browser.open(linkTo("/password/reset", asked));
        Reply wrong = browser.submit(page, reset("sgm_" + "A".repeat(43)));
        Reply done = browser.submit(page, reset(SERVER.mailedCode()));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("This code is not good");
        assertThat(done.status()).isEqualTo(200);
        assertThat(browser.submit(page, reset(SERVER.mailedCode())).status()).isEqualTo(400);
        assertThat(
                        browser.submit(
                                        browser.open("/login"),
                                        credentials(person.email(), "another good passphrase"))
                                .status())
                .isEqualTo(303);
    }

    private static Map<String, String> reset(String code) {
        return Map.of("code", code, "password", "another good passphrase");
    }

    @Test
    void the_mail_of_a_registration_leads_to_a_page_that_takes_its_code() {
        Person person = SERVER.person();
        String mail = SERVER.mails().getLast().text();
        assertThat(mail).contains(SERVER.issuer() + "/email/verify").doesNotContain("?");

        Reply page = browser.open("/email/verify");
        Reply wrong = browser.submit(page, Map.of("code", "sgm_" + "A".repeat(43)));
        Reply done = browser.submit(page, Map.of("code", " " + SERVER.mailedCode() + " "));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("This code is not good");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).contains("confirmed");
        assertThat(
                        SERVER.wire()
                                .get("/auth/me", Wire.bearer(person.accessToken()))
                                .json()
                                .getBoolean("email_verified"))
                .isTrue();
    }

    @Test
    void a_style_sheet_is_not_sent_twice() {
        Reply first = browser.open("/assets/authority.css");
        Reply again =
                SERVER.wire()
                        .get(
                                "/assets/authority.css",
                                "If-None-Match",
                                first.header("ETag").orElseThrow());

        assertThat(first.header("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }
}
