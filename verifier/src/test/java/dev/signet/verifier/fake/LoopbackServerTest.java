package dev.signet.verifier.fake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.RepeatedTest;

class LoopbackServerTest {

    @RepeatedTest(200)
    void nobody_is_answered_after_the_close() {
        LoopbackServer server =
                new LoopbackServer((request, reply) -> reply.send(200, "text/plain", "late"));
        server.close();

        assertThatThrownBy(() -> ask(server)).isInstanceOf(IOException.class);
    }

    private static void ask(LoopbackServer server) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes());
            if (socket.getInputStream().read() < 0) {
                throw new IOException("hung up");
            }
        }
    }
}
