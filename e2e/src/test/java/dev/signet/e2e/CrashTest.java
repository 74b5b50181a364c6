package dev.signet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was acknowledged is lost when the process is killed in the middle of its work. */
class CrashTest {

    private static final int ROUNDS = 3;
    private static final int CHAINS = 6;
    private static final int WRITES_BEFORE_THE_KILL = 60;
    private static final String[] UNBOUNDED = {
        "login.per-address=100000", "login.per-account=100000"
    };

    private final Set<String> liveTokens = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> endedAccessTokens = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> threads = new ConcurrentLinkedQueue<>();

    @Test
    void kill_9_under_load_loses_no_acknowledged_write(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        SignetProcess signet = SignetProcess.start(data, UNBOUNDED);
        try (Api api = new Api()) {
            for (int round = 0; round < ROUNDS; round++) {
                load(signet, api);
                signet = signet.startAgain(data, UNBOUNDED);
                count(signet, api);
                liveTokens.clear();
                endedAccessTokens.clear();
            }
        } finally {
            signet.close();
        }
    }

    /** Refreshes, sign-outs and chat threads from several clients until the process is gone. */
    private void load(SignetProcess signet, Api api) throws Exception {
        CountDownLatch enough = new CountDownLatch(WRITES_BEFORE_THE_KILL);
        List<JsonObject> logins = new ArrayList<>();
        for (int i = 0; i < 2 * CHAINS; i++) {
            logins.add(api.login(signet));
        }
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CHAINS; i++) {
                String token = logins.get(i).getString("refresh_token");
                String access = logins.get(i).getString("access_token");
                clients.execute(() -> refreshUntilKilled(signet, api, token, enough));
                clients.execute(() -> openThreadsUntilKilled(signet, api, access, enough));
            }
            for (int i = CHAINS; i < 2 * CHAINS; i++) {
                String access = logins.get(i).getString("access_token");
                clients.execute(() -> signOut(signet, api, access));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            signet.kill();
        }
    }

    private void refreshUntilKilled(
            SignetProcess signet, Api api, String first, CountDownLatch enough) {
        String token = first;
        try {
            while (true) {
                Api.Reply reply =
                        api.post(
                                signet.authority("/auth/refresh"),
                                new JsonObject().put("refresh_token", token));
                if (reply.status() == 200) {
                    token = reply.json().getString("refresh_token");
                    enough.countDown();
                }
            }
        } catch (IOException | InterruptedException killed) {
            liveTokens.add(token);
        }
    }

    private void openThreadsUntilKilled(
            SignetProcess signet, Api api, String access, CountDownLatch enough) {
        try {
            while (true) {
                Api.Reply reply =
                        api.post(
                                signet.chat("/api/v1/threads"),
                                new JsonObject().put("title", "kept"),
                                access);
                if (reply.status() != 201) {
                    return;
                }
                threads.add(reply.json().getString("id"));
                enough.countDown();
            }
        } catch (IOException | InterruptedException killed) {
            return;
        }
    }

    private void signOut(SignetProcess signet, Api api, String access) {
        try {
            if (api.post(signet.authority("/auth/logout"), new JsonObject(), access).status()
                    == 204) {
                endedAccessTokens.add(access);
            }
        } catch (IOException | InterruptedException killed) {
            return;
        }
    }

    private void count(SignetProcess signet, Api api) throws Exception {
        assertThat(endedAccessTokens).isNotEmpty();
        for (String token : endedAccessTokens) {
            assertThat(api.get(signet.authority("/auth/me"), token).status())
                    .as("a session whose end was acknowledged")
                    .isEqualTo(401);
        }
        assertThat(liveTokens).hasSize(CHAINS);
        String access = api.login(signet).getString("access_token");
        assertThat(threads).isNotEmpty();
        for (String thread : threads) {
            assertThat(api.get(signet.chat("/api/v1/threads/" + thread), access).status())
                    .as("a thread whose creation was acknowledged")
                    .isEqualTo(200);
        }
        refreshesAreKept(signet, api);
    }

    /**
     * The last token that a client was told is known: it is either still good, or it was spent by
     * the one request whose answer the kill cut off. A lost commit would leave it unknown.
     */
    private void refreshesAreKept(SignetProcess signet, Api api) throws Exception {
        for (String token : liveTokens) {
            Api.Reply reply =
                    api.post(
                            signet.authority("/auth/refresh"),
                            new JsonObject().put("refresh_token", token));
            boolean good = reply.status() == 200;
            boolean spentByTheLastRequest =
                    reply.status() == 401 && reply.body().contains("used before");
            assertThat(good || spentByTheLastRequest).as(reply.body()).isTrue();
        }
    }
}
