package dev.signet.authority.http;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scope;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Route;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All routes by all kinds of client by all scopes and rights, over real HTTP. */
class AccessTableTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    /**
     * What a token, or a client, needs at each route that asks for one; {@code -} where any good
     * one will do. A route that is added without a line here fails the test.
     */
    private static final String TABLE =
            """
            CLIENT  POST   /oauth2/token          -
            CLIENT  POST   /oauth2/introspect     introspect
            CLIENT  POST   /oauth2/revoke         -
            USER    GET    /oauth2/userinfo       openid
            USER    POST   /oauth2/userinfo       openid
            USER    POST   /auth/logout           -
            USER    POST   /auth/logout-all       account:sessions
            USER    GET    /auth/me               account:read
            USER    GET    /auth/sessions         account:sessions
            USER    DELETE /auth/sessions/:sid    account:sessions
            USER    GET    /auth/security-events  account:security
            USER    POST   /auth/ticket           chat:use
            SERVICE POST   /auth/validate         validate
            SERVICE POST   /auth/validate-batch   validate
            SERVICE POST   /auth/ticket/redeem    validate
            SERVICE GET    /feed                  feed
            SERVICE GET    /feed/snapshot         feed
            """;

    private static final Set<Caller> WITHOUT_CREDENTIALS = Set.of(Caller.PUBLIC, Caller.BROWSER);

    private final Wire wire = SERVER.wire();

    /** One line of the table. */
    private record Line(Caller caller, String method, String path, String needs) {

        static Stream<Line> all() {
            return TABLE.lines()
                    .map(line -> line.split(" +"))
                    .map(word -> new Line(Caller.valueOf(word[0]), word[1], word[2], word[3]));
        }

        static List<Line> of(Caller caller) {
            return all().filter(line -> line.caller() == caller).toList();
        }

        String name() {
            return method + " " + path;
        }

        boolean endsLogins() {
            return path.startsWith("/auth/logout");
        }
    }

    /** An application for people. */
    private enum Application {
        /** The authority's own, by login and refresh. */
        FIRST_PARTY,
        /** On a server, by code. */
        WEB,
        /** In a person's hand, by code. */
        PHONE
    }

    @Test
    void the_table_has_every_route_that_asks_for_a_credential() {
        assertThat(SERVER.routes())
                .filteredOn(route -> !WITHOUT_CREDENTIALS.contains(route.caller()))
                .extracting(AccessTableTest::name)
                .containsExactlyInAnyOrderElementsOf(Line.all().map(Line::name).toList());
    }

    @Test
    void what_a_token_needs_is_part_of_the_routes_declaration() {
        Map<String, String> declared =
                SERVER.routes().stream()
                        .filter(route ->
                                Set.of(Caller.USER, Caller.SERVICE).contains(route.caller()))
                        .collect(toMap(AccessTableTest::name, route -> route.scope().orElse("-")));

        assertThat(declared)
                .isEqualTo(
                        Line.all()
                                .filter(line -> line.caller() != Caller.CLIENT)
                                .collect(toMap(Line::name, Line::needs)));
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }

    @ParameterizedTest
    @EnumSource(Application.class)
    void a_persons_token_does_what_its_one_scope_says_and_nothing_else(Application application) {
        Map<String, String> outcomes = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (String scope : Scope.codes()) {
            Function<Line, String> tokens = tokens(application, scope);
            for (Line line : Line.of(Caller.USER)) {
                boolean enough = Set.of("-", scope).contains(line.needs());
                expected.put(
                        scope + " at " + line.name(), enough ? "admitted" : lacking(line.needs()));
                outcomes.put(
                        scope + " at " + line.name(),
                        outcome(call(line, Wire.bearer(tokens.apply(line)))));
            }
        }
        assertThat(outcomes).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Application.class)
    void with_all_scopes_a_person_is_admitted_everywhere(Application application) {
        Function<Line, String> tokens = tokens(application, String.join(" ", Scope.codes()));

        assertThat(Line.of(Caller.USER))
                .allSatisfy(line ->
                        assertThat(outcome(call(line, Wire.bearer(tokens.apply(line)))))
                                .isEqualTo("admitted"));
    }

    /** The same token for all lines but those that end it. */
    private Function<Line, String> tokens(Application application, String scope) {
        Map<Boolean, String> kept = new HashMap<>();
        return line ->
                line.endsLogins()
                        ? token(application, scope)
                        : kept.computeIfAbsent(true, _ -> token(application, scope));
    }

    private String token(Application application, String scope) {
        Person person = SERVER.person();
        return switch (application) {
            case FIRST_PARTY -> refreshed(person, scope).text("access_token");
            case WEB -> {
                Confidential web = SERVER.web();
                yield byCode(web.id(), person, scope, web.basic()).text("access_token");
            }
            case PHONE -> byCode(SERVER.phone(), person, scope).text("access_token");
        };
    }

    private Reply refreshed(Person person, String scope) {
        return wire.form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        person.refreshToken(),
                        "client_id",
                        "signet",
                        "scope",
                        scope));
    }

    private Reply byCode(String client, Person person, String scope, String... credentials) {
        CodeFlow flow = CodeFlow.of(client).with("scope", scope);
        Map<String, String> form = flow.exchange(flow.code(SERVER, person));
        if (credentials.length == 0) {
            form.put("client_id", client);
        }
        return wire.form("/oauth2/token", form, credentials);
    }

    @ParameterizedTest
    @EnumSource(ClientRight.class)
    void a_service_does_what_its_one_right_says_and_nothing_else(ClientRight right) {
        Confidential service = client(Client.Kind.SERVICE, right);
        String[] token = Wire.bearer(SERVER.serviceToken(service));

        for (Line line : Line.of(Caller.SERVICE)) {
            assertThat(outcome(call(line, token)))
                    .as(right.code() + " at " + line.name())
                    .isEqualTo(
                            line.needs().equals(right.code())
                                    ? "admitted"
                                    : "403 unauthorized_client");
        }
        assertThat(introspection(service))
                .isEqualTo(
                        right == ClientRight.INTROSPECT ? "admitted" : "403 unauthorized_client");
    }

    @Test
    void a_service_token_does_what_it_was_asked_for_and_nothing_else() {
        Confidential service = client(Client.Kind.SERVICE, ClientRight.values());
        for (String scope : List.of("validate", "feed")) {
            String[] token = Wire.bearer(serviceToken(service, scope).text("access_token"));
            for (Line line : Line.of(Caller.SERVICE)) {
                assertThat(outcome(call(line, token)))
                        .as(scope + " at " + line.name())
                        .isEqualTo(line.needs().equals(scope) ? "admitted" : lacking(line.needs()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Client.Kind.class,
            names = {"CONFIDENTIAL", "SERVICE"})
    void a_client_with_a_secret_has_no_right_that_it_was_not_given(Client.Kind kind) {
        Confidential bare = client(kind);
        String[] token = Wire.bearer(SERVER.serviceToken(bare));

        for (Line line : Line.of(Caller.SERVICE)) {
            assertThat(outcome(call(line, token))).isEqualTo("403 unauthorized_client");
        }
        assertThat(introspection(bare)).isEqualTo("403 unauthorized_client");
        for (String scope : List.of("validate", "feed", "openid", "account:read")) {
            assertThat(serviceToken(bare, scope).text("error")).isEqualTo("invalid_scope");
        }
    }

    @Test
    void an_application_for_people_gets_no_token_of_its_own() {
        Confidential web = SERVER.web();
        Reply oauth = wire.form("/oauth2/token", clientCredentials(), web.basic());
        Reply firstParty =
                wire.post(
                        "/auth/service-token",
                        new JsonObject()
                                .put("client_id", web.id())
                                .put("client_secret", web.secret()));
        Reply phone =
                wire.form(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "client_id", SERVER.phone()));

        assertThat(oauth.status()).isEqualTo(400);
        assertThat(oauth.text("error")).isEqualTo("unauthorized_client");
        assertThat(firstParty.status()).isEqualTo(403);
        assertThat(firstParty.text("code")).isEqualTo("unauthorized_client");
        assertThat(phone.text("error")).isEqualTo("unauthorized_client");
        assertThat(introspection(web)).isEqualTo("403 unauthorized_client");
        assertThat(wire.form("/oauth2/revoke", Map.of("token", "x"), web.basic()).status())
                .isEqualTo(200);
    }

    @Test
    void a_right_that_was_taken_away_is_gone_from_tokens_issued_before() {
        Confidential service = client(Client.Kind.SERVICE, ClientRight.values());
        String[] token = Wire.bearer(SERVER.serviceToken(service));
        Line feed = new Line(Caller.SERVICE, "GET", "/feed/snapshot", "feed");
        assertThat(outcome(call(feed, token))).isEqualTo("admitted");

        SERVER.authority()
                .clients()
                .update(
                        registration(service.id(), Client.Kind.SERVICE),
                        dev.signet.authority.audit.Caller.SYSTEM);

        assertThat(outcome(call(feed, token))).isEqualTo("403 unauthorized_client");
    }

    private Confidential client(Client.Kind kind, ClientRight... rights) {
        String id = SERVER.newName("client");
        Client wish = registration(id, kind, rights);
        return new Confidential(id, SERVER.register(wish).secret().orElseThrow().value());
    }

    private static Client registration(String id, Client.Kind kind, ClientRight... rights) {
        return new Client(
                id,
                "The client " + id,
                kind,
                Set.of(),
                Set.of(GrantType.CLIENT_CREDENTIALS),
                ClientScopes.of("openid", "account:read"),
                ServiceAccess.of(rights));
    }

    private static Map<String, String> clientCredentials() {
        return Map.of("grant_type", "client_credentials");
    }

    private Reply serviceToken(Confidential service, String scope) {
        Map<String, String> form = new HashMap<>(clientCredentials());
        form.put("scope", scope);
        return wire.form("/oauth2/token", form, service.basic());
    }

    private String introspection(Confidential client) {
        Reply reply = wire.form("/oauth2/introspect", Map.of("token", "x"), client.basic());
        return reply.status() == 403 ? "403 " + reply.text("error") : "admitted";
    }

    private Reply call(Line line, String... headers) {
        String path = line.path().replace(":sid", "ses_x");
        return wire.send(line.method(), path, new byte[0], headers);
    }

    /** Whoever is admitted may still have sent too little for an answer. */
    private static String outcome(Reply reply) {
        if (!Set.of(401, 403).contains(reply.status())) {
            return "admitted";
        }
        String challenge = reply.header("WWW-Authenticate").map(text -> " " + text).orElse("");
        return reply.status() + " " + reply.text("code") + challenge;
    }

    private static String lacking(String scope) {
        return "403 insufficient_scope Bearer error=\"insufficient_scope\", scope=\"" + scope + '"';
    }

    @Test
    void every_scope_and_right_is_needed_somewhere_or_says_what_it_is_for() {
        Set<String> forClaimsOrLater =
                Set.of("profile", "email", "offline_access", "account:write");
        Stream<String> rights = Arrays.stream(ClientRight.values()).map(ClientRight::code);

        assertThat(Stream.concat(Scope.codes().stream(), rights))
                .filteredOn(scope -> !forClaimsOrLater.contains(scope))
                .allMatch(scope -> Line.all().anyMatch(line -> line.needs().equals(scope)));
    }
}
