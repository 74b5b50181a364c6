package dev.signet.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.http.route.Route;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All bodies of a listener share one bounded memory. */
class BodySpaceTest {

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
        Route length = Route.open("POST", "/length", r -> LiveService.text("" + r.body().length));
        try (LiveService live = LiveService.of(length)) {
            List<Socket> senders = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                senders.add(sending(live));
            }
            assertThat(answerTo(sending(live))).startsWith("HTTP/1.1 503").contains("Retry-After");

            for (Socket sender : senders) {
                sender.close();
            }
            assertThat(answerTo(finished(sending(live)))).startsWith("HTTP/1.1 200");
        }
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

    private static String answerTo(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
