package dev.signet.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.http.message.Answer;
import dev.signet.http.route.Route;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which readers of a stream keep their connection; the bound for all of them is one second. */
class ReaderTest {

    private static final byte[] REQUEST =
            "GET /stream HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    private static final Buffer PIECE = Buffer.buffer(new byte[16 * 1024]);
    private static final String HEARTBEAT = ":\n\n";
    private static final int READ_AT_ONCE = 512 * 1024;

    private final CountDownLatch closed = new CountDownLatch(1);

    private Route stream(Consumer<HttpServerResponse> writer) {
        return Route.open(
                "GET",
                "/stream",
                _ ->
                        new Answer.Stream(response -> {
                            response.setChunked(true).closeHandler(_ -> closed.countDown());
                            writer.accept(response);
                        }));
    }

    /** As much as the connection takes, for as long as it does. */
    private static void fill(HttpServerResponse response) {
        while (!response.closed() && !response.writeQueueFull()) {
            response.write(PIECE);
        }
        response.drainHandler(_ -> fill(response));
    }

    private static void beat(HttpServerResponse response) {
        Vertx.currentContext()
                .owner()
                .setPeriodic(
                        300,
                        timer -> {
                            if (response.closed()) {
                                Vertx.currentContext().owner().cancelTimer(timer);
                                return;
                            }
                            response.write(HEARTBEAT);
                        });
    }

    private static Socket ask(LiveService live) throws IOException {
        Socket socket = live.connect();
        socket.getOutputStream().write(REQUEST);
        return socket;
    }

    /** Sends next requests, each before the bound of the last; whether it was closed meanwhile. */
    private boolean closedWhileAsking(Socket socket) throws Exception {
        for (int i = 0; i < 4; i++) {
            if (closed.await(900, TimeUnit.MILLISECONDS)) {
                return true;
            }
            socket.getOutputStream().write(REQUEST);
        }
        return false;
    }

    @Test
    void who_reads_nothing_is_cut_off_although_more_is_asked() throws Exception {
        try (LiveService live = LiveService.of(LiveServiceLimits::quick, stream(ReaderTest::fill));
                Socket socket = ask(live)) {
            assertThat(closedWhileAsking(socket)).isTrue();
        }
    }

    @Test
    void who_reads_slower_than_is_written_stays() throws Exception {
        try (LiveService live = LiveService.of(LiveServiceLimits::quick, stream(ReaderTest::fill));
                Socket socket = ask(live)) {
            for (int i = 0; i < 30; i++) {
                assertThat(closed.await(100, TimeUnit.MILLISECONDS)).isFalse();
                assertThat(socket.getInputStream().readNBytes(READ_AT_ONCE)).hasSize(READ_AT_ONCE);
            }
        }
    }

    @Test
    void a_stream_that_carries_heartbeats_alone_stays() throws Exception {
        try (LiveService live = LiveService.of(LiveServiceLimits::quick, stream(ReaderTest::beat));
                Socket socket = ask(live)) {
            String read = "";
            while (read.split(HEARTBEAT, -1).length <= 10) {
                int next = socket.getInputStream().read();
                assertThat(next).as("after %s", read).isNotNegative();
                read += (char) next;
            }

            assertThat(closed.getCount()).isOne();
        }
    }
}
