package dev.signet.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.http.route.Caller;
import dev.signet.http.route.Route;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No part of a body is ever taken for a request (RFC 9112 §5.2, §6.1, §6.3, §11.2). */
class FramingTest {

    private static final String STOLEN = "GET /stolen HTTP/1.1\r\nHost: h\r\n\r\n";
    private static final String CHUNKS = "0\r\n\r\n" + STOLEN;

    private final AtomicInteger stolen = new AtomicInteger();
    private LiveService live;

    @BeforeEach
    void start() throws Exception {
        live =
                LiveService.of(
                        Route.inMemory(
                                Route.open(
                                        "POST",
                                        "/length",
                                        request -> LiveService.text("" + request.body().length))),
                        Route.inMemory(Route.open("GET", "/stolen", _ -> stolen())),
                        new Route.Upgrade(
                                "/ws",
                                Caller.PUBLIC,
                                Optional.empty(),
                                (raw, _) -> raw.toWebSocket().onFailure(_ -> {})));
    }

    @AfterEach
    void stop() {
        live.close();
    }

    private dev.signet.http.message.Answer stolen() {
        return LiveService.text("stolen " + stolen.incrementAndGet());
    }

    static List<String> headersWithoutAClearEnd() {
        return List.of(
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: chunked;q=1",
                "Transfer-Encoding: chunked;",
                "Transfer-Encoding: chunked,",
                "Transfer-Encoding: ,chunked",
                "Transfer-Encoding:",
                "Transfer-Encoding: ",
                "Transfer-Encoding: chunked chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: x, chunked, chunked",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding: chunked\u000b",
                "Transfer-Encoding: chunked\u0000",
                "Transfer-Encoding: chunke\u0064\u00a0",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\ntransfer-encoding:",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Content-Length: 0\r\nTRANSFER-ENCODING: xchunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t: chunked",
                " Transfer-Encoding: chunked",
                "Transfer-Encoding:\r\n chunked",
                "Transfer-Encoding: chunked\r\n ",
                "Transfer-Encoding: x\r\n\tchunked",
                "X: y\r\n Transfer-Encoding: chunked",
                "X: y\r\n\tContent-Length: 5",
                "X: y\r\n ",
                "Transfer-Encoding: chunked\nX: y",
                "X: y\nTransfer-Encoding: chunked",
                "X: y\rTransfer-Encoding: chunked",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nContent-Length: 5",
                "Content-Length: 5, 5",
                "Content-Length: 5, 6",
                "Content-Length: +5",
                "Content-Length: -5",
                "Content-Length: 5 5",
                "Content-Length: 0x5",
                "Content-Length: 5;",
                "Content-Length: five",
                "Content-Length:",
                "Content-Length: 5\u000b",
                "Content-Length : 5",
                "Content-Length:\r\n 5",
                "Content-Length: 99999999999999999999",
                "Sec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 2");
    }

    @ParameterizedTest
    @MethodSource("headersWithoutAClearEnd")
    void a_request_without_a_clear_end_is_the_last_of_its_connection(String headers)
            throws Exception {
        refused("POST /length HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n\r\n" + CHUNKS);
        refused("GET /stolen?no HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n\r\n" + CHUNKS);
        refused("POST /length HTTP/1.1\r\n" + headers + "\r\nHost: h\r\n\r\n" + STOLEN);
        refused("POST /nowhere HTTP/1.1\r\n" + headers + "\r\nHost: h\r\n\r\n" + STOLEN);
        refused("POST /length HTTP/1.1\nHost: h\n" + headers + "\n\n" + STOLEN);
        refused(upgrade(headers) + CHUNKS);
    }

    static List<String> headersWithoutAClearEndInTheOldVersion() {
        return List.of(
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding:",
                "Connection: keep-alive\r\nTransfer-Encoding: chunked",
                "Connection: keep-alive\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
                "Connection: keep-alive\r\nContent-Length: 5\r\nContent-Length: 6",
                "Connection: keep-alive\r\nContent-Length: 5, 6");
    }

