package dev.signet.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Person;
import dev.signet.chat.http.platform.WebBrowser;
import dev.signet.chat.http.platform.WireSocket;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GoldenPathTest {

    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @Test
    void a_person_signs_in_connects_asks_and_watches_the_five_events() throws Exception {
        Person person = platform.person();
        WebBrowser browser = platform.browser().signIn(person);

        try (WireSocket socket = browser.socket()) {
            socket.send(
                    new JsonObject()
                            .put("type", "chat")
                            .put("text", "Which sessions do I have?")
                            .put("idempotency_key", "key-1"));
            JsonObject accepted = socket.next("chat_accepted");
            List<JsonObject> events = socket.events();

            assertThat(accepted.getString("idempotency_key")).isEqualTo("key-1");
            assertThat(events)
                    .extracting(event -> event.getString("type"))
                    .contains(
                            "agent_started",
                            "agent_thinking",
                            "tool_executing",
                            "tool_completed",
                            "answer_delta",
                            "agent_completed");
            assertThat(events)
                    .allMatch(event -> event.getString("user_id").equals(person.id()))
                    .allMatch(event ->
                            event.getString("run_id").equals(accepted.getString("run_id")));
            assertThat(events.getLast().getJsonObject("payload").getString("answer"))
                    .contains("Firefox");
        }
    }
}
