package dev.signet.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.http.route.Route;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** All bodies of a listener share one bounded memory. */
class BodySpaceTest {

    private static final int LARGEST_BODIES_TOGETHER = 64;

    @Test
    void what_does_not_fit_is_not_taken_at_all() {
        BodySpace space = new BodySpace(10);

        assertThat(space.take(8)).isTrue();
        assertThat(space.take(3)).isFalse();
        assertThat(space.take(2)).isTrue();
        space.giveBack(10);
        assertThat(space.taken()).isZero();
    }

    @Test
    void bodies_beyond_the_shared_bound_are_503_and_those_that_go_make_room() throws Exception {
        Route length = Route.open("POST", "/length", r -> LiveService.text("" + r.body().length()));
        try (LiveService live = LiveService.of(LiveServiceLimits::patient, length);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Socket> senders = new ArrayList<>();
            CompletableFuture<String> first = new CompletableFuture<>();
            for (int i = 0; i <= LARGEST_BODIES_TOGETHER; i++) {
                Socket sender = sending(live);
                senders.add(sender);
                threads.execute(() -> first.complete(answerTo(sender)));
            }
            assertThat(first.get(10, TimeUnit.SECONDS))
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After");

            for (Socket sender : senders) {
                sender.close();
            }
            assertThat(answerOnceThereIsRoom(live)).startsWith("HTTP/1.1 200");
        }
    }

    /** That a connection is gone is noticed a little later. */
    private static String answerOnceThereIsRoom(LiveService live) throws IOException {
        String answer = answerTo(finished(sending(live)));
        for (int i = 0; i < 1_000 && answer.startsWith("HTTP/1.1 503"); i++) {
            answer = answerTo(finished(sending(live)));
        }
        return answer;
    }

    /** A request whose body lacks its last byte. */
    private static Socket sending(LiveService live) throws IOException {
        Socket socket = live.connect();
        String head =
                "POST /length HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n";
        socket.getOutputStream()
                .write((head + "x".repeat(999)).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Socket finished(Socket socket) throws IOException {
        socket.getOutputStream().write('x');
        return socket;
    }

    private static String answerTo(Socket socket) {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException closed) {
            return "";
        }
    }
}