    @ParameterizedTest
    @MethodSource("headersWithoutAClearEndInTheOldVersion")
    void nor_does_the_old_version_know_chunks(String headers) throws Exception {
        refused("POST /length HTTP/1.0\r\nHost: h\r\n" + headers + "\r\n\r\n" + CHUNKS);
        refused("POST /nowhere HTTP/1.0\r\n" + headers + "\r\n\r\n" + CHUNKS);
    }

    static List<String> brokenChunks() {
        return List.of(
                "5\r\nabcdeX\r\n0\r\n\r\n",
                "-5\r\nabcde\r\n0\r\n\r\n",
                "0x5\r\nabcde\r\n0\r\n\r\n",
                "+5\r\nabcde\r\n0\r\n\r\n",
                "\r\n0\r\n\r\n",
                "5\nabcde\r\n0\r\n\r\n",
                "100000005\r\nabcde\r\n0\r\n\r\n",
                "g\r\n\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("brokenChunks")
    void chunks_that_cannot_be_read_end_the_connection(String chunks) throws Exception {
        String answers =
                live.raw(
                        "POST /length HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + chunks
                                + STOLEN);

        assertThat(answers).doesNotContain("HTTP/1.1 200").doesNotContain("stolen");
        assertThat(stolen).hasValue(0);
    }

    static List<String> upgradesWithABody() {
        return List.of("Content-Length: 32", "Transfer-Encoding: chunked");
    }

    @ParameterizedTest
    @MethodSource("upgradesWithABody")
    void an_upgrade_has_no_body(String headers) throws Exception {
        refused(upgrade(headers) + CHUNKS);
    }

    private static String upgrade(String headers) {
        return "GET /ws HTTP/1.1\r\nHost: h\r\n"
                + headers
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    @Test
    void an_upgrade_that_says_that_it_has_no_body_is_one() throws Exception {
        try (Socket socket = live.connect()) {
            socket.getOutputStream()
                    .write(upgrade("Content-Length: 0").getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 101");
        }
    }

    private void refused(String requests) throws Exception {
        String answers = live.raw(requests);

        assertThat(answers).matches("(?s)HTTP/1\\.[01] (400|501) .*");
        assertThat(answers.split("HTTP/1\\.", -1)).as(answers).hasSize(2);
        assertThat(answers.toLowerCase(java.util.Locale.ROOT)).contains("connection: close");
        assertThat(stolen).as(requests).hasValue(0);
    }

    static List<String> clearBodies() {
        return List.of(
                "Content-Length: 5\r\n\r\nabcde",
                "Content-Length: 005\r\n\r\nabcde",
                "Content-Length:5 \r\n\r\nabcde",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
                "Transfer-Encoding: Chunked\r\n\r\n2\r\nab\r\n3;x=y\r\ncde\r\n0\r\n\r\n",
                "transfer-encoding:chunked \r\n\r\n5\r\n\r\n x:\r\n0\r\nX: y\r\n\r\n",
                "X: \r\nContent-Length: 5\r\n\r\n\r\n y\n");
    }

    @ParameterizedTest
    @MethodSource("clearBodies")
    void what_ends_clearly_is_read_and_the_next_request_too(String rest) throws Exception {
        String request = "POST /length HTTP/1.1\r\nHost: h\r\n" + rest;

        assertThat(live.raw(request + "\r\n" + request + bye()))
                .containsSubsequence("\"value\":\"5\"", "\"value\":\"5\"", "stolen 1");
        assertThat(inDrops(request + request + bye()))
                .containsSubsequence("\"value\":\"5\"", "\"value\":\"5\"", "stolen 2");
    }

    private static String bye() {
        return "GET /stolen HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    }

    @ParameterizedTest
    @MethodSource("headersWithoutAClearEnd")
    void it_makes_no_difference_how_the_bytes_arrive(String headers) throws Exception {
        String head = "POST /length HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n\r\n";

        assertThat(inDrops(head)).matches("(?s)HTTP/1\\.[01] (400|501) .*");
    }

    private String inDrops(String bytes) throws Exception {
        try (Socket socket = live.connect()) {
            socket.setTcpNoDelay(true);
            for (byte one : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
                socket.getOutputStream().write(one);
            }
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
