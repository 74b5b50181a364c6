package dev.signet.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.authority.audit.Caller;
import dev.signet.config.Settings;
import dev.signet.config.source.Command;
import dev.signet.config.source.Loading;
import dev.signet.config.source.SettingsLoader;
import dev.signet.config.source.SettingsSources;
import dev.signet.storage.StoreUnavailableException;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One authority as an operator runs it, with its management listener. */
class AuthorityNodeTest {

    @TempDir private Path data;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private final int managementPort = freePort();
    private AuthorityNode node;

    @BeforeEach
    void start() {
        node = AuthorityNode.start(vertx, settings(port, managementPort));
    }

    @AfterEach
    void stop() throws Exception {
        node.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        http.close();
    }

    private Settings settings(int publicPort, int healthPort) {
        var sources =
                new SettingsSources(
                        Map.of(
                                "environment", "test",
                                "data", data.toString(),
                                "authority.port", Integer.toString(publicPort),
                                "authority.management-port", Integer.toString(healthPort)),
                        Map.of(),
                        Optional.empty(),
                        data);
        return ((Loading.Loaded) SettingsLoader.load(sources, Command.SERVE)).settings();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> management(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + managementPort + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonObject store() throws Exception {
        JsonObject health = new JsonObject(management("/health").body());
        return health.getJsonArray("probes").getJsonObject(0);
    }

    @Test
    void health_says_what_was_seen_just_now() throws Exception {
        String before = store().getString("seen");
        node.authority().signingKeys().rotate(Caller.SYSTEM);
        node.authority().signingKeys().activate(Caller.SYSTEM);

        assertThat(store().getString("seen")).isNotEqualTo(before);
        assertThat(management("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void an_authority_that_cannot_write_is_alive_and_not_ready() throws Exception {
        try (Connection other =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("authority.db"));
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThat(management("/health/live").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = management("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            JsonObject probe = new JsonObject(ready.body()).getJsonArray("probes").getJsonObject(0);
            assertThat(probe.getString("status")).isEqualTo("down");
            assertThat(probe.getString("seen")).isEqualTo("see the log");
            statement.execute("ROLLBACK");
        }
        assertThat(management("/health/ready").statusCode()).isEqualTo(200);
    }

    /** It would not learn of the first one's revocations. */
    @Test
    void a_second_authority_over_the_same_data_is_refused() throws Exception {
        assertThatThrownBy(() -> AuthorityNode.start(vertx, settings(freePort(), 0)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("in use by another process");
        assertThat(OfflineAuthority.isRunning(settings(port, managementPort))).isTrue();

        node.close();
        assertThat(OfflineAuthority.isRunning(settings(port, managementPort))).isFalse();
        node = AuthorityNode.start(vertx, settings(port, managementPort));
        assertThat(management("/health/ready").statusCode()).isEqualTo(200);
    }
}
