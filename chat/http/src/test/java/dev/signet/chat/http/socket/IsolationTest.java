package dev.signet.chat.http.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.platform.Options;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.WireSocket;
import dev.signet.chat.http.platform.WireSocket.Heard;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many people at once over real sockets: everybody gets everything of theirs and nothing else. */
class IsolationTest {

    private static final int PEOPLE = 20;
    private static final int RUNS = 5;

    @Test
    void nobody_sees_an_event_or_a_word_of_anybody_else() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        List<Callable<Client>> clients = new ArrayList<>();
        try (Platform platform = Platform.start(Options.standard());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PEOPLE; i++) {
                Client client = new Client(platform, "canary" + i + "z", seed + i);
                clients.add(client::run);
            }
            Collections.shuffle(clients, new Random(seed));
            for (Future<Client> done : threads.invokeAll(clients)) {
                done.get().check();
            }
        }
    }

    /** One person with one socket and several runs at a time. */
    private static final class Client {
        private final Platform platform;
        private final String canary;
        private final Random random;
        private final Set<String> runs = new HashSet<>();
        private final Map<String, List<JsonObject>> events = new TreeMap<>();
        private String userId = "";

        Client(Platform platform, String canary, long seed) {
            this.platform = platform;
            this.canary = canary;
            this.random = new Random(seed);
        }

        Client run() throws Exception {
            var person = platform.person();
            userId = person.id();
            String bearer = "Bearer " + platform.login(person).access();
            try (WireSocket socket = WireSocket.open(platform, "Authorization", bearer)) {
                int sent = 0;
                int ended = 0;
                while (ended < RUNS) {
                    if (sent < RUNS && (sent == ended || random.nextBoolean())) {
                        socket.send(
                                new JsonObject()
                                        .put("type", "chat")
                                        .put("text", "Who am I? " + canary + " " + sent++));
                    }
                    ended += take(socket.heard(Duration.ofSeconds(30)));
                }
            }
            return this;
        }

        private int take(Heard heard) {
            if (!(heard instanceof Heard.Message(var json))) {
                return 0;
            }
            if (json.getString("type").equals("chat_accepted")) {
                runs.add(json.getString("run_id"));
            }
            if (!json.containsKey("seq")) {
                return 0;
            }
            events.computeIfAbsent(json.getString("run_id"), _ -> new ArrayList<>()).add(json);
            return json.getString("type").equals("agent_completed") ? 1 : 0;
        }

        void check() {
            assertThat(events.keySet()).isEqualTo(runs).hasSize(RUNS);
            events.values().forEach(this::check);
        }

        private void check(List<JsonObject> run) {
            for (int i = 0; i < run.size(); i++) {
                JsonObject event = run.get(i);
                assertThat(event.getLong("seq")).isEqualTo(i + 1L);
                assertThat(event.getString("user_id")).isEqualTo(userId);
                assertThat(event.encode().replace(canary, "")).doesNotContain("canary");
            }
            assertThat(run.getFirst().getJsonObject("payload").getString("task")).contains(canary);
        }
    }
}
