package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scope;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.authority.http.AuthorityServer.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a scope stands for goes with the token wherever the token goes, and no way leads around. */
class ScopesTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private final Wire wire = SERVER.wire();
    private final Person person = SERVER.person();
    private final String phone = SERVER.phone();

    private Reply signIn(String client, CodeFlow flow) {
        Map<String, String> form = flow.exchange(flow.code(SERVER, person));
        form.put("client_id", client);
        return wire.form("/oauth2/token", form);
    }

    private Reply signIn(String scope) {
        return signIn(phone, CodeFlow.of(phone).with("scope", scope));
    }

    private Reply refresh(String client, String token, String scope) {
        Map<String, String> form =
                new HashMap<>(
                        Map.of(
                                "grant_type", "refresh_token",
                                "refresh_token", token,
                                "client_id", client));
        if (!scope.isEmpty()) {
            form.put("scope", scope);
        }
        return wire.form("/oauth2/token", form);
    }

    private static JsonArray permissions(Reply tokens) {
        return Jwt.claims(tokens.text("access_token")).getJsonArray("permissions", new JsonArray());
    }

    private JsonObject validated(String token) {
        return wire.post(
                        "/auth/validate",
                        new JsonObject().put("token", token),
                        Wire.bearer(SERVER.serviceToken()))
                .json();
    }

    @Test
    void a_token_may_do_what_the_account_may_and_its_scopes_stand_for() {
        assertThat(permissions(signIn("openid"))).isEmpty();
        assertThat(permissions(signIn("openid account:read account:security"))).isEmpty();
        assertThat(permissions(signIn("chat:use"))).containsExactly("chat:use");
        assertThat(permissions(signIn("account:sessions"))).containsExactly("sessions:revoke");
        SERVER.authority().accounts().permit(person.id(), Set.of("chat:use"), Caller.SYSTEM);
        assertThat(permissions(signIn("account:sessions chat:use"))).containsExactly("chat:use");
    }

    @Test
    void what_services_hear_of_a_token_is_no_more_than_the_token_has() {
        String token = signIn("openid account:read").text("access_token");

        JsonObject verdict = validated(token);
        JsonObject me = wire.get("/auth/me", Wire.bearer(token)).json();
        var service = SERVER.service();
        JsonObject introspected =
                wire.form("/oauth2/introspect", Map.of("token", token), service.basic()).json();

        assertThat(verdict.getJsonArray("permissions")).isEmpty();
        assertThat(verdict.getString("scope").split(" ")).containsOnly("openid", "account:read");
        assertThat(verdict.containsKey("email")).isFalse();
        assertThat(me.getJsonArray("permissions")).isEmpty();
        assertThat(introspected.getJsonArray("permissions")).isEmpty();
        assertThat(introspected.containsKey("email")).isFalse();
    }

    @Test
    void a_ticket_is_worth_what_the_token_was_that_made_it() {
        String token = signIn("chat:use").text("access_token");
        Reply ticket = wire.send("POST", "/auth/ticket", new byte[0], Wire.bearer(token));

        JsonObject redeemed =
                wire.post(
                                "/auth/ticket/redeem",
                                new JsonObject().put("ticket", ticket.text("ticket")),
                                Wire.bearer(SERVER.serviceToken()))
                        .json();
        String behind = redeemed.getString("access_token");

        assertThat(redeemed.getString("scope")).isEqualTo("chat:use");
        assertThat(redeemed.getJsonArray("permissions")).containsExactly("chat:use");
        assertThat(Jwt.claims(behind).getJsonArray("permissions")).containsExactly("chat:use");
        for (String path : new String[] {"/auth/me", "/auth/sessions", "/auth/security-events"}) {
            assertThat(wire.get(path, Wire.bearer(behind)).text("code"))
                    .isEqualTo("insufficient_scope");
        }
    }

    @Test
    void a_refresh_for_less_gives_less_and_one_for_more_gives_nothing() {
        Reply first = signIn("openid offline_access account:sessions");

        Reply less = refresh(phone, first.text("refresh_token"), "openid");
        assertThat(less.text("scope")).isEqualTo("openid");
        assertThat(permissions(less)).isEmpty();
        assertThat(wire.get("/auth/sessions", Wire.bearer(less.text("access_token"))).status())
                .isEqualTo(403);

        Reply more = refresh(phone, less.text("refresh_token"), "openid chat:use");
        assertThat(more.text("error")).isEqualTo("invalid_scope");
        Reply all = refresh(phone, less.text("refresh_token"), "");
        assertThat(permissions(all)).containsExactly("sessions:revoke");
    }

    @Test
    void a_refresh_follows_what_the_account_and_the_client_may_now() {
        Reply first = signIn("openid offline_access account:sessions chat:use");
        assertThat(permissions(first)).containsExactlyInAnyOrder("chat:use", "sessions:revoke");

        SERVER.authority().accounts().permit(person.id(), Set.of("sessions:revoke"), Caller.SYSTEM);
        Reply second = refresh(phone, first.text("refresh_token"), "");
        assertThat(permissions(second)).containsExactly("sessions:revoke");

        SERVER.authority()
                .clients()
                .update(application(phone, "openid offline_access"), Caller.SYSTEM);
        Reply third = refresh(phone, second.text("refresh_token"), "");
        assertThat(third.text("scope")).isEqualTo("offline_access openid");
        assertThat(permissions(third)).isEmpty();
    }

    private static Client application(String id, String scopes) {
        return application(id, ClientScopes.of(Scopes.parse(scopes).orElseThrow()));
    }

    private static Client application(String id, ClientScopes scopes) {
        return new Client(
                id,
                "The application " + id,
                Client.Kind.PUBLIC,
                Set.of(AuthorityServer.CALLBACK),
                Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
                scopes,
                ServiceAccess.NONE);
    }

    @Test
    void who_asks_for_nothing_gets_the_clients_default_and_never_offline_access() {
        Reply usual = signIn(phone, CodeFlow.of(phone).without("scope"));
        assertThat(usual.text("scope")).isEqualTo("email openid profile");
        assertThat(permissions(usual)).isEmpty();
        assertThat(usual.json().containsKey("refresh_token")).isFalse();

        String own = SERVER.newName("own");
        SERVER.register(
                application(
                        own,
                        new ClientScopes(
                                Scopes.of("openid", "chat:use", "offline_access"),
                                Scopes.of("chat:use"))));
        Reply registered = signIn(own, CodeFlow.of(own).without("scope"));
        assertThat(registered.text("scope")).isEqualTo("chat:use");
        assertThat(permissions(registered)).containsExactly("chat:use");
    }

    @Test
    void a_client_without_a_default_has_to_say_what_it_wants() {
        String id = SERVER.newName("none");
        SERVER.register(application(id, "chat:use offline_access"));

        String location = wire.get(CodeFlow.of(id).without("scope").path()).location();

        assertThat(CodeFlow.parameters(location)).containsEntry("error", "invalid_scope");
    }

    @Test
    void nobody_is_granted_what_the_client_is_not_registered_for() {
        String id = SERVER.newName("poor");
        SERVER.register(application(id, "openid"));

        for (String scope : Scope.codes()) {
            String location = wire.get(CodeFlow.of(id).with("scope", scope).path()).location();
            if (!scope.equals("openid")) {
                assertThat(CodeFlow.parameters(location)).containsEntry("error", "invalid_scope");
            }
        }
    }

    @Test
    void claims_about_the_person_come_by_their_scopes_alone() {
        Reply tokens = signIn("openid");
        JsonObject id = Jwt.claims(tokens.text("id_token"));
        String access = tokens.text("access_token");

        assertThat(id.fieldNames()).doesNotContain("email", "email_verified", "name");
        assertThat(Jwt.claims(access).fieldNames()).doesNotContain("email");
        assertThat(wire.get("/oauth2/userinfo", Wire.bearer(access)).json().fieldNames())
                .containsExactly("sub");
        Reply email = signIn("openid email");
        assertThat(Jwt.claims(email.text("id_token")).fieldNames())
                .contains("email", "email_verified")
                .doesNotContain("name");
        Reply profile = signIn("openid profile");
        assertThat(Jwt.claims(profile.text("id_token")).fieldNames())
                .contains("name")
                .doesNotContain("email");
        assertThat(signIn("profile").json().containsKey("id_token")).isFalse();
    }

    @Test
    void a_login_at_the_authority_itself_has_every_first_party_scope() {
        JsonObject claims = Jwt.claims(person.accessToken());

        assertThat(claims.getString("scope").split(" "))
                .containsExactlyInAnyOrderElementsOf(Scope.codes());
        assertThat(person.refreshToken()).startsWith("sgr_");
    }

    @Test
    void discovery_names_every_scope() {
        JsonObject document = wire.get("/.well-known/openid-configuration").json();

        assertThat(document.getJsonArray("scopes_supported"))
                .isEqualTo(new JsonArray(Scope.codes()));
    }
}
