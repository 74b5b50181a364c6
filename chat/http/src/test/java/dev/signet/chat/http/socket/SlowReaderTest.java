package dev.signet.chat.http.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.platform.Await;
import dev.signet.chat.http.platform.GatedModel;
import dev.signet.chat.http.platform.Options;
import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Platform.Tokens;
import dev.signet.chat.http.platform.WireSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that one socket does, or does not do, reaches another. */
class SlowReaderTest {

    private static final int SMALL = 4 * 1024;

    private static Options impatient() {
        return Options.standard()
                .with(settings ->
                        settings.with(
                                BackendLimits.standard()
                                        .with(
                                                BackendLimits.Sockets.standard()
                                                        .withRate(100_000, Duration.ofMillis(1))
                                                        .withPatience(
                                                                Duration.ofSeconds(15),
                                                                Duration.ofSeconds(30),
                                                                Duration.ofSeconds(1)))));
    }

    @Test
    void a_reader_that_takes_nothing_is_dropped_and_its_neighbour_gets_every_event()
            throws Exception {
        GatedModel model = new GatedModel();
        try (Platform platform = Platform.start(impatient().with(model))) {
            Tokens tokens = platform.login(platform.person());
            String bearer = "Bearer " + tokens.access();
            try (WireSocket stuck =
                            WireSocket.ask(platform.port(), SMALL, "/ws", "Authorization", bearer);
                    WireSocket reader = WireSocket.open(platform, "Authorization", bearer)) {
                assertThat(stuck.handshake().status()).isEqualTo(101);
                stuck.send(new JsonObject().put("type", "ping"));
                List<String> runs = fill(platform, stuck, reader, model);

                Await.until("one connection is left", () -> connections(platform) == 1);
                reader.send("{\"type\":\"ping\"}");
                reader.next("pong");
                assertThat(runs).isNotEmpty();
                Await.until("the connection itself is closed", () -> isClosed(stuck));
            }
        }
    }

    private static int connections(Platform platform) {
        return platform.backend().chat().openConnections();
    }

    /** A peer that only writes learns of the end by that. */
    private static boolean isClosed(WireSocket socket) {
        try {
            socket.frame(WireSocket.PING, true, new byte[0]);
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /** Long answers, one after the other, until the reader that takes nothing is gone. */
    private static List<String> fill(
            Platform platform, WireSocket stuck, WireSocket reader, GatedModel model)
            throws Exception {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 400 && connections(platform) == 2; i++) {
            reader.send(new JsonObject().put("type", "chat").put("text", "tell " + i));
            model.end("x".repeat(30_000));
            List<JsonObject> events = reader.events();
            assertThat(events.getLast().getString("type")).isEqualTo("agent_completed");
            runs.add(events.getLast().getString("run_id"));
        }
        return runs;
    }
}
