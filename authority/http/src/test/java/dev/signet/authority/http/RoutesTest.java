package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer.Confidential;
import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Route;
import dev.signet.testkit.TestAuthority;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of the public port with the caller that it admits, and nobody else. */
class RoutesTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    /** A route that is added without a line here fails the test. */
    private static final String TABLE =
            """
            PUBLIC  GET    /.well-known/openid-configuration
            PUBLIC  GET    /.well-known/oauth-authorization-server
            PUBLIC  GET    /oauth2/jwks
            PUBLIC  POST   /oauth2/authorize
            PUBLIC  POST   /oauth2/logout
            PUBLIC  GET    /assets/authority.css
            PUBLIC  GET    /assets/favicon.svg
            PUBLIC  POST   /auth/register
            PUBLIC  POST   /auth/login
            PUBLIC  POST   /auth/refresh
            PUBLIC  POST   /auth/service-token
            PUBLIC  POST   /auth/password/forgot
            PUBLIC  POST   /auth/password/reset
            PUBLIC  POST   /auth/email/verify
            CLIENT  POST   /oauth2/token
            CLIENT  POST   /oauth2/introspect
            CLIENT  POST   /oauth2/revoke
            USER    GET    /oauth2/userinfo
            USER    POST   /oauth2/userinfo
            USER    POST   /auth/logout
            USER    POST   /auth/logout-all
            USER    GET    /auth/me
            USER    GET    /auth/sessions
            USER    DELETE /auth/sessions/:sid
            USER    GET    /auth/security-events
            USER    POST   /auth/ticket
            SERVICE POST   /auth/validate
            SERVICE POST   /auth/validate-batch
            SERVICE POST   /auth/ticket/redeem
            SERVICE GET    /feed
            SERVICE GET    /feed/snapshot
            BROWSER GET    /
            BROWSER GET    /oauth2/authorize
            BROWSER GET    /login
            BROWSER POST   /login
            BROWSER GET    /register
            BROWSER POST   /register
            BROWSER GET    /password/forgot
            BROWSER POST   /password/forgot
            BROWSER GET    /password/reset
            BROWSER POST   /password/reset
            BROWSER GET    /oauth2/logout
            BROWSER POST   /logout
            BROWSER GET    /email/verify
            BROWSER POST   /email/verify
            """;

    private final Wire wire = SERVER.wire();

    static Stream<Named<Route>> tokenRoutes() {
        return routes(route -> Set.of(Caller.USER, Caller.SERVICE).contains(route.caller()));
    }

    private static Stream<Named<Route>> routes(Predicate<Route> which) {
        return SERVER.routes().stream()
                .filter(which)
                .map(route -> Named.of(route.method() + " " + route.path(), route));
    }

    private Reply call(Route route, String... headers) {
        String path = route.path().replace(":sid", "ses_x");
        return wire.send(route.method(), path, new byte[0], headers);
    }

    @Test
    void the_table_names_every_route_and_its_caller() {
        List<String> actual =
                SERVER.routes().stream()
                        .map(r -> "%-7s %-6s %s".formatted(r.caller(), r.method(), r.path()))
                        .toList();

        assertThat(actual).containsExactlyInAnyOrderElementsOf(TABLE.lines().toList());
    }

    @Test
    void the_reference_names_every_path() throws IOException {
        Path page = Path.of(System.getProperty("signet.root"), "docs/reference/authority-http.md");
        String text = Files.readString(page).replace("{sid}", ":sid");

        assertThat(SERVER.routes())
                .extracting(Route::path)
                .filteredOn(path -> !path.startsWith("/assets/") && !path.equals("/logout"))
                .allSatisfy(path -> assertThat(text).containsPattern("`" + path + "[`?]"));
    }

    @ParameterizedTest
    @MethodSource("tokenRoutes")
    void without_a_good_token_of_the_right_kind_nobody_is_let_in(Route route) {
        Person person = SERVER.person();
        boolean asksService = route.caller() == Caller.SERVICE;
        String good = asksService ? SERVER.serviceToken() : person.accessToken();
        String otherKind = asksService ? person.accessToken() : SERVER.serviceToken();
        String foreign = new TestAuthority(SERVER.clock()).userToken(person.id(), "ses_x").value();

        assertRefused(call(route), "missing_token");
        assertRefused(call(route, Wire.basic("signet", "x")), "missing_token");
        assertRefused(call(route, "Authorization", good), "missing_token");
        assertRefused(call(route, "X-User-Id", person.id()), "missing_token");
        assertRefused(call(route, "X-Forwarded-User", person.id()), "missing_token");
        assertRefused(call(route, "Cookie", "access_token=" + good), "missing_token");
        assertRefused(call(route, Wire.bearer("\t" + good)), "malformed");
        assertRefused(call(route, Wire.bearer(good + "=")), "malformed");
        assertRefused(call(route, Wire.bearer(Jwt.forged(good))), "bad_signature");
        assertRefused(call(route, Wire.bearer(foreign)), "unknown_key");
        assertRefused(call(route, Wire.bearer(person.refreshToken())), "malformed");
        assertThat(call(route, Wire.bearer(otherKind)).text("code")).isEqualTo("wrong_audience");
        assertThat(call(route, Wire.and(Wire.bearer(good), Wire.bearer(good))).status())
                .isEqualTo(400);
    }

    @Test
    void one_space_or_more_stand_before_a_token() {
        String good = SERVER.person().accessToken();

        for (String value : List.of("Bearer " + good, "bearer   " + good)) {
            assertThat(SERVER.wire().get("/auth/me", "Authorization", value).status())
                    .isEqualTo(200);
        }
    }

    private static void assertRefused(Reply reply, String code) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("code")).isEqualTo(code);
        assertThat(reply.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @ParameterizedTest
    @MethodSource("tokenRoutes")
    void a_revoked_token_is_not_let_in(Route route) {
        if (route.caller() == Caller.SERVICE) {
            Confidential service = SERVER.service();
            String token = SERVER.serviceToken(service);
            wire.form("/oauth2/revoke", Map.of("token", token), service.basic());

            assertRefused(call(route, Wire.bearer(token)), "revoked_token");
            return;
        }
        Person person = SERVER.person();
        wire.send("POST", "/auth/logout", new byte[0], Wire.bearer(person.accessToken()));

        assertRefused(call(route, Wire.bearer(person.accessToken())), "revoked_session");
    }

    static Stream<Named<Route>> clientRoutes() {
        return routes(route -> route.caller() == Caller.CLIENT);
    }

    @ParameterizedTest
    @MethodSource("clientRoutes")
    void a_client_route_asks_who_the_client_is(Route route) {
        Reply nobody = wire.form(route.path(), Map.of("token", "x", "grant_type", "x"));
        Reply token =
                wire.form(
                        route.path(),
                        Map.of("token", "x"),
                        Wire.bearer(SERVER.person().accessToken()));

        for (Reply reply : List.of(nobody, token)) {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.text("error")).isEqualTo("invalid_client");
        }
    }

    static Stream<Named<Route>> forms() {
        return routes(route -> route.caller() == Caller.BROWSER && route.method().equals("POST"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_that_is_not_ours_changes_nothing(Route route) {
        assertThat(wire.form(route.path(), Map.of("email", "a@example.org")).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth//me",
                "//auth/me",
                "/auth/me/",
                "/auth/%6de",
                "/%61uth/me",
                "/auth%2Fme",
                "/AUTH/me",
                "/auth/Me",
                "/auth/./me",
                "/auth/validate/../me",
                "/assets/../auth/me",
                "/assets/%2e%2e/auth/me",
                "/auth/me;x=y",
                "/auth;x=y/me",
                "/auth/me%00",
                "/auth/me%20",
                "/auth/me.css",
                "/auth/me/assets/authority.css",
                "/login/../auth/me",
                "/auth\\me",
                "/public/auth/me",
                "http://127.0.0.1/auth/me"
            })
    void no_spelling_of_a_path_gets_past_the_guard(String path) throws IOException {
        for (String method : List.of("GET", "POST", "HEAD")) {
            String answer = raw(method + " " + path);

            assertThat(answer).as(path).matches("(?s)HTTP/1.[01] 40[0145].*");
        }
    }

    private static String raw(String line) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", SERVER.port())) {
            socket.setSoTimeout(10_000);
            String request = line + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void a_header_that_names_a_method_or_a_path_is_not_believed() {
        for (String header :
                List.of(
                        "X-HTTP-Method-Override",
                        "X-Method-Override",
                        "X-Original-URL",
                        "X-Rewrite-URL",
                        "X-Forwarded-Prefix")) {
            assertThat(wire.get("/auth/me", header, "/login").status()).isEqualTo(401);
            assertThat(wire.get("/oauth2/jwks", header, "DELETE").status()).isEqualTo(200);
        }
    }

    @Test
    void every_path_tells_its_methods_and_takes_no_other() {
        Map<String, Set<String>> byPath = new TreeMap<>(Comparator.naturalOrder());
        for (Route route : SERVER.routes()) {
            byPath.computeIfAbsent(route.path(), _ -> new java.util.TreeSet<>())
                    .add(route.method());
        }
        byPath.forEach((path, methods) -> {
            String real = path.replace(":sid", "ses_x");
            String allow = wire.send("OPTIONS", real, new byte[0]).header("Allow").orElseThrow();
            assertThat(List.of(allow.split(", "))).containsAll(methods);
            Reply patch = wire.send("PATCH", real, new byte[0]);
            assertThat(patch.status()).isEqualTo(405);
            assertThat(patch.header("Allow")).contains(allow);
        });
    }
}
