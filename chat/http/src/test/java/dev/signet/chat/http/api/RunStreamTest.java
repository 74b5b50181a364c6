package dev.signet.chat.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.platform.Await;
import dev.signet.chat.http.platform.GatedModel;
import dev.signet.chat.http.platform.Options;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Tokens;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStreamTest {

    /** One server-sent event. */
    private record Sent(String id, String event, JsonObject data) {}

    private static final class Stream implements AutoCloseable {
        private final BufferedReader lines;

        Stream(HttpResponse<InputStream> response) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /** The next line that begins so; empty at the end of the stream. */
        String line(String beginning) throws IOException {
            String line = lines.readLine();
            while (line != null && !line.startsWith(beginning)) {
                line = lines.readLine();
            }
            return line == null ? "" : line;
        }

        List<Sent> rest() throws IOException {
            List<Sent> sent = new ArrayList<>();
            String id = line("id: ");
            while (!id.isEmpty()) {
                String event = line("event: ").substring(7);
                sent.add(
                        new Sent(
                                id.substring(4),
                                event,
                                new JsonObject(line("data: ").substring(6))));
                id = line("id: ");
            }
            return sent;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private static String begin(Platform platform, Tokens tokens) {
        var api = platform.api().bearer(tokens.access());
        String thread = api.post("/api/v1/threads").json().getString("id");
        var started = api.post("/api/v1/threads/" + thread + "/runs", "{\"text\":\"Who am I?\"}");
        assertThat(started.status()).isEqualTo(202);
        return started.json().getString("id");
    }

    private static Stream open(Platform platform, Tokens tokens, String run, String... headers) {
        return new Stream(
                platform.api().bearer(tokens.access()).with(headers).stream(
                        "/api/v1/runs/" + run + "/events"));
    }

    @Test
    void a_stream_carries_the_same_events_as_the_list_and_ends_with_the_run() throws Exception {
        try (Platform platform = Platform.start()) {
            Tokens tokens = platform.login(platform.person());
            String run = begin(platform, tokens);

            List<Sent> sent;
            try (Stream stream = open(platform, tokens, run)) {
                sent = stream.rest();
            }

            var api = platform.api().bearer(tokens.access());
            List<JsonObject> listed =
                    api
                            .get("/api/v1/runs/" + run + "/events")
                            .json()
                            .getJsonArray("events")
                            .stream()
                            .map(JsonObject.class::cast)
                            .toList();
            assertThat(sent).extracting(Sent::data).isEqualTo(listed);
            assertThat(sent.getLast().event()).isEqualTo("agent_completed");
            assertThat(sent)
                    .allMatch(s -> s.id().equals(s.data().getLong("seq").toString()))
                    .allMatch(s -> s.event().equals(s.data().getString("type")));
        }
    }

    @Test
    void a_reader_goes_on_after_the_last_event_it_saw() throws Exception {
        try (Platform platform = Platform.start()) {
            Tokens tokens = platform.login(platform.person());
            String run = begin(platform, tokens);
            int events;
            try (Stream stream = open(platform, tokens, run)) {
                events = stream.rest().size();
            }

            try (Stream stream = open(platform, tokens, run, "Last-Event-ID", "2")) {
                assertThat(stream.rest()).hasSize(events - 2);
            }
            var api = platform.api().bearer(tokens.access());
            try (Stream stream =
                    new Stream(api.stream("/api/v1/runs/" + run + "/events?after=3"))) {
                assertThat(stream.rest()).hasSize(events - 3);
            }
            var over = api.stream("/api/v1/runs/" + run + "/events?after=" + events);
            assertThat(over.statusCode()).isEqualTo(204);
            assertThat(api.get("/api/v1/runs/" + run + "/events?after=-1").status()).isEqualTo(400);
            assertThat(api.get("/api/v1/runs/" + run + "/events?after=1&after=2").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_silent_stream_beats_and_ends_within_a_second_of_the_revocation() throws Exception {
        Options options =
                Options.standard()
                        .with(new GatedModel())
                        .with(settings ->
                                settings.with(
                                        BackendLimits.standard()
                                                .with(
                                                        new BackendLimits.Streams(
                                                                Duration.ofMillis(50),
                                                                Duration.ofSeconds(5),
                                                                1_000_000))));
        try (Platform platform = Platform.start(options)) {
            var person = platform.person();
            Tokens tokens = platform.login(person);
            String run = begin(platform, tokens);
            try (Stream stream = open(platform, tokens, run)) {
                stream.line("data: ");
                assertThat(stream.line(":")).isEqualTo(":");
                Instant begin = Instant.now();
                platform.revoke(person, tokens.sessionId());

                stream.rest();
                assertThat(Instant.now()).isBefore(begin.plusSeconds(1));
            }
            assertThat(
                            platform.api().bearer(tokens.access()).stream(
                                            "/api/v1/runs/" + run + "/events")
                                    .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_stream_ends_with_its_readers_token() throws Exception {
        Options options =
                Options.standard().with(new GatedModel()).withAccessLife(Duration.ofSeconds(3));
        try (Platform platform = Platform.start(options)) {
            Tokens tokens = platform.login(platform.person());
            String run = begin(platform, tokens);
            Instant latest = Instant.now().plusSeconds(5);
            try (Stream stream = open(platform, tokens, run)) {
                stream.rest();
            }
            assertThat(Instant.now()).isBefore(latest);
        }
    }

    @Test
    void a_reader_who_leaves_is_forgotten() throws Exception {
        try (Platform platform = Platform.start(Options.standard().with(new GatedModel()))) {
            Tokens tokens = platform.login(platform.person());
            String run = begin(platform, tokens);
            var response =
                    platform.api().bearer(tokens.access()).stream(
                            "/api/v1/runs/" + run + "/events");
            assertThat(platform.backend().chat().openConnections()).isEqualTo(1);
            response.body().close();

            Await.until(
                    "the reader is forgotten",
                    () -> platform.backend().chat().openConnections() == 0);
        }
    }

    @Test
    void asking_for_the_head_of_a_stream_opens_none() throws Exception {
        try (Platform platform = Platform.start(Options.standard().with(new GatedModel()))) {
            Tokens tokens = platform.login(platform.person());
            String run = begin(platform, tokens);
            var head =
                    platform.api()
                            .bearer(tokens.access())
                            .with("Accept", "text/event-stream")
                            .send("HEAD", "/api/v1/runs/" + run + "/events", "");

            assertThat(head.status()).isEqualTo(200);
            assertThat(platform.backend().chat().openConnections()).isZero();
        }
    }

    @Test
    void a_run_of_somebody_else_has_no_stream() throws Exception {
        try (Platform platform = Platform.start()) {
            String run = begin(platform, platform.login(platform.person()));
            Tokens other = platform.login(platform.person());

            assertThat(
                            platform.api().bearer(other.access()).stream(
                                            "/api/v1/runs/" + run + "/events")
                                    .statusCode())
                    .isEqualTo(404);
        }
    }
}
