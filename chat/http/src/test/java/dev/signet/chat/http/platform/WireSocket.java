package dev.signet.chat.http.platform;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A WebSocket client on a bare socket, so that a test decides about every byte. */
public final class WireSocket implements AutoCloseable {

    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Socket socket;
    private final DataInputStream in;
    private final Reply handshake;
    private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final List<JsonObject> skipped = new ArrayList<>();

    /** What came from the server. */
    public sealed interface Heard {
        record Message(JsonObject json) implements Heard {}

        record Pinged() implements Heard {}

        record Ponged() implements Heard {}

        record Closed(int code, String reason) implements Heard {}

        /** The connection ended without a close frame. */
        record Dropped() implements Heard {}
    }

    private WireSocket(Socket socket, DataInputStream in, Reply handshake) {
        this.socket = socket;
        this.in = in;
        this.handshake = handshake;
    }

    /** Asks for a socket; the answer may be a refusal. */
    public static WireSocket ask(Platform platform, String path, String... headers)
            throws IOException {
        return ask(platform.port(), 0, path, headers);
    }

    /**
     * @param receiveBuffer of the client's own end, in bytes; 0 for the usual
     */
    public static WireSocket ask(int port, int receiveBuffer, String path, String... headers)
            throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", port), 10_000);
        socket.setSoTimeout(60_000);
        StringBuilder head = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1:").append(port).append("\r\n");
        head.append("Upgrade: websocket\r\nConnection: Upgrade\r\n");
        List<String> given = List.of(headers);
        if (!given.contains("Sec-WebSocket-Key")) {
            head.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        }
        if (!given.contains("Sec-WebSocket-Version")) {
            head.append("Sec-WebSocket-Version: 13\r\n");
        }
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        socket.getOutputStream()
                .write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        DataInputStream in = new DataInputStream(socket.getInputStream());
        return new WireSocket(socket, in, answer(in));
    }

    /** Opens a socket and takes the greeting from it. */
    public static WireSocket open(Platform platform, String... headers) throws Exception {
        WireSocket wire = upgraded(platform, "/ws", headers);
        wire.next("connection_ready");
        return wire;
    }

    /** Opens a socket and expects nothing. */
    public static WireSocket upgraded(Platform platform, String path, String... headers)
            throws IOException {
        WireSocket wire = ask(platform, path, headers);
        if (wire.handshake.status() != 101) {
            throw new AssertionError("not upgraded: " + wire.handshake);
        }
        return wire.listening();
    }

    /** Reads what comes from now on. */
    public WireSocket listening() {
        Thread.ofVirtual().start(this::readAll);
        return this;
    }

    private static Reply answer(DataInputStream in) throws IOException {
        String[] lines = head(in).split("\r\n");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] pair = lines[i].split(": ", 2);
            headers.computeIfAbsent(pair[0], _ -> new ArrayList<>()).add(pair[1]);
        }
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        Reply head = new Reply(status, headers, "");
        int length = head.header("content-length").map(Integer::parseInt).orElse(0);
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Reply(status, headers, body);
    }

    private static String head(DataInputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** The server's answer to the request for a socket. */
    public Reply handshake() {
        return handshake;
    }

    private void readAll() {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try {
            while (true) {
                readFrame(message);
            }
        } catch (EOFException | SocketException gone) {
            heard.add(new Heard.Dropped());
        } catch (IOException e) {
            heard.add(new Heard.Dropped());
        }
    }

    private void readFrame(ByteArrayOutputStream message) throws IOException {
        int first = in.readUnsignedByte();
        long length = in.readUnsignedByte() & 0x7f;
        length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        byte[] payload = in.readNBytes((int) length);
        switch (first & 0x0f) {
            case PING -> heard.add(new Heard.Pinged());
            case PONG -> heard.add(new Heard.Ponged());
            case CLOSE -> heard.add(closed(payload));
            default -> {
                message.write(payload);
                if ((first & 0x80) != 0) {
                    String text = message.toString(StandardCharsets.UTF_8);
                    message.reset();
                    heard.add(new Heard.Message(new JsonObject(text)));
                }
            }
        }
    }

    private static Heard closed(byte[] payload) {
        if (payload.length < 2) {
            return new Heard.Closed(1005, "");
        }
        int code = (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        return new Heard.Closed(
                code, new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
    }

    public void send(JsonObject message) throws IOException {
        send(message.encode());
    }

    public void send(String text) throws IOException {
        frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    public void frame(int opcode, boolean last, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write((last ? 0x80 : 0) | opcode);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(0x80 | 126);
            frame.write(payload.length >>> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >>> shift));
            }
        }
        frame.write(new byte[4]); // a mask of zeros leaves the payload as it is
        frame.write(payload);
        bytes(frame.toByteArray());
    }

    /** Bytes as they are. */
    public void bytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next message of that type; others before it are put aside. */
    public JsonObject next(String type) throws InterruptedException {
        return next(json -> type.equals(json.getString("type")), "a message of type " + type);
    }

    /** The next message of which that is so. */
    public JsonObject next(Predicate<JsonObject> wanted, String what) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Heard next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next instanceof Heard.Message(var json)) {
                if (wanted.test(json)) {
                    return json;
                }
                skipped.add(json);
                continue;
            }
            if (next == null || next instanceof Heard.Closed || next instanceof Heard.Dropped) {
                throw inVain(what, next);
            }
        }
    }

    /** Every event of a run, from the next one on to the last. */
    public List<JsonObject> events() throws InterruptedException {
        List<JsonObject> events = new ArrayList<>();
        while (true) {
            JsonObject event = next(json -> json.containsKey("seq"), "an event");
            events.add(event);
            String type = event.getString("type");
            if (List.of("agent_completed", "agent_failed", "agent_stopped").contains(type)) {
                return events;
            }
        }
    }

    /** How the server ended the socket; messages before that are put aside. */
    public Heard.Closed closed() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Heard next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next instanceof Heard.Closed closed) {
                return closed;
            }
            if (next == null || next instanceof Heard.Dropped) {
                throw inVain("a close frame", next);
            }
            if (next instanceof Heard.Message(var json)) {
                skipped.add(json);
            }
        }
    }

    private AssertionError inVain(String what, @Nullable Heard next) {
        int size = skipped.size();
        List<JsonObject> last = skipped.subList(Math.max(0, size - 3), size);
        return new AssertionError("instead of " + what + ": " + next + " after " + last);
    }

    /** What comes next, whatever it is; empty-handed after that time. */
    public Heard heard(Duration patience) throws InterruptedException {
        Heard next = heard.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (next == null) {
            throw new AssertionError("nothing came within " + patience);
        }
        return next;
    }

    /** Messages that were put aside while waiting for others. */
    public List<JsonObject> skipped() {
        return skipped;
    }

    /** Ends the connection as a crash does, without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
