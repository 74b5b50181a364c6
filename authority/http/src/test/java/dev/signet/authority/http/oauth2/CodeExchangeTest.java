package dev.signet.authority.http.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.Browser;
import dev.signet.authority.http.CodeFlow;
import dev.signet.authority.http.Jwt;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /oauth2/token} with {@code authorization_code}. */
class CodeExchangeTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private final Person person = SERVER.person();
    private final Confidential web = SERVER.web();
    private final CodeFlow flow = CodeFlow.of(web.id());

    private Reply exchange(Map<String, String> form, String... headers) {
        return SERVER.wire().form("/oauth2/token", form, headers);
    }

    private Reply tokens(CodeFlow of) {
        return exchange(of.exchange(of.code(SERVER, person)), web.basic());
    }

    private static void assertRefused(Reply reply, int status, String error) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("error")).isEqualTo(error);
        assertThat(reply.json().fieldNames()).containsOnly("error", "error_description");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void the_answer_has_the_members_of_rfc_6749_and_openid_connect() {
        Reply reply = tokens(flow);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames())
                .containsExactlyInAnyOrder(
                        "access_token",
                        "token_type",
                        "expires_in",
                        "refresh_token",
                        "id_token",
                        "scope");
        assertThat(reply.text("token_type")).isEqualTo("Bearer");
        assertThat(reply.text("scope"))
                .isEqualTo(
                        "account:read account:sessions chat:use email offline_access openid profile");
        assertThat(reply.text("refresh_token")).matches("sgr_[A-Za-z0-9_-]{43}");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void an_access_token_says_exactly_what_the_contract_lists() {
        String token = tokens(flow).text("access_token");
        JsonObject claims = Jwt.claims(token);

        assertThat(Jwt.header(token).fieldNames()).containsExactlyInAnyOrder("alg", "kid", "typ");
        assertThat(Jwt.header(token).getString("typ")).isEqualTo("at+jwt");
        assertThat(Jwt.header(token).getString("alg")).isEqualTo("ES256");
        assertThat(claims.fieldNames())
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "jti",
                        "client_id",
                        "sid",
                        "scope",
                        "permissions",
                        "email",
                        "env",
                        "auth_time",
                        "amr",
                        "acr",
                        "token_type");
        assertThat(claims.getString("iss")).isEqualTo(SERVER.issuer());
        assertThat(claims.getString("sub")).isEqualTo(person.id());
        assertThat(claims.getJsonArray("aud"))
                .map(Object::toString)
                .containsExactly("signet-platform");
        assertThat(claims.getString("client_id")).isEqualTo(web.id());
        assertThat(claims.getString("sid")).startsWith("ses_");
        assertThat(claims.getString("env")).isEqualTo("test");
        assertThat(claims.getString("token_type")).isEqualTo("access");
        assertThat(claims.getString("jti")).hasSizeGreaterThanOrEqualTo(22);
        assertThat(claims.getJsonArray("permissions"))
                .map(Object::toString)
                .containsExactlyInAnyOrder("chat:use", "sessions:revoke");
    }

    @Test
    void expires_in_is_how_long_the_token_really_lives() {
        Reply reply = tokens(flow);
        JsonObject claims = Jwt.claims(reply.text("access_token"));

        assertThat(reply.json().getLong("expires_in"))
                .isEqualTo(claims.getLong("exp") - claims.getLong("iat"))
                .isEqualTo(300);
    }

    @Test
    void an_e_mail_address_is_said_only_where_it_was_granted() {
        Reply reply = tokens(flow.with("scope", "openid"));

        assertThat(Jwt.claims(reply.text("access_token")).containsKey("email")).isFalse();
        assertThat(Jwt.claims(reply.text("id_token")).containsKey("email")).isFalse();
        assertThat(reply.json().containsKey("refresh_token")).isFalse();
        assertThat(reply.text("scope")).isEqualTo("openid");
    }

    @Test
    void without_openid_there_is_no_id_token() {
        Reply reply = tokens(flow.with("scope", "profile"));

        assertThat(reply.json().containsKey("id_token")).isFalse();
    }

    @Test
    void the_id_token_carries_the_nonce_and_is_for_the_client() {
        Reply reply = tokens(flow);
        String id = reply.text("id_token");
        JsonObject claims = Jwt.claims(id);

        assertThat(Jwt.header(id).getString("typ")).isEqualTo("JWT");
        assertThat(claims.getString("nonce")).isEqualTo("the-nonce");
        assertThat(claims.getString("aud")).isEqualTo(web.id());
        assertThat(claims.getString("sub")).isEqualTo(person.id());
        assertThat(claims.getString("name")).isEqualTo(person.name());
        assertThat(Jwt.claims(tokens(flow.without("nonce")).text("id_token")).containsKey("nonce"))
                .isFalse();
    }

    @Test
    void an_id_token_is_no_access_token() {
        String id = tokens(flow).text("id_token");

        Reply reply = SERVER.wire().get("/auth/me", Wire.bearer(id));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("code")).isEqualTo("wrong_type");
    }

    @ParameterizedTest
    @CsvSource({
        "code,,invalid_request",
        "redirect_uri,,invalid_request",
        "code_verifier,,invalid_request",
        "code,sgc_unknown,invalid_grant",
        "code,sgc_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA,invalid_grant",
        "redirect_uri,https://chat.example/callback/,invalid_grant",
        "code_verifier,another-verifier-of-at-least-43-characters-012345,invalid_grant",
        "code_verifier,short,invalid_grant",
        "grant_type,,invalid_request",
        "grant_type,password,unsupported_grant_type",
        "grant_type,implicit,unsupported_grant_type",
        "grant_type,AUTHORIZATION_CODE,unsupported_grant_type"
    })
    void a_wrong_exchange_is_refused(String name, String value, String error) {
        Map<String, String> form = new HashMap<>(flow.exchange(flow.code(SERVER, person)));
        form.put(name, value == null ? "" : value);

        assertRefused(exchange(form, web.basic()), 400, error);
    }

    @Test
    void the_challenge_itself_is_no_verifier() {
        Map<String, String> form = new HashMap<>(flow.exchange(flow.code(SERVER, person)));
        form.put("code_verifier", CodeFlow.challenge(CodeFlow.VERIFIER));

        assertRefused(exchange(form, web.basic()), 400, "invalid_grant");
    }

    @Test
    void a_code_is_refused_to_another_client_and_stays_good_for_its_own() {
        String code = flow.code(SERVER, person);
        Confidential other = SERVER.web();

        assertRefused(exchange(flow.exchange(code), other.basic()), 400, "invalid_grant");
        assertThat(exchange(flow.exchange(code), web.basic()).status()).isEqualTo(200);
    }

    @Test
    void the_second_use_of_a_code_ends_the_session_and_all_its_tokens() {
        String code = flow.code(SERVER, person);
        Reply first = exchange(flow.exchange(code), web.basic());

        assertRefused(exchange(flow.exchange(code), web.basic()), 400, "invalid_grant");

        Reply me = SERVER.wire().get("/auth/me", Wire.bearer(first.text("access_token")));
        assertThat(me.text("code")).isEqualTo("revoked_session");
        assertRefused(
                exchange(
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                first.text("refresh_token")),
                        web.basic()),
                400,
                "invalid_grant");
    }

    @Test
    void a_code_of_an_account_disabled_meanwhile_is_worth_nothing() {
        String code = flow.code(SERVER, person);
        SERVER.authority().accounts().disable(person.id(), Caller.SYSTEM);

        assertRefused(exchange(flow.exchange(code), web.basic()), 400, "invalid_grant");
    }

    @Test
    void a_code_of_a_session_that_ended_meanwhile_is_worth_nothing() {
        Browser browser = SERVER.browser();
        String code = CodeFlow.parameters(flow.signIn(browser, person).location()).get("code");
        SERVER.wire()
                .send("POST", "/auth/logout-all", new byte[0], Wire.bearer(person.accessToken()));

        assertRefused(exchange(flow.exchange(code), web.basic()), 400, "invalid_grant");
    }

    @Test
    void a_client_authenticates_by_header_or_form_and_never_by_both() {
        Map<String, String> byForm = new HashMap<>(flow.exchange(flow.code(SERVER, person)));
        byForm.put("client_id", web.id());
        byForm.put("client_secret", web.secret());

        assertRefused(exchange(byForm, web.basic()), 400, "invalid_request");
        assertThat(exchange(byForm).status()).isEqualTo(200);
    }

    @Test
    void a_client_that_does_not_prove_who_it_is_gets_a_challenge() {
        Map<String, String> form = flow.exchange(flow.code(SERVER, person));
        Map<String, String> named = new HashMap<>(form);
        named.put("client_id", web.id());
        Map<String, String> otherName = new HashMap<>(form);
        otherName.put("client_id", "other");

        List<Reply> refused =
                List.of(
                        exchange(form),
                        exchange(named),
                        exchange(form, Wire.basic(web.id(), "wrong")),
                        exchange(form, Wire.basic(web.id(), "")),
                        exchange(form, Wire.basic("nobody", web.secret())),
                        exchange(form, Wire.basic(SERVER.web().id(), web.secret())),
                        exchange(otherName, web.basic()),
                        exchange(form, "Authorization", "Basic %%%"),
                        exchange(form, "Authorization", "Basic " + web.secret()),
                        exchange(form, Wire.bearer(person.accessToken())));

        assertThat(refused)
                .allSatisfy(reply -> {
                    assertRefused(reply, 401, "invalid_client");
                    assertThat(reply.header("WWW-Authenticate")).contains("Basic realm=\"signet\"");
                });
        assertThat(exchange(form, web.basic()).status()).isEqualTo(200);
    }

    @Test
    void an_application_without_a_secret_exchanges_by_its_name_alone() {
        String phone = SERVER.phone();
        CodeFlow ofPhone = CodeFlow.of(phone);
        Map<String, String> form = new HashMap<>(ofPhone.exchange(ofPhone.code(SERVER, person)));
        form.put("client_id", phone);
        Map<String, String> withSecret = new HashMap<>(form);
        withSecret.put("client_secret", "guessed");

        assertRefused(exchange(withSecret), 401, "invalid_client");
        assertThat(exchange(form).status()).isEqualTo(200);
    }

    @Test
    void a_credential_in_the_address_is_not_read() {
        Reply reply =
                SERVER.wire()
                        .form(
                                "/oauth2/token?client_id="
                                        + web.id()
                                        + "&client_secret="
                                        + web.secret(),
                                flow.exchange(flow.code(SERVER, person)));

        assertRefused(reply, 401, "invalid_client");
    }
}
