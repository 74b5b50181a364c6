package dev.signet.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.config.Settings;
import dev.signet.config.source.Command;
import dev.signet.config.source.Loading;
import dev.signet.config.source.SettingsLoader;
import dev.signet.config.source.SettingsSources;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority and the chat backend in one process, with all of their listeners. */
class DemoTest {

    private static final String STOLEN = "GET /health/live HTTP/1.1\r\nHost: h\r\n\r\n";

    @TempDir private Path data;

    private final int authority = freePort();
    private final int management = freePort();
    private final int chat = freePort();
    private final Set<Thread> before = threadsThatKeepTheProcess();
    private Runtime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = Runtime.start();
        Demo.start(runtime, settings());
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    private Settings settings() {
        var sources =
                new SettingsSources(
                        Map.of(
                                "data", data.resolve("data").toString(),
                                "authority.port", Integer.toString(authority),
                                "authority.management-port", Integer.toString(management),
                                "chat.port", Integer.toString(chat)),
                        Map.of(),
                        Optional.empty(),
                        data);
        return ((Loading.Loaded) SettingsLoader.load(sources, Command.DEMO)).settings();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Single headers are the business of {@code FramingTest} in {@code http/}. */
    @Test
    void no_listener_takes_a_body_for_a_request() throws Exception {
        List<String> heads =
                List.of(
                        "POST /auth/login HTTP/1.1\r\nHost: h\r\n",
                        "GET /health/live HTTP/1.1\r\nHost: h\r\n",
                        "GET /ws HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket"
                                + "\r\nSec-WebSocket-Version: 13"
                                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        List<String> framings =
                List.of(
                        "Transfer-Encoding: xchunked",
                        "Transfer-Encoding:",
                        "Transfer-Encoding: gzip, chunked",
                        "Transfer-Encoding: chunked\r\nContent-Length: 3");
        for (int port : List.of(authority, management, chat)) {
            for (String head : heads) {
                for (String framing : framings) {
                    String answers = raw(port, head + framing + "\r\n\r\n0\r\n\r\n" + STOLEN);

                    assertThat(answers).matches("(?s)HTTP/1\\.[01] (400|501) .*");
                    assertThat(answers.split("HTTP/1", -1)).as(head + framing).hasSize(2);
                }
            }
        }
    }

    private static String raw(int port, String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A thread that is no daemon keeps the process after the last line of its log. */
    @Test
    void closing_ends_every_thread_that_would_keep_the_process_and_frees_the_data()
            throws Exception {
        runtime.close();

        for (Thread thread : threadsThatKeepTheProcess()) {
            if (!before.contains(thread)) {
                thread.join(Duration.ofSeconds(10));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThat(OfflineAuthority.isRunning(settings())).isFalse();
        for (int port : List.of(authority, management, chat)) {
            assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
                    .isInstanceOf(ConnectException.class);
        }
        runtime.close();
    }

    private static Set<Thread> threadsThatKeepTheProcess() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
                .collect(Collectors.toSet());
    }

    @Test
    void a_start_that_fails_leaves_nothing_behind() throws Exception {
        runtime.close();
        try (ServerSocket taken = new ServerSocket(chat, 1, InetAddress.getLoopbackAddress());
                Runtime second = Runtime.start()) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> Demo.start(second, settings()))
                    .hasStackTraceContaining("BindException");
        }
        runtime = Runtime.start();
        Demo.start(runtime, settings());
    }
}
