package dev.signet.authority.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.http.AuthorityServer;
import dev.signet.authority.http.Wire;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How much of the feed waits in memory for a reader that is slow. */
class FeedStreamTest {

    @RegisterExtension static final AuthorityServer SERVER = AuthorityServer.shared();

    private final Vertx vertx = Vertx.vertx();
    private final SlowResponse response = new SlowResponse();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A connection whose queue is full after each write until somebody drains it. */
    private static final class SlowResponse {
        private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
        private final CompletableFuture<Handler<Void>> drain = new CompletableFuture<>();
        private final HttpServerResponse view =
                (HttpServerResponse)
                        Proxy.newProxyInstance(
                                SlowResponse.class.getClassLoader(),
                                new Class<?>[] {HttpServerResponse.class},
                                (proxy, method, arguments) -> call(proxy, method, arguments));

        @SuppressWarnings("unchecked")
        private Object call(Object proxy, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "write" -> {
                    written.add((String) arguments[0]);
                    yield Future.succeededFuture();
                }
                case "writeQueueFull" -> true;
                case "closed" -> false;
                case "drainHandler" -> {
                    drain.complete((Handler<Void>) arguments[0]);
                    yield proxy;
                }
                default -> proxy;
            };
        }

        String next() throws InterruptedException {
            return written.poll(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void while_a_message_waits_to_be_read_no_other_is_made() throws Exception {
        long since = SERVER.authority().feed().lastSeq();
        vertx.runOnContext(_ ->
                new FeedStream(signed(), response.view, place(since)).start(Duration.ofMillis(10)));
        assertThat(response.next()).startsWith("event: batch\nid: " + since);
        Handler<Void> drained = response.drain.get(20, TimeUnit.SECONDS);

        for (int i = 0; i < 10; i++) {
            SERVER.wire()
                    .send(
                            "POST",
                            "/auth/logout",
                            new byte[0],
                            Wire.bearer(SERVER.person().accessToken()));
        }
        assertThat(response.written).isEmpty();

        vertx.runOnContext(drained);
        assertThat(response.next()).startsWith("event: batch\nid: " + (since + 10));
    }

    private static SignedFeed signed() {
        return new SignedFeed(SERVER.authority(), SERVER.clock());
    }

    private static FeedStream.Place place(long since) {
        var verdict =
                (Verdict.Valid) SERVER.authority().validation().service(SERVER.serviceToken());
        Identity service = verdict.identity();
        return new FeedStream.Place(
                SERVER.authority().feed().epoch(),
                since,
                new Reader(service, SERVER.authority().revocations().state(), SERVER.clock()));
    }

    @Test
    void readers_that_ask_for_the_same_hear_the_same_message() {
        SignedFeed feed = signed();
        String epoch = SERVER.authority().feed().epoch();
        long seq = SERVER.authority().feed().lastSeq();

        String first = feed.after(epoch, seq).orElseThrow().text();
        assertThat(feed.after(epoch, seq).orElseThrow().text()).isSameAs(first);
        assertThat(feed.snapshot().text()).isSameAs(feed.snapshot().text());

        SERVER.wire()
                .send(
                        "POST",
                        "/auth/logout",
                        new byte[0],
                        Wire.bearer(SERVER.person().accessToken()));
        assertThat(feed.after(epoch, seq).orElseThrow().message().lastSeq()).isEqualTo(seq + 1);
        assertThat(feed.snapshot().message().lastSeq()).isEqualTo(seq + 1);
    }
}
