package dev.signet.verifier.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a test answer well, badly or not at all. */
public final class Reply {

    private static final int DRIP_MILLIS = 100;

    private final Socket socket;
    private final OutputStream out;
    private final CountDownLatch serverClosed;

    Reply(Socket socket, CountDownLatch serverClosed) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.serverClosed = serverClosed;
    }

    /** A whole response with a length. */
    public void send(int status, String type, byte[] body, String... moreHeaders)
            throws IOException {
        head(status, type, withLength(body.length, moreHeaders));
        write(body);
    }

    private static String[] withLength(int length, String... headers) {
        String[] all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Length: " + length;
        return all;
    }

    /** A whole response of text. */
    public void send(int status, String type, String body) throws IOException {
        send(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Status line and headers; the body ends with the connection. */
    public void head(int status, String type, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        head.append("Content-Type: ").append(type).append("\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Bytes as they are, at once. */
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** One byte at a time with pauses, for as long as somebody reads. */
    public void drip(byte[] bytes) throws IOException, InterruptedException {
        for (byte b : bytes) {
            write(new byte[] {b});
            if (serverClosed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Breaks the connection with a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Says nothing until the other side hangs up or the server closes. */
    public void stall() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            continue;
        }
    }
}
