package dev.signet.verifier.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A plain HTTP/1.1 server on a free loopback port, one request per connection. */
public final class LoopbackServer implements AutoCloseable {

    private static final long CLOSING_MILLIS_MAX = 10_000;

    private final ServerSocket listening;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread accepting;

    public LoopbackServer(Handler handler) {
        this.handler = handler;
        try {
            listening = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = daemon(this::accept);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listening.accept();
                daemon(() -> serve(socket));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try (socket) {
            if (closed.getCount() == 0) {
                return;
            }
            Request request = Request.read(socket.getInputStream());
            handler.handle(request, new Reply(socket, closed));
        } catch (Exception gone) {
            // The other side hung up, or the handler wants the connection to end.
        } finally {
            open.remove(socket);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "loopback-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** How many connections are open. */
    public int connections() {
        return open.size();
    }

    /** Ends all connections that are open now; new ones are welcome. */
    public void hangUp() {
        for (Socket socket : open) {
            closeQuietly(socket);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Closed is what it should be.
        }
    }

    /**
     * Nobody is answered after this. The thread in {@code accept} may still take one connection
     * while it wakes up, so it is waited for.
     */
    @Override
    public void close() {
        closed.countDown();
        try {
            listening.close();
            accepting.join(CLOSING_MILLIS_MAX);
        } catch (IOException alreadyGone) {
            // Closed is what it should be.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        hangUp();
    }
}
