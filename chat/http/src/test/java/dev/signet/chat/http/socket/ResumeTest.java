package dev.signet.chat.http.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.platform.GatedModel;
import dev.signet.chat.http.platform.Options;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Tokens;
import dev.signet.chat.http.platform.WireSocket;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Contracts section 7: the events of a run, without gap and without repetition. */
class ResumeTest {

    private static WireSocket open(Platform platform, Tokens tokens) throws Exception {
        return WireSocket.open(platform, "Authorization", "Bearer " + tokens.access());
    }

    private static JsonObject chat(String text) {
        return new JsonObject().put("type", "chat").put("text", text);
    }

    private static JsonObject resume(String runId, long afterSeq) {
        return new JsonObject()
                .put("type", "resume")
                .put("run_id", runId)
                .put("after_seq", afterSeq);
    }

    private static List<Long> seqs(List<JsonObject> events) {
        return events.stream().map(event -> event.getLong("seq")).toList();
    }

    private static List<Long> all(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void a_new_socket_goes_on_where_the_lost_one_stopped() throws Exception {
        GatedModel model = new GatedModel();
        try (Platform platform = Platform.start(Options.standard().with(model))) {
            Tokens tokens = platform.login(platform.person());
            String runId;
            long seen;
            try (WireSocket lost = open(platform, tokens)) {
                lost.send(chat("count"));
                runId = lost.next("chat_accepted").getString("run_id");
                model.say("one ");
                seen = lost.next("answer_delta").getLong("seq");
            }
            model.say("two ");
            try (WireSocket back = open(platform, tokens)) {
                back.send(resume(runId, seen));
                JsonObject next = back.next("answer_delta");
                model.say("three");
                model.end();
                List<JsonObject> rest = back.events();

                assertThat(next.getLong("seq")).isEqualTo(seen + 1);
                assertThat(seqs(rest)).isEqualTo(all(seen + 2, rest.getLast().getLong("seq")));
                assertThat(rest.getLast().getJsonObject("payload").getString("answer"))
                        .isEqualTo("one two three");
            }
        }
    }

    @Test
    void every_event_is_there_again_after_a_restart() throws Exception {
        try (Platform platform = Platform.start()) {
            Tokens tokens = platform.login(platform.person());
            List<JsonObject> live;
            try (WireSocket socket = open(platform, tokens)) {
                socket.send(chat("Who am I?"));
                live = socket.events();
            }
            platform.restartBackend();

            String runId = live.getFirst().getString("run_id");
            try (WireSocket socket = open(platform, tokens)) {
                socket.send(resume(runId, 0));
                assertThat(socket.events()).isEqualTo(live);
                socket.send(resume(runId, 2));
                assertThat(socket.events()).isEqualTo(live.subList(2, live.size()));
            }
        }
    }

    @Test
    void a_run_that_a_restart_cut_off_has_one_end() throws Exception {
        GatedModel model = new GatedModel();
        try (Platform platform = Platform.start(Options.standard().with(model))) {
            Tokens tokens = platform.login(platform.person());
            List<JsonObject> live;
            try (WireSocket socket = open(platform, tokens)) {
                socket.send(chat("a long story"));
                model.say("Once ");
                socket.next("answer_delta");
                platform.restartBackend();
                live = socket.events();
                assertThat(socket.closed().code()).isEqualTo(1001);
            }
            assertThat(live.getLast().getString("type")).isEqualTo("agent_stopped");
            assertThat(live.getLast().getJsonObject("payload").getString("reason"))
                    .isEqualTo("shutdown");

            try (WireSocket socket = open(platform, tokens)) {
                socket.send(resume(live.getLast().getString("run_id"), 0));
                List<JsonObject> stored = socket.events();
                assertThat(seqs(stored)).isEqualTo(all(1, stored.size()));
                assertThat(stored.getLast()).isEqualTo(live.getLast());
            }
        }
    }

    @Test
    void a_run_of_somebody_else_cannot_be_resumed_or_stopped() throws Exception {
        GatedModel model = new GatedModel();
        try (Platform platform = Platform.start(Options.standard().with(model))) {
            Tokens owner = platform.login(platform.person());
            Tokens other = platform.login(platform.person());
            try (WireSocket mine = open(platform, owner);
                    WireSocket theirs = open(platform, other)) {
                mine.send(chat("a secret"));
                String runId = mine.next("chat_accepted").getString("run_id");

                theirs.send(resume(runId, 0));
                JsonObject refused = theirs.next("error");
                assertThat(refused.getString("code")).isEqualTo("not_found");
                assertThat(refused.getString("run_id")).isEqualTo(runId);
                theirs.send(new JsonObject().put("type", "stop").put("run_id", runId));
                assertThat(theirs.next("error").getString("code")).isEqualTo("not_found");
                theirs.send(resume("run_that_never_was", 0));
                assertThat(theirs.next("error").getString("code")).isEqualTo("not_found");

                model.end("done");
                assertThat(mine.events().getLast().getString("type")).isEqualTo("agent_completed");
                assertThat(theirs.skipped()).noneMatch(json -> json.containsKey("seq"));
            }
        }
    }

    @Test
    void stopping_a_run_ends_it_once() throws Exception {
        GatedModel model = new GatedModel();
        try (Platform platform = Platform.start(Options.standard().with(model))) {
            try (WireSocket socket = open(platform, platform.login(platform.person()))) {
                socket.send(chat("never mind"));
                String runId = socket.next("chat_accepted").getString("run_id");
                model.say("Well ");
                socket.next("answer_delta");
                socket.send(new JsonObject().put("type", "stop").put("run_id", runId));

                List<JsonObject> rest = socket.events();
                assertThat(rest.getLast().getJsonObject("payload").getString("reason"))
                        .isEqualTo("user");
                assertThat(model.cancelled()).isTrue();
            }
        }
    }

    @Test
    void the_same_request_begins_one_run() throws Exception {
        try (Platform platform = Platform.start()) {
            try (WireSocket socket = open(platform, platform.login(platform.person()))) {
                JsonObject request = chat("hello").put("idempotency_key", "again");
                socket.send(request);
                String runId = socket.next("chat_accepted").getString("run_id");
                socket.events();
                socket.send(request);

                assertThat(socket.next("chat_accepted").getString("run_id")).isEqualTo(runId);
            }
        }
    }

    @Test
    void a_revocation_stops_the_run_behind_the_socket() throws Exception {
        GatedModel model = new GatedModel();
        try (Platform platform = Platform.start(Options.standard().with(model))) {
            var person = platform.person();
            Tokens tokens = platform.login(person);
            Tokens elsewhere = platform.login(person);
            try (WireSocket socket = open(platform, tokens);
                    WireSocket other = open(platform, elsewhere)) {
                socket.send(chat("a long story"));
                String runId = socket.next("chat_accepted").getString("run_id");
                model.say("Once ");
                socket.next("answer_delta");
                platform.revoke(person, tokens.sessionId());

                assertThat(socket.closed().code()).isEqualTo(4401);
                other.send(resume(runId, 0));
                List<JsonObject> events = other.events();
                assertThat(events.getLast().getString("type")).isEqualTo("agent_stopped");
                assertThat(events.getLast().getJsonObject("payload").getString("reason"))
                        .isEqualTo("revoked_session");
            }
        }
    }
}
