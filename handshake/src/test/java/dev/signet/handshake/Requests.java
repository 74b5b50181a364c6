package dev.signet.handshake;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request in the making. */
final class Requests {

    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private final List<String> offered = new ArrayList<>();
    private final List<String> query = new ArrayList<>();
    private boolean tls = true;

    static Requests request() {
        return new Requests();
    }

    Requests header(String name, String value) {
        headers.add(Map.entry(name, value));
        return this;
    }

    /** One more entry in the one {@code Sec-WebSocket-Protocol} line. */
    Requests offer(String subprotocol) {
        offered.add(subprotocol);
        return this;
    }

    /** One more piece of the query, as it stands in the URL. */
    Requests query(String piece) {
        query.add(piece);
        return this;
    }

    Requests plaintext() {
        tls = false;
        return this;
    }

    HandshakeRequest build() {
        List<Map.Entry<String, String>> lines = new ArrayList<>(headers);
        if (!offered.isEmpty()) {
            lines.add(Map.entry("Sec-WebSocket-Protocol", offered.stream().collect(joining(", "))));
        }
        return HandshakeRequest.of(lines, String.join("&", query), tls);
    }
}
