package dev.signet.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.platform.Platform;
import dev.signet.chat.http.platform.Reply;
import dev.signet.chat.http.platform.WireSocket;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What strangers make up is their fault and never ours. */
class ForgedTokensTest {

    private static Platform platform;
    private static String good;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start();
        good = platform.login(platform.person()).access();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    /** The good token under the name of a key that nobody has. */
    private static String withRandomKid() {
        JsonObject header =
                new JsonObject().put("alg", "ES256").put("typ", "at+jwt").put("kid", newKid());
        String encoded =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(header.encode().getBytes(StandardCharsets.UTF_8));
        return encoded + good.substring(good.indexOf('.'));
    }

    private static String newKid() {
        return UUID.randomUUID().toString();
    }

    private static Reply me(String token) {
        return platform.api().bearer(token).get("/api/v1/me");
    }

    @Test
    void twenty_tokens_under_unknown_keys_are_invalid_each_time() {
        for (int i = 0; i < 20; i++) {
            Reply reply = me(withRandomKid());
            assertThat(reply.status()).as(reply.body()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("unknown_key");
        }
        assertThat(me(good).status()).isEqualTo(200);
    }

    @Test
    void a_flood_of_them_gets_no_answer_about_us_and_hinders_nobody() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> asking = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                asking.add(() -> me(withRandomKid()).status());
                if (i % 10 == 0) {
                    asking.add(() -> -me(good).status());
                }
            }
            for (var answer : threads.invokeAll(asking)) {
                assertThat(answer.get()).isIn(401, -200);
            }
        }
    }

    @Test
    void text_outside_the_basic_plane_is_no_token_on_a_socket() throws Exception {
        try (WireSocket socket = WireSocket.open(platform, "Authorization", "Bearer " + good)) {
            socket.send(
                    "{\"type\":\"auth.renew\",\"token\":\"" + "\\ud800\\udc00".repeat(3) + "..\"}");

            assertThat(socket.closed().code()).isEqualTo(4401);
        }
    }
}
