package dev.signet.chat.http.socket;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.id.Ids;
import dev.signet.chat.workspace.Chat;
import dev.signet.handshake.HandshakeOutcome;
import dev.signet.handshake.HandshakePolicy;
import dev.signet.handshake.HandshakeRequest;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Route;
import dev.signet.verifier.Verifier;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code GET /ws}: decides who may open a socket before it is one, so that a refusal is a plain
 * HTTP answer, and serves the socket afterwards. The decision may wait for the authority and runs
 * on a virtual thread; the connection reads nothing meanwhile.
 */
public final class SocketEndpoint implements Route.Socket {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final String VERSION = "Sec-WebSocket-Version";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

    private final Vertx vertx;
    private final Predicate<InetAddress> trustsProxy;
    private final Ids ids;
    private final SocketOpening opening;
    private final SocketSlots slots;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean shuttingDown;

    /**
     * @param trustsProxy peers whose {@code X-Forwarded-Proto} is believed
     */
    public SocketEndpoint(
            Vertx vertx,
            HandshakePolicy policy,
            Verifier verifier,
            Chat chat,
            BackendLimits.Sockets limits,
            Predicate<InetAddress> trustsProxy,
            Ids ids,
            InstantSource clock) {
        this.vertx = vertx;
        this.trustsProxy = trustsProxy;
        this.ids = ids;
        this.opening = new SocketOpening(policy, verifier, chat, limits, ids, clock, threads);
        this.slots = new SocketSlots(limits.open());
    }

    @Override
    public void take(HttpServerRequest raw, Request request) {
        UpgradeRefusal refusal = new UpgradeRefusal(raw, request.correlationId(), ids);
        Optional<Problem> fault = fault(raw, request);
        if (fault.isPresent()) {
            refusal.send(fault.get());
            return;
        }
        if (shuttingDown) {
            refusal.send(Problem.unavailable("The server is about to restart.", 1));
            return;
        }
        Optional<SocketSlots.Slot> slot = slots.take();
        if (slot.isEmpty()) {
            refusal.send(HandshakeOutcome.Refused.tooMany(RETRY_AFTER));
            return;
        }
        raw.pause();
        Context loop = vertx.getOrCreateContext();
        HandshakeRequest view =
                HandshakeRequest.of(raw.headers(), request.query(), isEncrypted(raw));
        var entry = new SocketOpening.Entry(raw, loop, refusal, slot.get());
        threads.execute(() -> opening.decide(entry, view));
    }

    /** Why this cannot become a socket, whoever asks (RFC 6455 §4.2.1, §4.4). */
    private static Optional<Problem> fault(HttpServerRequest raw, Request request) {
        boolean upgrade =
                raw.version() != HttpVersion.HTTP_1_0
                        && request.header("Upgrade")
                                .filter("websocket"::equalsIgnoreCase)
                                .isPresent();
        if (!upgrade || request.header(VERSION).filter("13"::equals).isEmpty()) {
            return Optional.of(
                    Problem.of(426, "upgrade_required", "This path speaks WebSocket, version 13.")
                            .withHeader("Connection", "Upgrade")
                            .withHeader("Upgrade", "websocket")
                            .withHeader(VERSION, "13"));
        }
        return request.header("Sec-WebSocket-Key").filter(KEY.asMatchPredicate()).isPresent()
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                400,
                                "malformed_key",
                                "Sec-WebSocket-Key must be 16 bytes in Base64 (RFC 6455, 4.1)."));
    }

    /** What the connection is, or what the proxy in front of it says. */
    private boolean isEncrypted(HttpServerRequest raw) {
        if (raw.isSSL()) {
            return true;
        }
        InetAddress peer = InetAddress.ofLiteral(raw.remoteAddress().hostAddress());
        return trustsProxy.test(peer)
                && "https".equalsIgnoreCase(raw.getHeader("X-Forwarded-Proto"));
    }

    /** Admits nobody any more and closes the sockets that wait for a credential. */
    public void shutDown() {
        shuttingDown = true;
        opening.shutDown();
    }

    /** Waits until every socket has its close frame, at most that long; tells whether it has. */
    public boolean awaitClosed(Duration patience) throws InterruptedException {
        return slots.awaitAllFree(patience);
    }
}
