package dev.signet.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.http.message.Answer;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Route;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How a listener begins, ends, spreads its work and keeps its bounds. */
class ListenerTest {

    private static final String GET_LOOP = "GET /loop HTTP/1.1\r\nHost: h\r\n\r\n";

    @Test
    void connections_are_spread_over_one_event_loop_per_core() throws Exception {
        try (LiveService live = LiveService.of(loopName())) {
            Set<String> loops = new HashSet<>();
            for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
                String answer =
                        live.raw(GET_LOOP.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
                loops.add(answer.substring(answer.indexOf('{')));
            }

            assertThat(loops).hasSize(Runtime.getRuntime().availableProcessors());
        }
    }

    private static Route loopName() {
        return Route.inMemory(
                Route.open(
                        "GET", "/loop", _ -> LiveService.text(Thread.currentThread().getName())));
    }

    @Test
    void a_port_that_is_taken_fails_the_start() throws Exception {
        try (LiveService live = LiveService.of(loopName())) {
            Vertx other = Vertx.vertx();
            var settings =
                    new HttpService.Settings(
                            "127.0.0.1",
                            live.service().port(),
                            _ -> false,
                            List.of(),
                            LiveService.LIMITS);

            assertThatThrownBy(() ->
                            HttpService.start(other, settings, List.of(loopName()))
                                    .toCompletionStage()
                                    .toCompletableFuture()
                                    .get(10, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(java.net.BindException.class)
                    .hasMessageContaining("127.0.0.1:" + live.service().port());
            other.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void closing_lets_running_requests_end_and_then_frees_the_port() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Route waits = Route.open("GET", "/waits", _ -> waiting(entered, release));
        try (LiveService live = LiveService.of(waits)) {
            int port = live.service().port();
            var running =
                    live.client()
                            .sendAsync(live.request("/waits").build(), BodyHandlers.ofString());
            assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();

            var closed = live.service().close(Duration.ofSeconds(5)).toCompletionStage();
            release.countDown();

            assertThat(running.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            closed.toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThatThrownBy(() -> new Socket("127.0.0.1", port))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void closing_ends_streams_at_once() throws Exception {
        Route stream =
                Route.open(
                        "GET",
                        "/stream",
                        _ -> new Answer.Stream(r -> r.setChunked(true).write("begun")));
        try (LiveService live = LiveService.of(stream)) {
            var response =
                    live.client()
                            .send(live.request("/stream").build(), BodyHandlers.ofInputStream());
            assertThat(response.body().readNBytes(5)).hasSize(5);

            live.service()
                    .close(Duration.ofMinutes(5))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_large_body_is_not_read_on_the_event_loop() throws Exception {
        Route thread =
                Route.inMemory(
                        Route.open(
                                "POST",
                                "/thread",
                                _ -> LiveService.text("" + Thread.currentThread().isVirtual())));
        try (LiveService live =
                LiveService.of(
                        settings ->
                                new HttpService.Settings(
                                        settings.host(),
                                        0,
                                        settings.trustsProxy(),
                                        List.of(),
                                        HttpLimits.DEFAULT),
                        thread)) {
            assertThat(virtual(live, HttpLimits.LOOP_BODY_BYTES_MAX)).isEqualTo("false");
            assertThat(virtual(live, HttpLimits.LOOP_BODY_BYTES_MAX + 1)).isEqualTo("true");
        }
    }

    private static String virtual(LiveService live, int bytes) throws Exception {
        HttpResponse<String> response =
                live.send(
                        live.request("/thread").POST(BodyPublishers.ofByteArray(new byte[bytes])));
        return new JsonObject(response.body()).getString("value");
    }

    private static Answer waiting(CountDownLatch entered, CountDownLatch release) {
        entered.countDown();
        try {
            assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return LiveService.text("done");
    }

    @Test
    void an_error_in_an_endpoint_is_answered_like_any_fault_of_ours() throws Exception {
        Route overflows =
                Route.open(
                        "GET",
                        "/overflows",
                        _ -> {
                            throw new StackOverflowError("deep");
                        });
        try (LiveService live = LiveService.of(overflows)) {
            assertThat(live.send("GET", "/overflows").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void a_head_that_comes_drop_by_drop_is_given_up() throws Exception {
        try (LiveService live = LiveService.of(LiveServiceLimits::quick, loopName());
                Socket socket = live.connect()) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            socket.setSoTimeout(100);
            int ended = 0;
            out.write("GET /loop HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100 && ended == 0; i++) {
                ended = dripped(out, in);
            }

            assertThat(ended).isEqualTo(-1);
        }
    }

    /** One more drop; -1 when the server has ended the connection. */
    private static int dripped(OutputStream out, InputStream in) throws Exception {
        try {
            out.write("X-Drop: 1\r\n".getBytes(StandardCharsets.US_ASCII));
            return in.read();
        } catch (java.net.SocketTimeoutException stillOpen) {
            return 0;
        } catch (IOException closed) {
            return -1;
        }
    }

    @Test
    void a_web_socket_may_be_quiet_about_requests_and_a_refused_one_is_a_request()
            throws Exception {
        Route ws =
                new Route.Upgrade(
                        "/ws",
                        Caller.PUBLIC,
                        Optional.empty(),
                        (raw, request) -> {
                            if (request.query().equals("no")) {
                                raw.response().setStatusCode(401).end();
                                return;
                            }
                            raw.toWebSocket()
                                    .onSuccess(socket ->
                                            socket.textMessageHandler(socket::writeTextMessage));
                        });
        try (LiveService live = LiveService.of(LiveServiceLimits::quick, ws)) {
            WebSocketClient client = live.vertx().createWebSocketClient();
            BlockingQueue<String> echoes = new LinkedBlockingQueue<>();
            WebSocket socket =
                    client.connect(live.service().port(), "127.0.0.1", "/ws")
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(5, TimeUnit.SECONDS);
            socket.textMessageHandler(echoes::add);
            for (int i = 0; i < 8; i++) {
                socket.writeTextMessage("still here");
                assertThat(echoes.poll(5, TimeUnit.SECONDS)).isEqualTo("still here");
                assertThat(new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(dripped(live, "GET /ws?no HTTP/1.1\r\nHost: h\r\n\r\n")).isEqualTo(-1);
            client.close();
        }
    }

    /** After that request drops of another head follow; -1 when the server ends the connection. */
    private static int dripped(LiveService live, String request) throws Exception {
        try (Socket socket = live.connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            skipHead(socket.getInputStream());
            socket.getOutputStream()
                    .write("GET /ws HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(100);
            for (int i = 0; i < 100; i++) {
                if (dripped(socket.getOutputStream(), socket.getInputStream()) == -1) {
                    return -1;
                }
            }
            return 0;
        }
    }

    private static void skipHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
    }

    @Test
    void a_connection_beyond_the_bound_is_closed_and_the_others_go_on() throws Exception {
        try (LiveService live = LiveService.of(LiveServiceLimits::fewConnections, loopName())) {
            List<Socket> first = new ArrayList<>();
            for (int i = 0; i < LiveServiceLimits.FEW; i++) {
                first.add(answered(live.connect()));
            }
            try (Socket tooMany = live.connect()) {
                assertThat(tooMany.getInputStream().read()).isEqualTo(-1);
            }
            answered(first.getFirst());
            for (Socket socket : first) {
                socket.close();
            }
        }
    }

    private static Socket answered(Socket socket) throws Exception {
        socket.getOutputStream().write(GET_LOOP.getBytes(StandardCharsets.US_ASCII));
        byte[] begin = socket.getInputStream().readNBytes(12);
        assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
        return socket;
    }

    @Test
    void a_web_socket_gives_its_place_back() throws Exception {
        Route ws =
                new Route.Upgrade(
                        "/ws",
                        Caller.PUBLIC,
                        Optional.empty(),
                        (raw, _) ->
                                raw.toWebSocket()
                                        .onSuccess(socket -> socket.handler(_ -> socket.close())));
        try (LiveService live = LiveService.of(LiveServiceLimits::fewConnections, ws, loopName())) {
            WebSocketClient client = live.vertx().createWebSocketClient();
            for (int i = 0; i < 3 * LiveServiceLimits.FEW; i++) {
                CountDownLatch closed = new CountDownLatch(1);
                client.connect(live.service().port(), "127.0.0.1", "/ws")
                        .onSuccess(socket -> {
                            socket.closeHandler(_ -> closed.countDown());
                            socket.writeTextMessage("end");
                        });
                assertThat(closed.await(5, TimeUnit.SECONDS)).as("socket %s", i).isTrue();
            }

            assertThat(live.send("GET", "/loop").statusCode()).isEqualTo(200);
            client.close();
        }
    }

    @Test
    void a_request_that_cannot_be_read_is_a_problem_with_the_right_status() throws Exception {
        try (LiveService live = LiveService.of(loopName())) {
            String longLine = "GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: h\r\n\r\n";
            String longHead = "GET /loop HTTP/1.1\r\nX: " + "a".repeat(5_000) + "\r\n\r\n";

            assertThat(live.raw(longLine)).matches("(?s)HTTP/1.[01] 414.*").contains("too_large");
            assertThat(live.raw(longHead)).matches("(?s)HTTP/1.[01] 431.*").contains("too_large");
            assertThat(live.raw("NOT HTTP AT ALL\r\n\r\n"))
                    .matches("(?s)HTTP/1.[01] 400.*")
                    .contains("invalid_request");
        }
    }

    @Test
    void who_sends_all_of_a_body_that_is_refused_still_reads_the_answer() throws Exception {
        Route open = Route.open("POST", "/length", r -> LiveService.text("" + r.body().length));
        int bytes = 4 * 1024 * 1024;
        String tooMuch =
                "POST /length HTTP/1.1\r\nHost: h\r\nContent-Length: "
                        + bytes
                        + "\r\n\r\n"
                        + "a".repeat(bytes);
        try (LiveService live = LiveService.of(open)) {
            for (int round = 0; round < 50; round++) {
                assertThat(live.raw(tooMuch)).startsWith("HTTP/1.1 413").contains("too_large");
            }
        }
    }

    @Test
    void a_client_that_waits_for_permission_to_send_gets_it() throws Exception {
        Route length = Route.open("POST", "/length", r -> LiveService.text("" + r.body().length));
        try (LiveService live = LiveService.of(length)) {
            HttpResponse<String> response =
                    live.send(
                            live.request("/length")
                                    .expectContinue(true)
                                    .POST(BodyPublishers.ofByteArray(new byte[900])));

            assertThat(new JsonObject(response.body()).getString("value")).isEqualTo("900");
        }
    }

    @Test
    void people_read_a_problem_as_a_page_and_programs_as_json() throws Exception {
        try (LiveService live =
                LiveService.of(
                        settings ->
                                settings.with((problem, support) ->
                                        "<p>" + problem.code() + " " + support),
                        loopName())) {
            HttpResponse<String> person =
                    live.send(live.request("/nowhere").header("Accept", "text/html,*/*;q=0.8"));
            HttpResponse<String> program =
                    live.send(live.request("/nowhere").header("Accept", "*/*"));

            assertThat(person.statusCode()).isEqualTo(404);
            assertThat(person.body()).startsWith("<p>not_found sup_");
            assertThat(person.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(new JsonObject(program.body()).getString("code")).isEqualTo("not_found");
        }
    }
}
