package dev.signet.verifier.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import dev.signet.verifier.authority.Answer.Failed;
import dev.signet.verifier.authority.Answer.Received;
import dev.signet.verifier.authority.Answer.Why;
import dev.signet.verifier.authority.ByteStream.Piece;
import dev.signet.verifier.fake.Await;
import dev.signet.verifier.fake.Handler;
import dev.signet.verifier.fake.LoopbackServer;
import dev.signet.verifier.fake.Reply;
import dev.signet.verifier.fake.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However the other side behaves, a request ends in time and in bounds. */
class AuthorityHttpTest {

    private static final int BYTES_MAX = 1000;
    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final Duration PLENTY = Duration.ofSeconds(20);

    private final List<Request> seen = new CopyOnWriteArrayList<>();
    private final AuthorityHttp http = new AuthorityHttp(PLENTY);
    private volatile Handler handler = (request, reply) -> reply.send(404, "text/plain", "");
    private final LoopbackServer server = new LoopbackServer(this::handle);

    private void handle(Request request, Reply reply) throws Exception {
        seen.add(request);
        handler.handle(request, reply);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer get(Handler answering) {
        return get(answering, PLENTY);
    }

    private Answer get(Handler answering, Duration timeout) {
        handler = answering;
        return http.send(Call.get(server.uri(), "text/plain", BYTES_MAX, timeout));
    }

    private static byte[] letters(int count) {
        return "a".repeat(count).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void a_good_answer_arrives_whole() {
        Answer answer =
                get((request, reply) ->
                        reply.send(200, "Text/Plain; charset=utf-8", letters(BYTES_MAX)));

        assertThat(answer).isInstanceOf(Received.class);
        assertThat(((Received) answer).mediaType()).isEqualTo("text/plain");
        assertThat(((Received) answer).body()).isEqualTo(letters(BYTES_MAX));
    }

    @Test
    void a_server_that_keeps_connections_and_sends_in_chunks_is_read_alike() throws Exception {
        HttpServer keeping = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        keeping.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/plain");
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream chunks = exchange.getResponseBody()) {
                        chunks.write(letters(BYTES_MAX / 2));
                        chunks.flush();
                        chunks.write(letters(exchange.getRequestURI().getPath().length()));
                    }
                });
        keeping.start();
        try {
            String base = "http://127.0.0.1:" + keeping.getAddress().getPort();
            for (int i = 0; i < 5; i++) {
                assertThat(http.send(to(base + "/"))).isInstanceOf(Received.class);
                assertThat(http.send(to(base + "/" + "x".repeat(BYTES_MAX / 2))))
                        .isEqualTo(new Failed(Why.TOO_LARGE));
            }
        } finally {
            keeping.stop(0);
        }
    }

    private static Call to(String uri) {
        return Call.get(URI.create(uri), "text/plain", BYTES_MAX, PLENTY);
    }

    @Test
    void no_compression_is_asked_for_and_no_upgrade() {
        get((request, reply) -> reply.send(200, "text/plain", ""));

        assertThat(seen.get(0).headers())
                .containsEntry("accept-encoding", "identity")
                .doesNotContainKeys("upgrade", "cookie", "authorization");
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() {
        Answer answer =
                get((request, reply) ->
                        reply.send(
                                302, "text/plain", letters(0), "Location: " + server.uri() + "/x"));

        assertThat(answer).isInstanceOf(Received.class);
        assertThat(((Received) answer).status()).isEqualTo(302);
        assertThat(seen).hasSize(1);
    }

    @Test
    void a_body_over_the_bound_is_not_read_whether_announced_or_not() {
        AtomicLong written = new AtomicLong();
        Handler endless =
                (request, reply) -> {
                    reply.head(200, "text/plain");
                    while (true) {
                        reply.write(letters(10_000));
                        written.addAndGet(10_000);
                    }
                };
        Handler announced =
                (request, reply) -> reply.send(200, "text/plain", letters(BYTES_MAX + 1));

        assertThat(get(announced)).isEqualTo(new Failed(Why.TOO_LARGE));
        assertThat(get(endless)).isEqualTo(new Failed(Why.TOO_LARGE));
        Await.until("the connection is closed", () -> server.connections() == 0);
        assertThat(written).hasValueLessThan(50_000_000);
    }

    @Test
    void a_lying_length_does_not_make_it_wait() {
        assertThat(get((request, reply) -> reply.head(200, "text/plain", "Content-Length: 500")))
                .isEqualTo(new Failed(Why.UNREACHABLE));
    }

    @Test
    void a_compressed_answer_is_refused() {
        Handler gzip =
                (request, reply) -> reply.send(200, "text/plain", gzip(), "Content-Encoding: gzip");
        Handler twice =
                (request, reply) ->
                        reply.send(
                                200,
                                "text/plain",
                                gzip(),
                                "Content-Encoding: identity",
                                "Content-Encoding: gzip");

        assertThat(get(gzip)).isEqualTo(new Failed(Why.ENCODED));
        assertThat(get(twice)).isEqualTo(new Failed(Why.ENCODED));
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(letters(100_000));
        }
        return bytes.toByteArray();
    }

    @Test
    void silence_before_the_head_ends_in_time() {
        endsInTime((request, reply) -> reply.stall());
    }

    @Test
    void silence_after_the_head_ends_in_time() {
        endsInTime((request, reply) -> {
            reply.head(200, "text/plain", "Content-Length: 5");
            reply.stall();
        });
    }

    @Test
    void a_body_that_drips_ends_in_time() {
        endsInTime((request, reply) -> {
            reply.head(200, "text/plain");
            reply.drip(letters(BYTES_MAX));
        });
    }

    @Test
    void a_head_that_drips_ends_in_time() {
        endsInTime((request, reply) -> reply.drip(letters(BYTES_MAX)));
    }

    private void endsInTime(Handler slow) {
        long start = System.nanoTime();

        assertThat(get(slow, TIMEOUT)).isEqualTo(new Failed(Why.TIMED_OUT));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(TIMEOUT, TIMEOUT.plusSeconds(10));
        Await.until("the connection is closed", () -> server.connections() == 0);
    }

    @Test
    void a_reset_a_garbled_answer_and_a_closed_port_are_unreachable() {
        Answer reset = get((request, reply) -> reply.reset());
        Answer garbled = get((request, reply) -> reply.write(letters(100)));
        server.close();
        Answer refused = get((request, reply) -> reply.reset());

        assertThat(List.of(reset, garbled, refused)).containsOnly(new Failed(Why.UNREACHABLE));
    }

    @Test
    void json_is_read_strictly_and_only_from_a_success() {
        assertThat(json(200, "application/json", "{\"a\":1}")).containsEntry("a", 1L);
        assertThat(json(200, "application/json", "{\"a\":1,\"a\":2}")).isEmpty();
        assertThat(json(200, "text/html", "{\"a\":1}")).isEmpty();
        assertThat(json(201, "application/json", "{\"a\":1}")).isEmpty();
        assertThat(json(500, "application/json", "{\"a\":1}")).isEmpty();
    }

    private Map<String, Object> json(int status, String type, String body) {
        Answer answer = get((request, reply) -> reply.send(status, type, body));
        return ((Received) answer).json().orElse(Map.of());
    }

    private Answer stream(Handler answering) {
        handler = answering;
        return http.send(Call.stream(server.uri(), PLENTY));
    }

    @Test
    void a_stream_is_read_as_it_comes() throws Exception {
        Answer answer =
                stream((request, reply) -> {
                    reply.head(200, "text/event-stream");
                    reply.write(letters(3));
                    reply.stall();
                });

        try (ByteStream bytes = ((Answer.Streaming) answer).bytes()) {
            Piece first = bytes.next(Duration.ofSeconds(5));
            assertThat(((Piece.Bytes) first).bytes()).isEqualTo(letters(3));
            assertThat(bytes.next(Duration.ofMillis(50))).isInstanceOf(Piece.Silence.class);
        }
        Await.until("the connection is closed", () -> server.connections() == 0);
    }

    @Test
    void a_stream_that_ends_says_so_again_and_again() throws Exception {
        Answer answer = stream((request, reply) -> reply.head(200, "text/event-stream"));

        try (ByteStream bytes = ((Answer.Streaming) answer).bytes()) {
            assertThat(bytes.next(Duration.ofSeconds(5))).isInstanceOf(Piece.End.class);
            assertThat(bytes.next(Duration.ofSeconds(5))).isInstanceOf(Piece.End.class);
        }
    }

    @Test
    void a_stream_that_nobody_reads_fills_no_memory() throws Exception {
        AtomicLong written = new AtomicLong();
        Answer answer =
                stream((request, reply) -> {
                    reply.head(200, "text/event-stream");
                    while (true) {
                        reply.write(letters(64_000));
                        written.addAndGet(64_000);
                    }
                });

        try (ByteStream bytes = ((Answer.Streaming) answer).bytes()) {
            AtomicLong last = new AtomicLong(-1);
            Await.until(
                    "the sender is held up",
                    () ->
                            !Await.within(
                                    Duration.ofMillis(200),
                                    () -> last.getAndSet(written.get()) != written.get()));
            assertThat(written).hasValueLessThan(64_000_000);
            assertThat(bytes.next(Duration.ofSeconds(5))).isInstanceOf(Piece.Bytes.class);
        }
    }

    @Test
    void what_is_no_stream_is_read_as_a_document() {
        Answer compressed =
                stream((request, reply) ->
                        reply.send(200, "text/event-stream", gzip(), "Content-Encoding: gzip"));
        Answer html = stream((request, reply) -> reply.send(200, "text/html", letters(3)));
        Answer gone = stream((request, reply) -> reply.send(410, "text/event-stream", letters(3)));

        assertThat(compressed).isEqualTo(new Failed(Why.ENCODED));
        assertThat(html).isInstanceOf(Received.class);
        assertThat(gone).isInstanceOf(Received.class);
    }

    @Test
    void an_interrupt_ends_the_waiting_and_is_kept() {
        Thread.currentThread().interrupt();
        Answer answer = get((request, reply) -> reply.stall());

        assertThat(answer).isEqualTo(new Failed(Why.UNREACHABLE));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_jvm_that_does_not_check_certificates_is_refused() {
        String property = "jdk.internal.httpclient.disableHostnameVerification";
        System.setProperty(property, "");
        try {
            assertThatIllegalStateException().isThrownBy(() -> new AuthorityHttp(TIMEOUT));
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void many_requests_at_once_need_few_threads() {
        Set<Thread> before = httpThreads();
        handler = (request, reply) -> reply.stall();
        Call call = Call.get(server.uri(), "text/plain", 10, TIMEOUT);
        List<CompletableFuture<Answer>> answers =
                Stream.generate(() -> http.start(call)).limit(50).toList();
        Await.until("all wait", () -> seen.size() == 50);
        Set<Thread> ours = httpThreads();
        ours.removeAll(before);

        assertThat(ours).hasSizeLessThanOrEqualTo(2);
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.get()).isEqualTo(new Failed(Why.TIMED_OUT)));
    }

    private static Set<Thread> httpThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("signet-verifier-http"))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
