package dev.signet.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One revocation ends everything of a login, over real HTTP between two listeners. */
class RevocationTest {

    private static final long BOUND_MILLIS = 1_000;

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

    @TempDir private Path folder;
    private final Api api = new Api();
    private SignetProcess signet;

    @BeforeEach
    void start() throws Exception {
        signet = SignetProcess.start(folder.resolve("data"));
    }

    @AfterEach
    void stop() throws Exception {
        signet.close();
        api.close();
    }

    private ChatSocket connect(String token) {
        return ChatSocket.connect(api.client(), signet.chat("/ws"), token);
    }

    @Test
    void logout_closes_the_socket_and_refuses_token_and_refresh_within_a_second() throws Exception {
        JsonObject login = api.login(signet);
        String access = login.getString("access_token");
        ChatSocket socket = connect(access);
        socket.await("connection_ready");

        api.post(signet.authority("/auth/logout"), new JsonObject(), access);

        ChatSocket.Closed closed = socket.closed().get(BOUND_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(closed).isEqualTo(new ChatSocket.Closed(4401, "revoked_session"));
        assertThat(api.get(signet.chat("/api/v1/me"), access).status()).isEqualTo(401);
        assertThat(api.get(signet.authority("/auth/me"), access).status()).isEqualTo(401);
        Api.Reply refresh =
                api.post(
                        signet.authority("/auth/refresh"),
                        new JsonObject().put("refresh_token", login.getString("refresh_token")));
        assertThat(refresh.status()).isEqualTo(401);
    }

    @Test
    void the_sockets_of_another_login_stay() throws Exception {
        String mine = api.login(signet).getString("access_token");
        String other = api.login(signet).getString("access_token");
        ChatSocket socket = connect(other);
        socket.await("connection_ready");

        api.post(signet.authority("/auth/logout"), new JsonObject(), mine);

        socket.send(new JsonObject().put("type", "ping").put("id", "still-here"));
        assertThat(socket.await("pong").getString("id")).isEqualTo("still-here");
        assertThat(socket.closed()).isNotDone();
    }

    @Test
    void a_run_shows_its_events_in_strict_order_and_ends_once() throws Exception {
        ChatSocket socket = connect(api.login(signet).getString("access_token"));
        socket.await("connection_ready");

        socket.send(new JsonObject().put("type", "chat").put("text", "Which sessions do I have?"));
        String run = socket.await("chat_accepted").getString("run_id");
        List<JsonObject> events = socket.until("agent_completed");

        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).getInteger("seq")).isEqualTo(i + 1);
            assertThat(events.get(i).getString("run_id")).isEqualTo(run);
        }
        assertThat(events.stream().map(event -> event.getString("type")))
                .startsWith("agent_started")
                .contains("agent_thinking", "tool_executing", "tool_completed", "answer_delta")
                .endsWith("agent_completed");
    }

    @Test
    void the_same_events_are_there_after_a_restart_of_the_backend() throws Exception {
        String access = api.login(signet).getString("access_token");
        ChatSocket socket = connect(access);
        socket.await("connection_ready");
        socket.send(new JsonObject().put("type", "chat").put("text", "Who am I?"));
        String run = socket.await("chat_accepted").getString("run_id");
        List<JsonObject> live = socket.until("agent_completed");

        signet.kill();
        signet = signet.startAgain(folder.resolve("data"));

        ChatSocket again = connect(access);
        again.await("connection_ready");
        again.send(new JsonObject().put("type", "resume").put("run_id", run).put("after_seq", 1));
        assertThat(again.until("agent_completed")).isEqualTo(live.subList(1, live.size()));
    }

    @Test
    void a_forged_token_never_reaches_the_upgrade() throws Exception {
        String good = api.login(signet).getString("access_token");
        int at = good.lastIndexOf('.') + 10;
        char other = good.charAt(at) == 'A' ? 'B' : 'A';
        String forged = good.substring(0, at) + other + good.substring(at + 1);

        assertThat(upgrade(forged)).startsWith("HTTP/1.1 401").contains("\"bad_signature\"");
        assertThat(upgrade("eyJhbGciOiJub25lIn0.e30."))
                .startsWith("HTTP/1.1 401")
                .contains("\"alg_not_allowed\"");
        assertThat(upgrade("")).startsWith("HTTP/1.1 401").contains("\"missing_credential\"");
        assertThat(upgrade(good)).startsWith("HTTP/1.1 101");
    }

    /** The answer to a request to upgrade: its head, and the body that the head announces. */
    private String upgrade(String token) throws IOException {
        URI chat = signet.chat("/ws");
        String protocols = token.isEmpty() ? "signet.v1" : "signet.v1, jwt-auth." + token;
        String request =
                """
                GET /ws HTTP/1.1
                Host: %s
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Protocol: %s

                """
                        .formatted(chat.getAuthority(), protocols);
        try (Socket socket = new Socket(chat.getHost(), chat.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(US_ASCII));
            StringBuilder answer = new StringBuilder();
            while (!isWhole(answer)) {
                int next = socket.getInputStream().read();
                assertThat(next).as("the answer breaks off: " + answer).isNotNegative();
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    private static boolean isWhole(StringBuilder answer) {
        int head = answer.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(answer);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return head >= 0 && answer.length() == head + 4 + body;
    }

    /** The JVM ends with 128 + 15 when SIGTERM was the reason, after everything was closed. */
    @Test
    void sigterm_drains_and_stops() throws Exception {
        ChatSocket socket = connect(api.login(signet).getString("access_token"));
        socket.await("connection_ready");

        int status = signet.stop();

        assertThat(status).isEqualTo(143);
        assertThat(socket.closed().get(5, TimeUnit.SECONDS).code()).isEqualTo(1001);
        assertThat(Files.readString(folder.resolve("data.log")))
                .containsSubsequence("event=stopping", "event=stopped")
                .doesNotContain("event=stop_failed");
    }
}
