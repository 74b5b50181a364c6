package dev.signet.authority.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer.Person;
import dev.signet.http.server.HttpLimits;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a clear answer, and nobody else is troubled. */
class BadInputTest {

    private static final HttpLimits LIMITS =
            new HttpLimits(
                    1024 * 1024,
                    32 * 1024,
                    200,
                    64,
                    Duration.ofMillis(700),
                    Duration.ofSeconds(20));

    @RegisterExtension static final AuthorityServer SERVER = new AuthorityServer().with(LIMITS);

    private final Wire wire = SERVER.wire();

    @AfterEach
    void nobodyElseIsTroubled() {
        Person person = SERVER.person();
        assertThat(wire.get("/auth/me", Wire.bearer(person.accessToken())).status()).isEqualTo(200);
    }

    private Reply json(String path, byte[] body) {
        return wire.send("POST", path, body, "Content-Type", "application/json");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<String> badJson() {
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "42",
                "{",
                "{}}",
                "{\"email\":\"a@example.org\",\"password\":\"p\"} x",
                "{\"email\":\"a@example.org\",\"password\":\"p\"}{}",
                "{email:\"a@example.org\",\"password\":\"p\"}",
                "{'email':'a@example.org','password':'p'}",
                "{\"email\":\"a@example.org\",\"password\":\"p\",}",
                "{\"email\":\"a@example.org\",\"email\":\"b@example.org\",\"password\":\"p\"}",
                "{\"email\":\"a@example.org\",\"password\":\"p\",\"\\u0070assword\":\"q\"}",
                "{\"email\":\"a@example.org\",\"password\":\"p\",\"admin\":true}",
                "{\"email\":\"a@example.org\"}",
                "{\"email\":null,\"password\":\"p\"}",
                "{\"email\":1,\"password\":\"p\"}",
                "{\"email\":[\"a@example.org\"],\"password\":\"p\"}",
                "{\"email\":{\"$ne\":\"\"},\"password\":\"p\"}",
                "{\"email\":\"a@example.org\",\"password\":true}",
                "{\"email\":\"\\ud800\",\"password\":\"p\"}",
                "{\"email\":\"a@example.org\",\"password\":\"" + "p".repeat(10_000) + "\"}",
                "{\"a\":".repeat(100_000),
                "[".repeat(500_000),
                "{\"email\":1" + "0".repeat(100_000) + "}",
                "// comment\n{\"email\":\"a@example.org\",\"password\":\"p\"}",
                "\ufeff{\"email\":\"a@example.org\",\"password\":\"p\"}");
    }

