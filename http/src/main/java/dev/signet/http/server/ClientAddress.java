package dev.signet.http.server;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whose request it is: the peer, or what a trusted proxy says of the peer in front of it. */
final class ClientAddress {

    private final Predicate<InetAddress> trustsProxy;

    /**
     * @param trustsProxy peers whose {@code X-Forwarded-For} is believed
     */
    ClientAddress(Predicate<InetAddress> trustsProxy) {
        this.trustsProxy = trustsProxy;
    }

    /** Walks the forwarding chain from its end and stops at the first address not trusted. */
    String of(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        List<String> chain =
                request.headers().getAll("X-Forwarded-For").stream()
                        .flatMap(header -> List.of(header.split(",", -1)).stream())
                        .map(String::strip)
                        .toList();
        for (int i = chain.size() - 1; i >= 0 && isTrusted(address); i--) {
            if (parse(chain.get(i)).isEmpty()) {
                return address;
            }
            address = chain.get(i);
        }
        return address;
    }

    private boolean isTrusted(String address) {
        return parse(address).filter(trustsProxy).isPresent();
    }

    private static Optional<InetAddress> parse(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
