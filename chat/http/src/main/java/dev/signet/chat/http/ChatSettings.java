package dev.signet.chat.http;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.handshake.HandshakePolicy;
import dev.signet.handshake.HandshakePolicy.Loosening;
import dev.signet.verifier.authority.ServiceCredential;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an operator decides about the chat backend.
 *
 * @param publicUri where browsers find it: scheme and host, without a path or a default port
 * @param authority the authority's issuer, exactly as it stands in {@code iss}
 * @param client as which confidential client people are signed in; its redirect URI is {@code
 *     publicUri} + {@code /callback}
 * @param handshake who may open a socket
 * @param trustsProxy peers whose {@code X-Forwarded-Proto} is believed
 */
public record ChatSettings(
        URI publicUri,
        URI authority,
        ServiceCredential client,
        HandshakePolicy handshake,
        BackendLimits limits,
        ChatLimits chatLimits,
        Predicate<InetAddress> trustsProxy) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public ChatSettings {
        String path = publicUri.getRawPath();
        boolean https = "https".equals(publicUri.getScheme());
        boolean local =
                "http".equals(publicUri.getScheme()) && LOOPBACK.contains(publicUri.getHost());
        if (!https && !local) {
            throw new IllegalArgumentException(
                    "public URI: https, or http on a loopback host, not " + publicUri);
        }
        if (path == null || !path.isEmpty() || publicUri.getRawQuery() != null) {
            throw new IllegalArgumentException("public URI: without path and query");
        }
    }

    /**
     * The strict choices: sockets from the backend's own page, over TLS unless the page itself is
     * served without it on a loopback host, with no credential in a URL and none as a first
     * message.
     *
     * @param environment {@code development}, {@code test}, {@code staging} or {@code production}
     */
    public static ChatSettings of(
            URI publicUri, URI authority, ServiceCredential client, String environment) {
        String origin = publicUri.getScheme() + "://" + publicUri.getRawAuthority();
        HandshakePolicy strict = HandshakePolicy.strict(environment).allowOrigins(Set.of(origin));
        return new ChatSettings(
                publicUri,
                authority,
                client,
                "http".equals(publicUri.getScheme()) ? strict.allow(Loosening.PLAINTEXT) : strict,
                BackendLimits.standard(),
                ChatLimits.standard(),
                _ -> false);
    }

    /** The same with another policy for sockets. */
    public ChatSettings with(HandshakePolicy policy) {
        return new ChatSettings(
                publicUri, authority, client, policy, limits, chatLimits, trustsProxy);
    }

    /** The same within other bounds. */
    public ChatSettings with(BackendLimits bounds) {
        return new ChatSettings(
                publicUri, authority, client, handshake, bounds, chatLimits, trustsProxy);
    }

    /** The same within other bounds of the core. */
    public ChatSettings with(ChatLimits bounds) {
        return new ChatSettings(
                publicUri, authority, client, handshake, limits, bounds, trustsProxy);
    }

    /** The same behind proxies whose word is taken for the scheme. */
    public ChatSettings trusting(Predicate<InetAddress> proxies) {
        return new ChatSettings(
                publicUri, authority, client, handshake, limits, chatLimits, proxies);
    }
}
