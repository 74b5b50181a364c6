package dev.signet.authority.http.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.authority.http.CodeFlow;
import dev.signet.authority.http.Jwt;
import dev.signet.authority.http.Reply;
import dev.signet.authority.http.Wire;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Client credentials, introspection, revocation, userinfo and what is published. */
class TokensAtServicesTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private final Wire wire = SERVER.wire();
    private final Person person = SERVER.person();
    private final Confidential web = SERVER.web();
    private final Confidential service = SERVER.service();

    private Reply tokens(String scope) {
        CodeFlow flow = CodeFlow.of(web.id()).with("scope", scope);
        return wire.form("/oauth2/token", flow.exchange(flow.code(SERVER, person)), web.basic());
    }

    private JsonObject introspect(String token) {
        Reply reply = wire.form("/oauth2/introspect", Map.of("token", token), service.basic());
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    private Reply revoke(String token, Confidential client) {
        return wire.form("/oauth2/revoke", Map.of("token", token), client.basic());
    }

    @Test
    void a_service_gets_a_token_in_its_own_name() {
        Reply reply =
                wire.form(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "scope", "feed"),
                        service.basic());
        JsonObject claims = Jwt.claims(reply.text("access_token"));

        assertThat(reply.json().fieldNames())
                .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope");
        assertThat(reply.json().getLong("expires_in"))
                .isEqualTo(claims.getLong("exp") - claims.getLong("iat"))
                .isEqualTo(3_600);
        assertThat(claims.fieldNames())
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "jti",
                        "client_id",
                        "scope",
                        "permissions",
                        "env",
                        "token_type");
        assertThat(claims.getString("token_type")).isEqualTo("service");
        assertThat(claims.getString("sub")).isEqualTo(service.id());
        assertThat(claims.getJsonArray("aud"))
                .map(Object::toString)
                .containsExactly("signet-services");
        assertThat(claims.getString("scope")).isEqualTo("feed");
    }

    @ParameterizedTest
    @CsvSource({"scope,admin,invalid_scope", "audience,elsewhere,invalid_target"})
    void a_service_gets_no_more_than_it_may_have(String name, String value, String error) {
        Map<String, String> form = Map.of("grant_type", "client_credentials", name, value);

        assertThat(wire.form("/oauth2/token", form, service.basic()).text("error"))
                .isEqualTo(error);
    }

    @Test
    void an_application_for_people_has_no_name_of_its_own() {
        Map<String, String> form = Map.of("grant_type", "client_credentials");

        assertThat(wire.form("/oauth2/token", form, web.basic()).text("error"))
                .isEqualTo("unauthorized_client");
        assertThat(
                        wire.form(
                                        "/oauth2/token",
                                        Map.of(
                                                "grant_type",
                                                "client_credentials",
                                                "client_id",
                                                SERVER.phone()))
                                .text("error"))
                .isEqualTo("unauthorized_client");
    }

    @Test
    void introspection_tells_what_a_good_token_says() {
        String token = tokens("openid email").text("access_token");
        JsonObject answer = introspect(token);
        JsonObject claims = Jwt.claims(token);

        assertThat(answer.getBoolean("active")).isTrue();
        for (String member :
                List.of(
                        "iss",
                        "sub",
                        "client_id",
                        "scope",
                        "jti",
                        "iat",
                        "exp",
                        "env",
                        "sid",
                        "email",
                        "auth_time")) {
            assertThat(answer.getValue(member)).as(member).isEqualTo(claims.getValue(member));
        }
        assertThat(answer.getString("token_type")).isEqualTo("Bearer");
    }

    @Test
    void introspection_of_anything_else_says_inactive_and_nothing_more() {
        Reply tokens = tokens("openid offline_access");
        String access = tokens.text("access_token");
        List<String> bad =
                List.of(
                        tokens.text("refresh_token"),
                        tokens.text("id_token"),
                        Jwt.forged(access),
                        access + "=",
                        access.substring(0, access.lastIndexOf('.') + 1),
                        "nonsense",
                        "x".repeat(17 * 1024));

        assertThat(bad)
                .allSatisfy(token ->
                        assertThat(introspect(token))
                                .isEqualTo(new JsonObject().put("active", false)));
        assertThat(introspect(SERVER.serviceToken()).getBoolean("active")).isTrue();
    }

    @Test
    void introspection_is_for_clients_with_a_secret() {
        String token = person.accessToken();
        Map<String, String> form = Map.of("token", token);

        assertThat(wire.form("/oauth2/introspect", form).status()).isEqualTo(401);
        assertThat(
                        wire.form(
                                        "/oauth2/introspect",
                                        Map.of("token", token, "client_id", SERVER.phone()))
                                .status())
                .isEqualTo(401);
        assertThat(wire.form("/oauth2/introspect", form, Wire.bearer(token)).status())
                .isEqualTo(401);
        assertThat(wire.form("/oauth2/introspect", Map.of(), service.basic()).text("error"))
                .isEqualTo("invalid_request");
    }

    @Test
    void a_revoked_access_token_ends_alone() {
        Reply tokens = tokens("openid offline_access");
        String access = tokens.text("access_token");

        Reply revoked = revoke(access, web);

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.body()).isEmpty();
        assertThat(introspect(access).getBoolean("active")).isFalse();
        assertThat(refresh(tokens).status()).isEqualTo(200);
    }

    private Reply refresh(Reply tokens) {
        return wire.form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.text("refresh_token")),
                web.basic());
    }

    @Test
    void a_revoked_refresh_token_ends_its_session() {
        Reply tokens = tokens("openid offline_access");

        assertThat(revoke(tokens.text("refresh_token"), web).status()).isEqualTo(200);

        assertThat(introspect(tokens.text("access_token")).getBoolean("active")).isFalse();
        assertThat(refresh(tokens).text("error")).isEqualTo("invalid_grant");
        assertThat(revoke(tokens.text("refresh_token"), web).status()).isEqualTo(200);
    }

    @Test
    void nobody_revokes_the_tokens_of_another_client() {
        Reply tokens = tokens("openid offline_access");
        Confidential other = SERVER.web();

        for (String token : List.of("access_token", "refresh_token")) {
            Reply refused = revoke(tokens.text(token), other);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("error")).isEqualTo("unauthorized_client");
        }
        assertThat(introspect(tokens.text("access_token")).getBoolean("active")).isTrue();
        assertThat(refresh(tokens).status()).isEqualTo(200);
    }

    @Test
    void a_token_that_is_good_no_more_needs_no_revocation() {
        assertThat(revoke("nonsense", web).status()).isEqualTo(200);
        assertThat(revoke("sgr_" + "A".repeat(43), web).status()).isEqualTo(200);
        assertThat(wire.form("/oauth2/revoke", Map.of(), web.basic()).text("error"))
                .isEqualTo("invalid_request");
        assertThat(wire.form("/oauth2/revoke", Map.of("token", "x")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openid|sub",
                "openid email|sub,email,email_verified",
                "openid profile|sub,name",
                "openid profile email|sub,name,email,email_verified"
            })
    void userinfo_tells_what_the_scopes_allow(String scope, String members) {
        String token = tokens(scope).text("access_token");

        Reply reply = wire.get("/oauth2/userinfo", Wire.bearer(token));

        assertThat(reply.json().fieldNames()).containsExactlyInAnyOrder(members.split(","));
        assertThat(reply.text("sub")).isEqualTo(person.id());
        assertThat(wire.send("POST", "/oauth2/userinfo", new byte[0], Wire.bearer(token)).json())
                .isEqualTo(reply.json());
    }

    @Test
    void userinfo_needs_the_scope_openid_and_a_persons_token() {
        Reply narrow =
                wire.get("/oauth2/userinfo", Wire.bearer(tokens("email").text("access_token")));
        Reply asService = wire.get("/oauth2/userinfo", Wire.bearer(SERVER.serviceToken(service)));
        Reply inTheAddress = wire.get("/oauth2/userinfo?access_token=" + person.accessToken());

        assertThat(narrow.status()).isEqualTo(403);
        assertThat(narrow.header("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_scope\", scope=\"openid\"");
        assertThat(asService.status()).isEqualTo(401);
        assertThat(asService.header("WWW-Authenticate").orElse(""))
                .startsWith("Bearer error=\"invalid_token\"");
        assertThat(inTheAddress.status()).isEqualTo(401);
        assertThat(inTheAddress.header("WWW-Authenticate").orElse("")).doesNotContain("error");
    }

    @Test
    void both_discovery_documents_say_the_same_and_every_address_in_them_answers() {
        Reply openid = wire.get("/.well-known/openid-configuration");
        JsonObject document = openid.json();

        assertThat(wire.get("/.well-known/oauth-authorization-server").json()).isEqualTo(document);
        assertThat(document.getString("issuer")).isEqualTo(SERVER.issuer());
        assertThat(document.getBoolean("request_uri_parameter_supported")).isFalse();
        assertThat(openid.header("Cache-Control")).contains("public, max-age=300");
        document.stream()
                .filter(member -> member.getKey().matches(".*(_endpoint|jwks_uri)"))
                .forEach(member -> {
                    String path = ((String) member.getValue()).substring(SERVER.issuer().length());
                    assertThat(wire.send("OPTIONS", path, new byte[0]).status()).isEqualTo(204);
                });
    }

    @Test
    void the_key_set_has_public_parts_alone() {
        Reply reply = wire.get("/oauth2/jwks");

        assertThat(reply.header("Content-Type")).contains("application/jwk-set+json");
        assertThat(reply.json().fieldNames()).containsExactly("keys");
        reply.json()
                .getJsonArray("keys")
                .forEach(key ->
                        assertThat(((JsonObject) key).fieldNames())
                                .containsExactlyInAnyOrder(
                                        "kty", "crv", "kid", "use", "alg", "x", "y"));
    }
}
