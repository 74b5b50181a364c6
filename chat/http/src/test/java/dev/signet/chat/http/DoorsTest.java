package dev.signet.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signet.chat.http.platform.Platform;
import dev.signet.verifier.BearerFilter;
import dev.signet.verifier.BearerOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One request gets one answer, whichever door it comes to: the authority, the chat's HTTP, the
 * handshake, and a foreign server with {@link BearerFilter}. The rows are those of {@link
 * dev.signet.token.authorization.Authorization}.
 */
class DoorsTest {

    private static final int ADMITTED = 200;
    private static final int SILENCE_MILLIS = 10_000;

    private static Platform platform;
    private static HttpServer foreign;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start();
        token = platform.login(platform.person()).access();
        BearerFilter filter = new BearerFilter(platform.verifier());
        foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext("/", exchange -> answer(filter, exchange));
        foreign.start();
    }

    @AfterAll
    static void stop() throws Exception {
        foreign.stop(0);
        platform.close();
    }

    private static void answer(BearerFilter filter, HttpExchange exchange) throws IOException {
        List<String> values = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        int status =
                filter.admit(values) instanceof BearerOutcome.Refused refused
                        ? refused.status()
                        : ADMITTED;
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static Arguments row(int status, String... values) {
        return Arguments.of(status, List.of(values));
    }

    /** What is sent, with {@code %} for a good token. */
    static Stream<Arguments> rows() {
        return Stream.of(
                row(401),
                row(401, "Basic YTpi"),
                row(401, "BearerX %"),
                row(401, "%"),
                row(200, "Bearer %"),
                row(200, "bearer %"),
                row(200, "BEARER %"),
                row(200, "Bearer  %"),
                row(200, "Bearer % "),
                row(401, "Bearer %="),
                row(401, "Bearer a"),
                row(400, "Basic YTpi", "Bearer %"),
                row(400, "Bearer %", "Basic YTpi"),
                row(400, "Bearer %", "Bearer a"),
                row(400, "Bearer %", "Bearer %"),
                row(400, "", "Bearer %"),
                row(400, ""),
                row(400, "Bearer"),
                row(400, "Bearer "),
                row(400, "Bearer\t%"),
                row(400, "Bearer \t%"),
                row(400, "Bearer %, Bearer %"),
                row(400, "Bearer %,Bearer a"),
                row(400, "Bearer,%"),
                row(400, "Bearer % a"),
                row(400, "Bearer \"%\""),
                row(400, "Bearer=%"),
                row(400, "Bearer %\u00e9"),
                row(400, "Bearer %\u0001"),
                row(400, "Bearer %\u007f"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void all_four_doors_give_the_same_answer(int status, List<String> values) throws Exception {
        Map<String, Integer> answers = new LinkedHashMap<>();
        answers.put("authority", ask(platform.issuer().getPort(), "/auth/me", values));
        answers.put("chat", ask(platform.port(), "/api/v1/me", values));
        answers.put("handshake", ask(platform.port(), "/ws", values));
        answers.put("filter", ask(foreign.getAddress().getPort(), "/", values));

        assertThat(answers.values()).as("%s", answers).allMatch(answer -> answer == status);
    }

    /** By a bare socket: what clients' libraries would mend or refuse must reach the server. */
    private static int ask(int port, String path, List<String> values) {
        StringBuilder head = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:");
        head.append(port).append("\r\n");
        for (String value : values) {
            head.append("Authorization: ").append(value.replace("%", token)).append("\r\n");
        }
        head.append(
                path.equals("/ws")
                        ? "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
                        : "Connection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            int status = Integer.parseInt(answer.readLine().split(" ")[1]);
            return status == 101 ? ADMITTED : status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
