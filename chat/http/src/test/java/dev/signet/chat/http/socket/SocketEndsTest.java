package dev.signet.chat.http.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.audit.Caller;
import dev.signet.chat.http.platform.Options;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Person;
import dev.signet.chat.http.platform.Platform.Tokens;
import dev.signet.chat.http.platform.WireSocket;
import dev.signet.chat.http.platform.WireSocket.Heard;
import dev.signet.handshake.HandshakeLimits;
import dev.signet.handshake.HandshakePolicy.Loosening;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Contracts section 6: every close code that a client or its login can bring about. */
class SocketEndsTest {

    private static final Duration FIRST_MESSAGE = Duration.ofMillis(400);
    private static final int SOCKETS_PER_USER = 3;

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform =
                Platform.start(
                        Options.standard()
                                .with(settings ->
                                        settings.with(
                                                        settings.handshake()
                                                                .allow(Loosening.FIRST_MESSAGE)
                                                                .within(limits()))
                                                .with(
                                                        Bounds.connectionsPerUser(
                                                                SOCKETS_PER_USER))));
    }

    private static HandshakeLimits limits() {
        return Bounds.handshake(FIRST_MESSAGE, Duration.ofSeconds(1));
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    private static WireSocket open(Tokens tokens) throws Exception {
        return WireSocket.open(platform, "Authorization", "Bearer " + tokens.access());
    }

    private static WireSocket open() throws Exception {
        return open(platform.login(platform.person()));
    }

    static Stream<String> badMessages() {
        return Stream.of(
                "",
                "{",
                "[]",
                "\"chat\"",
                "null",
                "{}",
                "{\"type\":1}",
                "{\"type\":null}",
                "{\"type\":\"dance\"}",
                "{\"type\":\"chat\"}",
                "{\"type\":\"chat\",\"text\":7}",
                "{\"type\":\"chat\",\"text\":null}",
                "{\"type\":\"chat\",\"text\":\"a\",\"text\":\"b\"}",
                "{\"type\":\"chat\",\"text\":\"a\",\"user_id\":\"usr_other\"}",
                "{\"type\":\"chat\",\"text\":\"a\",\"thread_id\":[]}",
                "{\"type\":\"chat\",\"text\":\"a\",\"idempotency_key\":1}",
                "{\"type\":\"chat\",\"text\":\"a\"} x",
                "{\"type\":\"chat\",\"text\":\"\\ud800\"}",
                "{\"type\":\"stop\"}",
                "{\"type\":\"stop\",\"run_id\":{}}",
                "{\"type\":\"resume\",\"run_id\":\"r\"}",
                "{\"type\":\"resume\",\"run_id\":\"r\",\"after_seq\":-1}",
                "{\"type\":\"resume\",\"run_id\":\"r\",\"after_seq\":1.5}",
                "{\"type\":\"resume\",\"run_id\":\"r\",\"after_seq\":\"1\"}",
                "{\"type\":\"auth.renew\"}",
                "{\"type\":\"auth.renew\",\"token\":\"a\",\"ticket\":\"b\"}",
                "{\"type\":\"auth\",\"token\":\"a\"}",
                "{\"type\":\"ping\",\"id\":1}",
                "{\"type\":\"ping\",\"extra\":true}",
                "{\"type\":\"ping\",\"id\":" + "[".repeat(40) + "]".repeat(40) + "}");
    }

    @ParameterizedTest
    @MethodSource("badMessages")
    void a_message_that_is_not_of_the_protocol_ends_with_4400(String message) throws Exception {
        try (WireSocket socket = open()) {
            socket.send(message);

            assertThat(socket.closed())
                    .isInstanceOfSatisfying(
                            Heard.Closed.class,
                            closed -> {
                                assertThat(closed.code()).isEqualTo(4400);
                                assertThat(closed.reason()).startsWith("bad_frame: ");
                            });
        }
    }

    /** Else whoever writes a client can only guess. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                             | not one JSON object in UTF-8 without duplicate members",
                "{'type':'dance'}                              | type is none that is known",
                "{'type':'chat'}                               | text is missing",
                "{'type':'chat','text':7}                      | text is not a text",
                "{'type':'ping','dance':true}                  | a member that this type does not have",
                "{'type':'resume','run_id':'r','after_seq':-1} | after_seq is not a whole number from 0 on",
                "{'type':'auth.renew'}                         | either token or ticket is needed",
                "{'type':'auth','token':'a'}                   | the socket has an owner already"
            })
    void the_reason_of_4400_says_what_was_wrong(String message, String fault) throws Exception {
        try (WireSocket socket = open()) {
            socket.send(message.replace('\'', '"'));

            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4400, "bad_frame: " + fault));
        }
    }

    @Test
    void invalid_utf8_ends_with_4400() throws Exception {
        try (WireSocket socket = open()) {
            byte[] message = "{\"type\":\"ping\",\"id\":\"?\"}".getBytes(UTF_8);
            message[message.length - 3] = (byte) 0xc0;
            socket.frame(WireSocket.TEXT, true, message);

            assertThat(socket.closed().code()).isEqualTo(4400);
        }
    }

    @Test
    void a_binary_frame_ends_with_4400() throws Exception {
        try (WireSocket socket = open()) {
            socket.frame(WireSocket.BINARY, true, "{\"type\":\"ping\"}".getBytes(UTF_8));

            assertThat(socket.closed().code()).isEqualTo(4400);
        }
    }

    @Test
    void a_message_may_come_in_pieces_with_pings_between() throws Exception {
        try (WireSocket socket = open()) {
            socket.frame(WireSocket.TEXT, false, "{\"type\":".getBytes(UTF_8));
            socket.frame(WireSocket.PING, true, new byte[] {1});
            socket.frame(WireSocket.CONTINUATION, false, "\"ping\",".getBytes(UTF_8));
            socket.frame(WireSocket.CONTINUATION, true, "\"id\":\"7\"}".getBytes(UTF_8));

            assertThat(socket.heard(Duration.ofSeconds(10))).isInstanceOf(Heard.Ponged.class);
            assertThat(socket.next("pong").getString("id")).isEqualTo("7");
        }
    }

    @Test
    void frames_out_of_order_end_the_socket_and_nobody_elses() throws Exception {
        try (WireSocket other = open();
                WireSocket first = open();
                WireSocket second = open()) {
            first.frame(WireSocket.CONTINUATION, true, "{}".getBytes(UTF_8));
            second.frame(WireSocket.TEXT, false, "{".getBytes(UTF_8));
            second.frame(WireSocket.TEXT, true, "}".getBytes(UTF_8));

            assertThat(end(first)).isIn(new Heard.Closed(4400, ""), new Heard.Dropped());
            assertThat(end(second)).isIn(new Heard.Closed(4400, ""), new Heard.Dropped());
            other.send("{\"type\":\"ping\"}");
            other.next("pong");
        }
    }

    static Stream<byte[]> noFrames() {
        return Stream.of(
                new byte[] {(byte) 0x81, 0x02, '{', '}'}, // not masked
                new byte[] {(byte) 0xf1, (byte) 0x80, 0, 0, 0, 0}, // reserved bits
                new byte[] {(byte) 0x83, (byte) 0x80, 0, 0, 0, 0}, // reserved opcode
                new byte[] {(byte) 0x89, (byte) 0xfe, 0, (byte) 126, 0, 0, 0, 0}, // long ping
                new byte[] {(byte) 0x09, (byte) 0x80, 0, 0, 0, 0}, // ping in pieces
                "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("noFrames")
    void what_is_no_frame_ends_the_connection_and_nobody_elses(byte[] bytes) throws Exception {
        try (WireSocket other = open();
                WireSocket socket = open()) {
            socket.bytes(bytes);

            assertThat(end(socket)).isIn(new Heard.Closed(4400, ""), new Heard.Dropped());
            other.send("{\"type\":\"ping\"}");
            other.next("pong");
        }
    }

    /** A close frame of 4400 if one can still be sent, else the end of the connection. */
    private static Heard end(WireSocket socket) throws Exception {
        Heard heard = socket.heard(Duration.ofSeconds(15));
        return heard instanceof Heard.Closed(int code, String _)
                ? new Heard.Closed(code, "")
                : heard;
    }

    @Test
    void a_frame_beyond_64_kib_ends_with_1009() throws Exception {
        try (WireSocket socket = open()) {
            socket.frame(WireSocket.TEXT, true, new byte[64 * 1024 + 1]);

            assertThat(socket.closed().code()).isEqualTo(1009);
        }
    }

    @Test
    void a_frame_that_only_announces_too_much_ends_with_1009() throws Exception {
        try (WireSocket socket = open()) {
            byte[] head = {(byte) 0x81, (byte) 0xff, 0x7f, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0};
            socket.bytes(head);

            assertThat(socket.closed().code()).isEqualTo(1009);
        }
    }

    @Test
    void a_message_beyond_64_kib_in_pieces_ends_with_1009() throws Exception {
        try (WireSocket socket = open()) {
            socket.frame(WireSocket.TEXT, false, new byte[40 * 1024]);
            socket.frame(WireSocket.CONTINUATION, true, new byte[40 * 1024]);

            assertThat(socket.closed()).isEqualTo(new Heard.Closed(1009, "too_big"));
        }
    }

    @Test
    void a_text_beyond_its_own_bound_is_refused_and_the_socket_stays() throws Exception {
        try (WireSocket socket = open()) {
            socket.send(new JsonObject().put("type", "chat").put("text", "x".repeat(60 * 1024)));

            assertThat(socket.next("error").getString("code")).isEqualTo("text_too_long");
            socket.send("{\"type\":\"ping\"}");
            socket.next("pong");
        }
    }

    @Test
    void a_revoked_session_ends_its_sockets_with_4401_within_a_second() throws Exception {
        Person person = platform.person();
        Tokens tokens = platform.login(person);
        Tokens elsewhere = platform.login(person);
        String ticket =
                platform.api()
                        .bearer(tokens.access())
                        .post("/api/v1/ticket")
                        .json()
                        .getString("ticket");
        try (WireSocket byToken = open(tokens);
                WireSocket byTicket =
                        WireSocket.open(
                                platform,
                                "Sec-WebSocket-Protocol",
                                "signet.v1, signet.ticket." + ticket);
                WireSocket other = open(elsewhere)) {
            long begin = System.nanoTime();
            platform.revoke(person, tokens.sessionId());

            Heard.Closed revoked = new Heard.Closed(4401, "revoked_session");
            assertThat(byToken.closed()).isEqualTo(revoked);
            assertThat(byTicket.closed()).isEqualTo(revoked);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(1));
            other.send("{\"type\":\"ping\"}");
            other.next("pong");
        }
    }

    @Test
    void logging_out_everywhere_ends_with_4401() throws Exception {
        Tokens tokens = platform.login(platform.person());
        try (WireSocket socket = open(tokens)) {
            platform.api().bearer(tokens.access()).post(platform.issuer() + "/auth/logout-all");

            assertThat(socket.closed().code()).isEqualTo(4401);
        }
    }

    @Test
    void a_login_without_the_permission_ends_with_4403_after_its_first_message() throws Exception {
        Person person = platform.person();
        platform.authority().accounts().permit(person.id(), Set.of(), Caller.SYSTEM);
        Tokens tokens = platform.login(person);
        try (WireSocket socket = WireSocket.upgraded(platform, "/ws")) {
            socket.send(new JsonObject().put("type", "auth").put("token", tokens.access()));

            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4403, "not_permitted"));
        }
    }

    @Test
    void a_bad_first_message_ends_with_the_verdict() throws Exception {
        try (WireSocket socket = WireSocket.upgraded(platform, "/ws")) {
            socket.send("{\"type\":\"auth\",\"token\":\"a.b.c\"}");

            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4401, "malformed"));
        }
        try (WireSocket socket = WireSocket.upgraded(platform, "/ws")) {
            socket.send("{\"type\":\"chat\",\"text\":\"hello\"}");

            assertThat(socket.closed().code()).isEqualTo(4400);
        }
    }

    @Test
    void no_first_message_ends_with_4408() throws Exception {
        try (WireSocket socket = WireSocket.upgraded(platform, "/ws")) {
            long begin = System.nanoTime();

            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4408, "no_first_message"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(FIRST_MESSAGE.dividedBy(2), Duration.ofSeconds(5));
        }
    }

    @Test
    void a_renewal_by_somebody_else_ends_with_4409() throws Exception {
        Tokens other = platform.login(platform.person());
        try (WireSocket socket = open()) {
            socket.send(new JsonObject().put("type", "auth.renew").put("token", other.access()));

            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4409, "conflicting_identity"));
        }
    }

    @Test
    void a_renewal_by_another_session_of_the_same_person_ends_with_4409() throws Exception {
        Person person = platform.person();
        Tokens other = platform.login(person);
        try (WireSocket socket = open(platform.login(person))) {
            socket.send(new JsonObject().put("type", "auth.renew").put("token", other.access()));

            assertThat(socket.closed().code()).isEqualTo(4409);
        }
    }

    @Test
    void a_renewal_by_a_bad_credential_ends_with_4401() throws Exception {
        try (WireSocket socket = open()) {
            socket.send("{\"type\":\"auth.renew\",\"token\":\"not.a.token\"}");

            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4401, "malformed"));
        }
    }

    @Test
    void one_socket_too_many_of_a_person_ends_with_4429() throws Exception {
        Tokens tokens = platform.login(platform.person());
        List<WireSocket> sockets = new ArrayList<>();
        for (int i = 0; i < SOCKETS_PER_USER; i++) {
            sockets.add(open(tokens));
        }
        String bearer = "Bearer " + tokens.access();
        try (WireSocket socket = WireSocket.upgraded(platform, "/ws", "Authorization", bearer)) {
            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4429, "too_many"));
        }
        for (WireSocket socket : sockets) {
            socket.send("{\"type\":\"ping\"}");
            socket.next("pong");
            socket.close();
        }
    }

    @Test
    void a_flood_of_messages_ends_with_4429_and_disturbs_nobody() throws Exception {
        try (WireSocket other = open();
                WireSocket socket = open()) {
            for (int i = 0; i < 200; i++) {
                socket.send("{\"type\":\"ping\"}");
            }

            assertThat(socket.closed()).isEqualTo(new Heard.Closed(4429, "too_many"));
            other.send("{\"type\":\"ping\"}");
            other.next("pong");
        }
    }
}
