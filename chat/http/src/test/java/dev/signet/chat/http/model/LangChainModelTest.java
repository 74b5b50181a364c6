package dev.signet.chat.http.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.platform.Options;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.ScriptedServer;
import dev.signet.chat.http.platform.ScriptedServer.Exchange;
import dev.signet.chat.http.platform.ScriptedServer.Script;
import dev.signet.chat.http.platform.WireSocket;
import dev.signet.chat.model.ChatModel;
import dev.signet.chat.model.ModelFailure;
import dev.signet.chat.model.ModelListener;
import dev.signet.chat.model.ModelMessage;
import dev.signet.chat.model.ModelRequest;
import dev.signet.chat.model.ModelToolCall;
import dev.signet.chat.tool.Parameter;
import dev.signet.chat.tool.ToolSpec;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LangChainModelTest {

    private static final ToolSpec SIGN_OUT =
            new ToolSpec(
                    "sign_out_session",
                    "Signs out.",
                    List.of(
                            Parameter.text("session_id", "The sid.", 100),
                            Parameter.flag("others", "All others.")),
                    Optional.of("sessions:revoke"),
                    true);

    private ScriptedServer server;
    private LangChainModel model;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        model = model(server.uri(), BackendLimits.Model.standard());
    }

    @AfterEach
    void stop() {
        model.close();
        server.close();
    }

    private static LangChainModel model(URI server, BackendLimits.Model limits) {
        return new LangChainModel(
                new ModelEndpoint(
                        URI.create(server + "/v1"), "small-model", Optional.of("the-key")),
                limits);
    }

    /** All that a model said, up to its end. */
    private static final class Heard implements ModelListener {
        private final List<String> texts = new ArrayList<>();
        private final List<ModelToolCall> calls = new ArrayList<>();
        private final CompletableFuture<String> end = new CompletableFuture<>();
        private final CompletableFuture<String> first = new CompletableFuture<>();

        @Override
        public void text(String piece) {
            texts.add(piece);
            first.complete(piece);
        }

        @Override
        public void toolCall(ModelToolCall call) {
            calls.add(call);
        }

        @Override
        public void done() {
            end("done");
        }

        @Override
        public void failed(ModelFailure failure, String detail) {
            end(failure.name());
        }

        private void end(String how) {
            if (!end.complete(how)) {
                throw new AssertionError("a second end");
            }
        }

        String end() throws Exception {
            return end.get(15, TimeUnit.SECONDS);
        }
    }

    private Heard ask() {
        return ask(Duration.ofSeconds(10));
    }

    private Heard ask(Duration timeout) {
        Heard heard = new Heard();
        model.ask(request(timeout), heard);
        return heard;
    }

    private static ModelRequest request(Duration timeout) {
        return new ModelRequest(
                List.of(new ModelMessage.Instructions("Be brief."), new ModelMessage.User("Hello")),
                List.of(SIGN_OUT),
                timeout);
    }

    private static void send(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String chunk(JsonObject delta, String finish) {
        JsonObject choice = new JsonObject().put("index", 0).put("delta", delta);
        choice.put("finish_reason", finish.isEmpty() ? null : finish);
        return new JsonObject()
                .put("id", "c1")
                .put("object", "chat.completion.chunk")
                .put("created", 1)
                .put("model", "small-model")
                .put("choices", new JsonArray().add(choice))
                .encode();
    }

    private static String text(String piece) {
        return chunk(new JsonObject().put("content", piece), "");
    }

    private static String tool(int index, String id, String name, String arguments) {
        JsonObject function = new JsonObject().put("arguments", arguments);
        JsonObject call = new JsonObject().put("index", index).put("function", function);
        if (!id.isEmpty()) {
            call.put("id", id).put("type", "function");
            function.put("name", name);
        }
        return chunk(new JsonObject().put("tool_calls", new JsonArray().add(call)), "");
    }

    private static Script stream(String... data) {
        return exchange -> {
            try (OutputStream out = exchange.events()) {
                for (String one : data) {
                    send(out, one);
                }
            }
        };
    }

    private static String end(String finish) {
        return chunk(new JsonObject(), finish);
    }

    @Test
    void text_comes_piece_by_piece() throws Exception {
        server.then(stream(text("Hel"), text("lo"), end("stop"), "[DONE]"));

        Heard heard = ask();

        assertThat(heard.end()).isEqualTo("done");
        assertThat(heard.texts).containsExactly("Hel", "lo");
        assertThat(model.name()).isEqualTo("small-model");
    }

    @Test
    void the_request_carries_messages_tools_and_key() throws Exception {
        server.then(stream(text("ok"), end("stop"), "[DONE]"));
        ModelToolCall call =
                new ModelToolCall("call_9", "who_am_i", Optional.of(Map.of("deep", true)));
        Heard heard = new Heard();
        model.ask(
                new ModelRequest(
                        List.of(
                                new ModelMessage.Instructions("Be brief."),
                                new ModelMessage.User("Who am I?"),
                                new ModelMessage.Assistant("", List.of(call)),
                                new ModelMessage.ToolAnswer(call, Map.of("name", "Ann"))),
                        List.of(SIGN_OUT),
                        Duration.ofSeconds(10)),
                heard);
        heard.end();

        var asked = server.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/v1/chat/completions");
        assertThat(asked.headers()).containsEntry("Authorization", "Bearer the-key");
        JsonObject body = new JsonObject(asked.body());
        assertThat(body.getBoolean("stream")).isTrue();
        assertThat(body.getString("model")).isEqualTo("small-model");
        List<JsonObject> messages =
                body.getJsonArray("messages").stream().map(JsonObject.class::cast).toList();
        assertThat(messages)
                .extracting(message -> message.getString("role"))
                .containsExactly("system", "user", "assistant", "tool");
        assertThat(messages.get(3).getString("tool_call_id")).isEqualTo("call_9");
        assertThat(messages.get(3).getString("content")).isEqualTo("{\"name\":\"Ann\"}");
        JsonObject function = body.getJsonArray("tools").getJsonObject(0).getJsonObject("function");
        assertThat(function.getString("name")).isEqualTo("sign_out_session");
        assertThat(function.getJsonObject("parameters").getJsonObject("properties").fieldNames())
                .containsExactlyInAnyOrder("session_id", "others");
    }

    @Test
    void tool_calls_are_put_together_from_their_pieces() throws Exception {
        server.then(
                stream(
                        text("Let me see. "),
                        tool(0, "call_1", "sign_out_session", ""),
                        tool(0, "", "", "{\"session_id\":\"ses"),
                        tool(0, "", "", "_1\",\"others\":null}"),
                        tool(1, "call_2", "who_am_i", "not json"),
                        end("tool_calls"),
                        "[DONE]"));

        Heard heard = ask();

        assertThat(heard.end()).isEqualTo("done");
        assertThat(heard.calls)
                .containsExactly(
                        new ModelToolCall(
                                "call_1",
                                "sign_out_session",
                                Optional.of(Map.of("session_id", "ses_1"))),
                        new ModelToolCall("call_2", "who_am_i", Optional.empty()));
    }

    @Test
    void errors_are_told_apart() throws Exception {
        Map<Integer, String> endings =
                Map.of(
                        500, "UNREACHABLE",
                        503, "UNREACHABLE",
                        400, "REFUSED",
                        401, "REFUSED",
                        404, "REFUSED",
                        429, "REFUSED");
        for (Map.Entry<Integer, String> ending : endings.entrySet()) {
            server.now(exchange ->
                    exchange.json(
                            ending.getKey(), "{\"error\":{\"message\":\"no, the-key is bad\"}}"));

            assertThat(ask().end()).as("status " + ending.getKey()).isEqualTo(ending.getValue());
        }
    }

    @Test
    void a_model_that_is_not_there_is_unreachable() throws Exception {
        URI nowhere = server.uri();
        server.close();
        try (LangChainModel gone = model(nowhere, BackendLimits.Model.standard())) {
            Heard heard = new Heard();
            gone.ask(request(Duration.ofSeconds(10)), heard);

            assertThat(heard.end()).isEqualTo("UNREACHABLE");
        }
        server = new ScriptedServer();
    }

    @Test
    void a_stream_that_breaks_off_fails() throws Exception {
        server.then(exchange -> {
            OutputStream out = exchange.events();
            send(out, text("Hel"));
            exchange.raw().getHttpContext().getServer().stop(0);
        });

        Heard heard = ask();

        assertThat(heard.end()).isIn("UNREACHABLE", "CUT_SHORT");
        assertThat(heard.texts).containsExactly("Hel");
    }

    /** Else the half of an answer would pass for the whole. */
    @Test
    void an_answer_that_is_not_whole_is_no_answer() throws Exception {
        server.now(stream(text("Hel")));
        assertThat(ask().end()).as("no end").isEqualTo("CUT_SHORT");
        server.now(stream(text("Hel"), end("length"), "[DONE]"));
        assertThat(ask().end()).as("too long for the model").isEqualTo("CUT_SHORT");
        server.now(stream(text("Hel"), end("content_filter"), "[DONE]"));
        assertThat(ask().end()).as("filtered").isEqualTo("REFUSED");
    }

    @Test
    void an_end_without_a_reason_or_without_a_mark_is_an_end() throws Exception {
        server.now(stream(text("Hello"), "[DONE]"));
        assertThat(ask().end()).isEqualTo("done");
        server.now(stream(text("Hello"), end("stop")));
        assertThat(ask().end()).isEqualTo("done");
    }

    @Test
    void a_model_that_stalls_is_given_up_in_time() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.then(stalling(over));
        long begin = System.nanoTime();

        Heard heard = ask(Duration.ofMillis(700));

        assertThat(heard.end()).isEqualTo("TIMEOUT");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        over.countDown();
    }

    @Test
    void a_model_that_never_answers_is_given_up_in_time() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.then(exchange -> await(over));

        assertThat(ask(Duration.ofMillis(700)).end()).isEqualTo("TIMEOUT");
        over.countDown();
    }

    private static Script stalling(CountDownLatch over) {
        return exchange -> {
            OutputStream out = exchange.events();
            send(out, text("Hel"));
            await(over);
        };
    }

    private static void await(CountDownLatch over) {
        try {
            over.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_cancelled_exchange_ends_its_connection_and_says_nothing_more() throws Exception {
        CompletableFuture<Boolean> broken = new CompletableFuture<>();
        server.then(exchange -> sendUntilBroken(exchange, broken));
        Heard heard = new Heard();
        ChatModel.Exchange exchange = model.ask(request(Duration.ofSeconds(30)), heard);
        heard.first.get(10, TimeUnit.SECONDS);
        exchange.cancel();
        int said = heard.texts.size();
        exchange.cancel();

        assertThat(broken.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard.texts.size()).isBetween(said, said + 1);
        assertThat(heard.end).isNotDone();
    }

    private static void sendUntilBroken(Exchange exchange, CompletableFuture<Boolean> broken)
            throws IOException {
        OutputStream out = exchange.events();
        try {
            while (true) {
                send(out, text("and on "));
            }
        } catch (IOException gone) {
            broken.complete(true);
        }
    }

    @Test
    void garbage_is_malformed_and_an_endless_answer_is_cut() throws Exception {
        server.now(stream("{\"choices\":[{", "[DONE]"));
        assertThat(ask().end()).isEqualTo("MALFORMED");
        server.now(stream("[DONE]"));
        assertThat(ask().end()).isEqualTo("MALFORMED");
        server.now(exchange -> exchange.whole(200, "text/html", "<html>hello</html>"));
        assertThat(ask().end()).isEqualTo("MALFORMED");

        BackendLimits.Model small =
                new BackendLimits.Model(Duration.ofSeconds(5), 20_000, 1_000, 100);
        try (LangChainModel bounded = model(server.uri(), small)) {
            server.now(exchange -> sendUntilBroken(exchange, new CompletableFuture<>()));
            Heard heard = new Heard();
            bounded.ask(request(Duration.ofSeconds(20)), heard);
            assertThat(heard.end()).isEqualTo("UNREACHABLE");
        }
    }

    @Test
    void the_key_is_never_printed() {
        assertThat(
                        new ModelEndpoint(
                                        URI.create("http://localhost/v1"),
                                        "m",
                                        Optional.of("the-key"))
                                .toString())
                .doesNotContain("the-key");
    }

    @Test
    void a_chat_with_a_model_uses_real_tools_and_streams_the_answer() throws Exception {
        server.then(stream(tool(0, "call_1", "who_am_i", "{}"), end("tool_calls"), "[DONE]"))
                .then(stream(text("You are "), text("you."), end("stop"), "[DONE]"));
        try (Platform platform = Platform.start(Options.standard().with(model))) {
            var person = platform.person();
            String bearer = "Bearer " + platform.login(person).access();
            try (WireSocket socket = WireSocket.open(platform, "Authorization", bearer)) {
                socket.send("{\"type\":\"chat\",\"text\":\"Who am I?\"}");
                List<JsonObject> events = socket.events();

                assertThat(events)
                        .extracting(event -> event.getString("type"))
                        .containsSubsequence(
                                "agent_started",
                                "tool_executing",
                                "tool_completed",
                                "answer_delta",
                                "agent_completed");
                assertThat(events.getLast().getJsonObject("payload").getString("answer"))
                        .isEqualTo("You are you.");
            }
            assertThat(server.asked().get(1).body()).contains(person.email());
            assertThat(server.asked().get(1).body()).doesNotContain(bearer.substring(7));
        }
    }
}
