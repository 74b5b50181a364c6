package dev.signet.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.http.route.Route;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the listener promises to every endpoint behind it, over real sockets. */
class HttpServiceTest {

    private static final HttpLimits LIMITS =
            new HttpLimits(1_000, 4_096, 100, 1, Duration.ofMillis(300), Duration.ofSeconds(5));

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private HttpService service;

    private final Guard<String> onlyAlice =
            new Guard<>() {
                @Override
                public Caller caller() {
                    return Caller.USER;
                }

                @Override
                public Admission<String> admit(dev.signet.http.message.Request request) {
                    return request.header("X-Test-User").equals(java.util.Optional.of("alice"))
                            ? new Admission.Admitted<>("alice")
                            : new Admission.Refused<>(
                                    Answer.refusal(Problem.of(401, "invalid_token", "Sign in.")));
                }
            };

    @BeforeEach
    void start() throws Exception {
        List<Route> routes =
                List.of(
                        Route.open("POST", "/echo", request -> length(request.body().length())),
                        Route.open("GET", "/thread", _ -> threadName()),
                        Route.inMemory(Route.open("GET", "/loop", _ -> threadName())),
                        Route.open("GET", "/fails", _ -> failing()),
                        Route.open("GET", "/waits", _ -> waiting()),
                        Route.open("GET", "/address", request -> text(request.address())),
                        Route.open("POST", "/json", request -> text(request.json().text("a", 9))),
                        Route.guarded("GET", "/me", onlyAlice, (_, name) -> text(name)),
                        Route.open(
                                "GET", "/part/:id", request -> text(request.pathParameter("id"))));
        HttpService.Settings settings =
                new HttpService.Settings("127.0.0.1", 0, _ -> false, List.of(), LIMITS);
        service =
                HttpService.start(vertx, settings, routes)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() {
        release.countDown();
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Answer text(String value) {
        return Answer.json(new JsonObject().put("value", value));
    }

    private static Answer length(int bytes) {
        return text(Integer.toString(bytes));
    }

    private static Answer threadName() {
        return text(Thread.currentThread().isVirtual() ? "virtual" : "loop");
    }

    private static Answer failing() {
        throw new IllegalStateException("the database password is hunter2");
    }

    private Answer waiting() {
        entered.countDown();
        try {
            assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return text("done");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }

    @Test
    void only_what_touches_memory_runs_on_the_event_loop() throws Exception {
        assertThat(json(send(request("/thread"))).getString("value")).isEqualTo("virtual");
        assertThat(json(send(request("/loop"))).getString("value")).isEqualTo("loop");
    }

    @Test
    void the_guard_stands_in_front_of_the_endpoint() throws Exception {
        assertThat(send(request("/me")).statusCode()).isEqualTo(401);
        assertThat(send(request("/me").header("X-Test-User", "bob")).statusCode()).isEqualTo(401);
        assertThat(json(send(request("/me").header("X-Test-User", "alice"))).getString("value"))
                .isEqualTo("alice");
    }

    @Test
    void a_body_up_to_the_bound_is_read_and_a_larger_one_is_413() throws Exception {
        assertThat(json(send(post(new byte[1_000]))).getString("value")).isEqualTo("1000");
        assertThat(send(post(new byte[1_001])).statusCode()).isEqualTo(413);
    }

    @Test
    void a_chunked_body_over_the_bound_is_413_although_it_declares_no_length() throws Exception {
        HttpRequest.Builder chunked =
                request("/echo")
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(new byte[5_000])));

        assertThat(send(chunked).statusCode()).isEqualTo(413);
    }

    private HttpRequest.Builder post(byte[] body) {
        return request("/echo").POST(BodyPublishers.ofByteArray(body));
    }

    @Test
    void a_body_that_drips_is_ended_with_408() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 500\r\n\r\nabc"
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();

            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("too_slow");
        }
    }

    @Test
    void two_host_headers_are_no_request() throws IOException {
        String request = "GET /loop HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("invalid_request");
        }
    }

    @Test
    void requests_beyond_the_bound_on_waiting_ones_are_503() throws Exception {
        var first = client.sendAsync(request("/waits").build(), BodyHandlers.ofString());
        assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();

        HttpResponse<String> second = send(request("/thread"));
        release.countDown();

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        assertThat(first.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void a_fault_of_ours_is_503_and_its_text_stays_here() throws Exception {
        HttpResponse<String> response = send(request("/fails"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).doesNotContain("hunter2", "IllegalState");
        assertThat(json(response).getString("support_code")).startsWith("sup_");
    }

    @Test
    void refusals_are_problem_details_with_the_callers_correlation_id() throws Exception {
        HttpResponse<String> response =
                send(request("/nowhere").header("X-Correlation-Id", "order-42"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(response.headers().firstValue("X-Correlation-Id")).contains("order-42");
        assertThat(json(response).getString("correlation_id")).isEqualTo("order-42");
        assertThat(json(response).getString("code")).isEqualTo("not_found");
    }

    @Test
    void a_correlation_id_that_could_forge_a_log_line_is_replaced() throws Exception {
        HttpResponse<String> response =
                send(request("/nowhere").header("X-Correlation-Id", "a\tb=\"c\""));

        assertThat(json(response).getString("correlation_id")).matches("[A-Za-z0-9_-]{16}");
    }

    @Test
    void a_known_path_with_another_method_is_405() throws Exception {
        assertThat(send(request("/echo")).statusCode()).isEqualTo(405);
    }

    @Test
    void forwarding_headers_of_a_stranger_are_ignored() throws Exception {
        HttpResponse<String> response =
                send(request("/address").header("X-Forwarded-For", "198.51.100.7"));

        assertThat(json(response).getString("value")).isEqualTo("127.0.0.1");
    }

    @Test
    void a_body_of_another_type_is_415() throws Exception {
        HttpRequest.Builder text =
                request("/json")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{\"a\":\"b\"}"));

        assertThat(send(text).statusCode()).isEqualTo(415);
    }

    @Test
    void every_answer_forbids_caching_and_sniffing() throws Exception {
        HttpResponse<String> response = send(request("/part/a%20b"));

        assertThat(json(response).getString("value")).isEqualTo("a b");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
}