    @ParameterizedTest
    @MethodSource("badJson")
    void a_body_that_is_not_the_expected_object_is_400(String body) {
        Reply reply = json("/auth/login", utf8(body));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("code")).isEqualTo("invalid_request");
        assertThat(reply.text("detail")).isNotBlank();
        assertThat(reply.body()).hasSizeLessThan(1_000);
    }

    static Stream<byte[]> badUtf8() {
        return Stream.of(
                new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'},
                new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0},
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'});
    }

    @ParameterizedTest
    @MethodSource("badUtf8")
    void a_body_that_is_not_utf_8_is_400(byte[] body) {
        assertThat(json("/auth/login", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json2",
                "application/xml",
                "multipart/form-data; boundary=x",
                "*/*"
            })
    void a_body_of_another_type_is_415(String type) {
        Reply reply = wire.send("POST", "/auth/login", utf8("{}"), "Content-Type", type);

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.text("code")).isEqualTo("unsupported_media_type");
    }

    @Test
    void no_type_at_all_is_415_and_another_case_or_charset_is_fine() {
        assertThat(wire.send("POST", "/auth/login", utf8("{}")).status()).isEqualTo(415);
        Person person = SERVER.person();
        byte[] login =
                utf8(
                        new JsonObject()
                                .put("email", person.email())
                                .put("password", AuthorityServer.PASSWORD)
                                .encode());

        assertThat(
                        wire.send(
                                        "POST",
                                        "/auth/login",
                                        login,
                                        "Content-Type",
                                        "Application/JSON; charset=utf-8")
                                .status())
                .isEqualTo(200);
    }

    static Stream<Arguments> badForms() {
        return Stream.of(
                Arguments.of("grant_type=x&grant_type=y", 400, "invalid_request"),
                Arguments.of("client_id=a&client_id=b", 400, "invalid_request"),
                Arguments.of("grant_type=%zz", 400, "invalid_request"),
                Arguments.of("grant_type=%", 400, "invalid_request"),
                Arguments.of("grant_type=%C3", 400, "invalid_request"),
                Arguments.of("grant_type=%00", 401, "invalid_client"),
                Arguments.of(many(65), 400, "invalid_request"),
                Arguments.of(many(50_000), 400, "invalid_request"),
                Arguments.of("", 401, "invalid_client"),
                Arguments.of("&&&&", 401, "invalid_client"));
    }

    private static String many(int parameters) {
        StringBuilder form = new StringBuilder("a=b");
        for (int i = 0; i < parameters; i++) {
            form.append("&p").append(i).append("=1");
        }
        return form.toString();
    }

    @ParameterizedTest
    @MethodSource("badForms")
    void a_form_that_breaks_its_grammar_is_told_so(String form, int status, String error) {
        Reply reply =
                wire.send(
                        "POST",
                        "/oauth2/token",
                        utf8(form),
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("error")).isEqualTo(error);
    }

    @Test
    void a_token_over_16_kib_is_told_so_in_whatever_place_it_stands() {
        String huge = "a".repeat(16 * 1024 + 1);
        Reply inHeader = wire.get("/auth/me", Wire.bearer(huge));
        Reply asked =
                wire.post(
                        "/auth/validate",
                        new JsonObject().put("token", huge),
                        Wire.bearer(SERVER.serviceToken()));

        assertThat(inHeader.status()).isEqualTo(401);
        assertThat(inHeader.text("code")).isEqualTo("too_large");
        assertThat(asked.text("reason")).isEqualTo("too_large");
    }

    @Test
    void a_body_over_1_mib_is_413() {
        byte[] huge = utf8("{\"email\":\"" + "a".repeat(1024 * 1024) + "\"}");
        byte[] justFits = utf8("{\"x\":\"" + "a".repeat(1024 * 1024 - 8) + "\"}");

        Reply refused = json("/auth/login", huge);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("code")).isEqualTo("too_large");
        assertThat(justFits).hasSize(1024 * 1024);
        assertThat(json("/auth/login", justFits).status()).isEqualTo(400);
    }

    @Test
    void a_body_that_comes_too_slowly_is_408() throws IOException {
        String answer =
                raw(
                        "POST /auth/login HTTP/1.1\r\nHost: h\r\nContent-Type:"
                                + " application/json\r\nContent-Length: 100\r\n\r\n{\"email\":");

        assertThat(answer).startsWith("HTTP/1.1 408").contains("too_slow");
    }

    private static String raw(String bytes) throws IOException {
        try (Socket socket = connect()) {
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException answeredBefore) {
                // what the server said is still there to read
            }
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8);
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", SERVER.port());
        socket.setSoTimeout(15_000);
        return socket;
    }

    static Stream<Arguments> bombs() {
        String get = "GET /auth/me HTTP/1.1\r\nHost: h\r\nConnection: close\r\n";
        return Stream.of(
                Arguments.of(
                        Named.of("one long header", get + "X: " + "a".repeat(33_000) + "\r\n\r\n"),
                        "431"),
                Arguments.of(
                        Named.of("many headers", get + "X-A: b\r\n".repeat(8_000) + "\r\n"), "431"),
                Arguments.of(
                        Named.of(
                                "a long line",
                                "GET /" + "a".repeat(33_000) + " HTTP/1.1\r\nHost: h\r\n\r\n"),
                        "414"),
                Arguments.of(
                        Named.of("another protocol", "GET /auth/me HTTP/9.9\r\nHost: h\r\n\r\n"),
                        "(400|501|505)"),
                Arguments.of(
                        Named.of(
                                "a negative length",
                                "POST /auth/login HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n"),
                        "4(00|13)"),
                Arguments.of(
                        Named.of(
                                "two lengths",
                                "POST /auth/login HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n"
                                        + "Content-Length: 6\r\n\r\n{}"),
                        "400"),
                Arguments.of(
                        Named.of(
                                "a length beyond numbers",
                                "POST /auth/login HTTP/1.1\r\nHost: h\r\nContent-Length:"
                                        + " 99999999999999999999\r\n\r\n"),
                        "4(00|13)"),
                Arguments.of(
                        Named.of(
                                "a broken chunk",
                                "POST /auth/login HTTP/1.1\r\nHost: h\r\nTransfer-Encoding:"
                                        + " chunked\r\n\r\nZZZ\r\n"),
                        "4(00|08)"));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void a_head_that_is_too_much_or_no_http_is_refused(String bytes, String status)
            throws IOException {
        assertThat(raw(bytes)).matches("(?s)HTTP/[0-9.]+ " + status + " .*");
    }

    @Test
    void half_open_connections_do_not_hold_up_the_others() throws IOException {
        List<Socket> halfOpen = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Socket socket = connect();
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /auth/login HTTP/1.1\r\nHost: h\r\nConte"
                            .getBytes(StandardCharsets.US_ASCII));
            halfOpen.add(socket);
        }

        assertThat(wire.get("/oauth2/jwks").status()).isEqualTo(200);
        for (Socket socket : halfOpen) {
            socket.close();
        }
    }

    @Test
    void a_correlation_id_that_could_forge_a_line_is_not_taken() {
        Reply reply = wire.get("/auth/me", "X-Correlation-Id", "a b=\"c\"");

        assertThat(reply.header("X-Correlation-Id").orElseThrow()).matches("[A-Za-z0-9_-]{16}");
    }
}
