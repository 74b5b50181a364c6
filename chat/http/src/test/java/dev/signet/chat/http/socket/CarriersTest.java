package dev.signet.chat.http.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.audit.Caller;
import dev.signet.chat.http.platform.Options;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Person;
import dev.signet.chat.http.platform.Platform.Tokens;
import dev.signet.chat.http.platform.Reply;
import dev.signet.chat.http.platform.WireSocket;
import dev.signet.handshake.HandshakePolicy.Loosening;
import dev.signet.token.jose.Base64Url;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contracts section 6: every carrier, and every refusal before the upgrade. */
class CarriersTest {

    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

    private static Platform platform;
    private static Platform loose;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start();
        loose =
                Platform.start(
                        Options.standard()
                                .with(settings ->
                                        settings.with(
                                                settings.handshake()
                                                        .allow(Loosening.QUERY_TOKENS)
                                                        .allow(Loosening.FIRST_MESSAGE)
                                                        .allow(Loosening.LEGACY_ECHO))));
    }

    @AfterAll
    static void stop() throws Exception {
        loose.close();
        platform.close();
    }

    private static Tokens tokens(Platform where) {
        return where.login(where.person());
    }

    private static String ticket(Platform where, Tokens tokens) {
        return where.api()
                .bearer(tokens.access())
                .post("/api/v1/ticket")
                .json()
                .getString("ticket");
    }

    static Stream<String> tokenEntries() {
        return Stream.of(
                "jwt-auth.%1$s",
                "jwt.%1$s",
                "bearer.%1$s",
                "jwt-auth.%2$s",
                "jwt.%2$s",
                "bearer.%2$s",
                "base64url.bearer.authorization.k8s.io.%2$s",
                "base64url.bearer.phx.%2$s");
    }

    @ParameterizedTest
    @MethodSource("tokenEntries")
    void a_subprotocol_entry_carries_a_token_and_is_not_echoed(String form) throws Exception {
        Tokens tokens = tokens(platform);
        String entry =
                form.formatted(tokens.access(), Base64Url.encode(tokens.access().getBytes(UTF_8)));

        try (WireSocket socket =
                WireSocket.upgraded(platform, "/ws", PROTOCOLS, "signet.v1, " + entry)) {
            JsonObject ready = socket.next("connection_ready");

            assertThat(ready.getString("session_id")).isEqualTo(tokens.sessionId());
            assertThat(socket.handshake().all(PROTOCOLS)).containsExactly("signet.v1");
        }
    }

    @Test
    void a_subprotocol_entry_carries_a_ticket_once() throws Exception {
        Tokens tokens = tokens(platform);
        String entry = "signet.ticket." + ticket(platform, tokens);

        try (WireSocket socket =
                WireSocket.upgraded(platform, "/ws", PROTOCOLS, entry + ", signet.v1")) {
            assertThat(socket.next("connection_ready").getString("session_id"))
                    .isEqualTo(tokens.sessionId());
            assertThat(socket.handshake().all(PROTOCOLS)).containsExactly("signet.v1");
        }
        Reply again = refusal(platform, "/ws", PROTOCOLS, "signet.v1, " + entry);
        assertThat(again.status()).isEqualTo(401);
    }

    @Test
    void a_header_carries_a_token_whatever_the_case_of_its_scheme() throws Exception {
        Tokens tokens = tokens(platform);

        try (WireSocket socket =
                WireSocket.upgraded(
                        platform, "/ws", "Authorization", "bEaReR " + tokens.access())) {
            assertThat(socket.next("connection_ready").getString("session_id"))
                    .isEqualTo(tokens.sessionId());
            assertThat(socket.handshake().all(PROTOCOLS)).isEmpty();
        }
    }

    @Test
    void a_query_carries_a_ticket_always() throws Exception {
        String ticket = ticket(platform, tokens(platform));

        try (WireSocket socket = WireSocket.upgraded(platform, "/ws?ticket=" + ticket)) {
            socket.next("connection_ready");
        }
    }

    @ParameterizedTest
    @MethodSource("queryNames")
    void a_query_carries_a_token_only_where_that_is_allowed(String name) throws Exception {
        Reply refused = refusal(platform, "/ws?" + name + "=" + tokens(platform).access());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("query_token_denied");

        try (WireSocket socket =
                WireSocket.upgraded(loose, "/ws?" + name + "=" + tokens(loose).access())) {
            socket.next("connection_ready");
        }
    }

    static Stream<String> queryNames() {
        return Stream.of("token", "jwt", "auth_token", "access_token");
    }

    @Test
    void a_first_message_carries_a_token_only_where_that_is_allowed() throws Exception {
        Reply refused = refusal(platform, "/ws");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("missing_credential");

        Tokens tokens = tokens(loose);
        try (WireSocket socket = WireSocket.upgraded(loose, "/ws", PROTOCOLS, "signet.v1")) {
            assertThat(socket.handshake().all(PROTOCOLS)).containsExactly("signet.v1");
            socket.send(new JsonObject().put("type", "auth").put("token", tokens.access()));
            assertThat(socket.next("connection_ready").getString("session_id"))
                    .isEqualTo(tokens.sessionId());
        }
    }

    @Test
    void a_first_message_may_carry_a_ticket() throws Exception {
        Tokens tokens = tokens(loose);
        try (WireSocket socket = WireSocket.upgraded(loose, "/ws")) {
            socket.send(new JsonObject().put("type", "auth").put("ticket", ticket(loose, tokens)));
            socket.next("connection_ready");
        }
    }

    @Test
    void a_lone_credential_is_echoed_only_for_old_clients_and_only_where_allowed()
            throws Exception {
        String entry = "jwt." + tokens(loose).access();
        try (WireSocket socket = WireSocket.upgraded(loose, "/ws", PROTOCOLS, entry)) {
            assertThat(socket.handshake().all(PROTOCOLS)).containsExactly(entry);
        }
        try (WireSocket socket =
                WireSocket.upgraded(
                        platform, "/ws", PROTOCOLS, "jwt." + tokens(platform).access())) {
            assertThat(socket.handshake().all(PROTOCOLS)).isEmpty();
        }
    }

    @Test
    void a_foreign_protocol_is_not_selected() throws Exception {
        String bearer = "Bearer " + tokens(platform).access();
        try (WireSocket socket =
                WireSocket.upgraded(
                        platform, "/ws", "Authorization", bearer, PROTOCOLS, "chat.v7, other")) {
            assertThat(socket.handshake().all(PROTOCOLS)).isEmpty();
        }
    }

    @Test
    void a_bad_credential_is_refused_whatever_stands_beside_it() throws Exception {
        Tokens good = tokens(platform);
        String entry = "signet.ticket." + ticket(platform, good);

        Reply refused =
                refusal(
                        platform,
                        "/ws",
                        "Authorization",
                        "Bearer " + good.access() + "x",
                        PROTOCOLS,
                        "signet.v1, " + entry);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .isEqualTo(Optional.of("Bearer error=\"invalid_token\""));
        assertThat(refused.header("Content-Type"))
                .isEqualTo(Optional.of("application/problem+json"));
        assertThat(refused.json().getString("support_code")).startsWith("sup_");
        assertThat(refused.json().getString("correlation_id")).isNotBlank();
        assertThat(refused.body()).doesNotContain(good.access());
    }

    @Test
    void credentials_of_two_people_conflict() throws Exception {
        Reply refused =
                refusal(
                        platform,
                        "/ws",
                        "Authorization",
                        "Bearer " + tokens(platform).access(),
                        PROTOCOLS,
                        "signet.v1, jwt." + tokens(platform).access());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("conflicting_identity");
    }

    @Test
    void a_revoked_login_opens_no_socket() throws Exception {
        Person person = platform.person();
        Tokens tokens = platform.login(person);
        String ticket = ticket(platform, tokens);
        try (WireSocket socket =
                WireSocket.open(platform, "Authorization", "Bearer " + tokens.access())) {
            platform.revoke(person, tokens.sessionId());
            socket.closed();
        }

        Reply byToken = refusal(platform, "/ws", "Authorization", "Bearer " + tokens.access());
        assertThat(byToken.code()).isEqualTo("revoked_session");
        assertThat(refusal(platform, "/ws?ticket=" + ticket).status()).isEqualTo(401);
    }

    @Test
    void a_foreign_page_is_refused_before_its_credential_is_looked_at() throws Exception {
        String ticket = ticket(platform, tokens(platform));

        Reply refused = refusal(platform, "/ws?ticket=" + ticket, "Origin", "https://evil.example");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("origin_not_allowed");
        try (WireSocket socket = WireSocket.upgraded(platform, "/ws?ticket=" + ticket)) {
            socket.next("connection_ready");
        }
    }

    @Test
    void a_person_without_the_permission_gets_no_socket() throws Exception {
        Person person = platform.person();
        platform.authority().accounts().permit(person.id(), Set.of(), Caller.SYSTEM);
        Tokens tokens = platform.login(person);

        Reply refused = refusal(platform, "/ws", "Authorization", "Bearer " + tokens.access());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("not_permitted");
    }

    @Test
    void a_request_that_wants_no_socket_is_told_what_is_here() {
        Reply reply = platform.api().get("/ws");

        assertThat(reply.status()).isEqualTo(426);
        assertThat(reply.header("Upgrade")).isEqualTo(Optional.of("websocket"));
        assertThat(reply.header("Sec-WebSocket-Version")).isEqualTo(Optional.of("13"));
    }

    @Test
    void another_version_of_the_protocol_is_told_the_right_one() throws Exception {
        Reply reply = refusal(platform, "/ws", "Sec-WebSocket-Version", "8");

        assertThat(reply.status()).isEqualTo(426);
        assertThat(reply.header("Sec-WebSocket-Version")).isEqualTo(Optional.of("13"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZSB0b28gbG9uZw=="})
    void a_key_that_is_not_16_bytes_is_refused(String key) throws Exception {
        Reply reply =
                refusal(
                        platform,
                        "/ws",
                        "Sec-WebSocket-Key",
                        key,
                        "Authorization",
                        "Bearer " + platform.login(platform.person()).access());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("malformed_key");
    }

    @Test
    void no_header_can_name_an_identity() throws Exception {
        Reply refused =
                refusal(
                        platform,
                        "/ws",
                        "X-User-Id",
                        platform.person().id(),
                        "X-Forwarded-User",
                        "admin",
                        "X-E2E-Bypass",
                        "1");

        assertThat(refused.status()).isEqualTo(401);
    }

    private static Reply refusal(Platform where, String path, String... headers) throws Exception {
        try (WireSocket socket = WireSocket.ask(where, path, headers)) {
            return socket.handshake();
        }
    }
}
