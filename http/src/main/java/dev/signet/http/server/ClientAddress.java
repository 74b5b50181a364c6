package dev.signet.http.server;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;

/** Whose request it is: the peer, or what a trusted proxy says of the peer in front of it. */
final class ClientAddress {

    private static final int LENGTH_MAX = 64;

    private final Set<String> trustedProxies;

    /**
     * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed; by default none
     */
    ClientAddress(Set<String> trustedProxies) {
        this.trustedProxies = Set.copyOf(trustedProxies);
    }

    /** Walks the forwarding chain from its end and stops at the first address not trusted. */
    String of(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        List<String> chain =
                request.headers().getAll("X-Forwarded-For").stream()
                        .flatMap(header -> List.of(header.split(",", -1)).stream())
                        .map(String::strip)
                        .toList();
        for (int i = chain.size() - 1; i >= 0 && trustedProxies.contains(address); i--) {
            String next = chain.get(i);
            if (next.isEmpty() || next.length() > LENGTH_MAX) {
                return address;
            }
            address = next;
        }
        return address;
    }
}
