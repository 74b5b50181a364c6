package dev.signet.chat.http.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.platform.Await;
import dev.signet.chat.http.platform.Options;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.WireSocket;
import dev.signet.handshake.HandshakePolicy.Loosening;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many sockets there may be, and that an ended one makes room. */
class SocketBoundsTest {

    private static final int OPEN = 3;
    private static final int NAMELESS = 1;

    private static Options crowded() {
        return Options.standard()
                .with(settings ->
                        settings.with(settings.handshake().allow(Loosening.FIRST_MESSAGE))
                                .with(
                                        BackendLimits.standard()
                                                .with(
                                                        BackendLimits.Sockets.standard()
                                                                .withOpen(OPEN, NAMELESS))));
    }

    private static int status(Platform platform, String... headers) throws Exception {
        try (WireSocket socket = WireSocket.ask(platform, "/ws", headers)) {
            return socket.handshake().status();
        }
    }

    @Test
    void one_too_many_is_refused_before_it_is_a_socket_and_an_ended_one_makes_room()
            throws Exception {
        try (Platform platform = Platform.start(crowded())) {
            String bearer = "Bearer " + platform.login(platform.person()).access();
            try (WireSocket first = WireSocket.open(platform, "Authorization", bearer);
                    WireSocket _ = WireSocket.open(platform, "Authorization", bearer);
                    WireSocket _ = WireSocket.open(platform, "Authorization", bearer)) {
                try (WireSocket refused =
                        WireSocket.ask(platform, "/ws", "Authorization", bearer)) {
                    assertThat(refused.handshake().status()).isEqualTo(429);
                    assertThat(refused.handshake().code()).isEqualTo("too_many");
                    assertThat(refused.handshake().header("Retry-After")).isPresent();
                }
                first.send("no json");
                assertThat(first.closed().code()).isEqualTo(4400);
                WireSocket.open(platform, "Authorization", bearer).close();
            }
        }
    }

    @Test
    void refusals_cost_no_place() throws Exception {
        try (Platform platform = Platform.start(crowded())) {
            for (int i = 0; i < 3 * OPEN; i++) {
                assertThat(status(platform, "Authorization", "Bearer a.b.c")).isEqualTo(401);
                assertThat(status(platform, "Origin", "https://evil.example")).isEqualTo(403);
            }
            String bearer = "Bearer " + platform.login(platform.person()).access();
            WireSocket.open(platform, "Authorization", bearer).close();
        }
    }

    @Test
    void who_was_refused_is_answered_again_on_the_same_connection() throws Exception {
        String refused =
                "GET /ws HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Version: 13\r\nAuthorization: Bearer a.b.c\r\n";
        String last = "GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

        assertThat(answers(refused + "\r\n" + refused + "\r\n" + last))
                .satisfiesExactly(
                        before -> assertThat(before).isEmpty(),
                        first -> assertThat(first).startsWith("401"),
                        second -> assertThat(second).startsWith("401"),
                        third -> assertThat(third).startsWith("404"));
        assertThat(answers(refused + "Content-Length: 5\r\n\r\nhello" + last))
                .as("where a body ended would be a guess")
                .satisfiesExactly(
                        before -> assertThat(before).isEmpty(),
                        first -> assertThat(first).startsWith("400"));
    }

    /** What the server says to those requests on one connection, which it closes. */
    private static List<String> answers(String requests) throws Exception {
        try (Platform platform = Platform.start(crowded());
                Socket socket = new Socket("127.0.0.1", platform.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.UTF_8));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return List.of(all.split("HTTP/1.1 ", -1));
        }
    }

    @Test
    void few_may_wait_without_a_name_and_leave_room_for_the_others() throws Exception {
        try (Platform platform = Platform.start(crowded())) {
            String bearer = "Bearer " + platform.login(platform.person()).access();
            try (WireSocket waiting = WireSocket.upgraded(platform, "/ws")) {
                assertThat(status(platform)).isEqualTo(429);
                WireSocket.open(platform, "Authorization", bearer).close();
                waiting.send("{\"type\":\"auth\",\"token\":\"" + bearer.substring(7) + "\"}");
                waiting.next("connection_ready");
                WireSocket.upgraded(platform, "/ws").close();
            }
            Await.until("all have left", () -> platform.backend().chat().openConnections() == 0);
        }
    }
}
