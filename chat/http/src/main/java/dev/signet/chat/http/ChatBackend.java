package dev.signet.chat.http;

import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.authority.AuthorityEndpoints;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.live.RevocationWatch;
import dev.signet.chat.http.live.VerifierVerdicts;
import dev.signet.chat.http.login.BrowserSessions;
import dev.signet.chat.http.login.RandomValues;
import dev.signet.chat.http.socket.SocketEndpoint;
import dev.signet.chat.id.Ids;
import dev.signet.chat.workspace.Chat;
import dev.signet.http.route.Route;
import dev.signet.verifier.RevocationListener;
import dev.signet.verifier.Verifier;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running chat backend: its routes, and everything behind them. Give the routes to a listener
 * that admits {@link #SUB_PROTOCOLS}, and shut this down before the listener.
 */
public final class ChatBackend {

    /** For the listener: whatever the handshake selects. */
    public static final List<String> SUB_PROTOCOLS = List.of("*");

    private static final Logger log = LoggerFactory.getLogger(ChatBackend.class);

    private final Surroundings around;
    private final BackendLimits limits;
    private final AuthorityClient authority;
    private final Chat chat;
    private final BrowserSessions sessions;
    private final RevocationWatch watch;
    private final RevocationListener.Registration registration;
    private final SocketEndpoint sockets;
    private final List<Route> routes;
    private final List<Long> timers;

    private ChatBackend(ChatSettings settings, Surroundings around) {
        this.around = around;
        this.limits = settings.limits();
        Verifier verifier = around.verifier();
        Ids ids = new Ids(around.random());
        AuthorityEndpoints endpoints = new AuthorityEndpoints(settings.authority());
        VerifierVerdicts verdicts = new VerifierVerdicts(verifier::verifyAgain, verifier::verify);
        this.authority =
                new AuthorityClient(endpoints, limits.calls(), verifier::status, around.clock());
        this.chat =
                new ChatAssembly(around, settings.chatLimits(), ids, verdicts, authority).chat();
        RandomValues random = new RandomValues(around.random());
        this.sessions = browserSessions(settings, random);
        this.watch = new RevocationWatch(chat, sessions);
        this.sockets = socketEndpoint(settings, ids);
        this.routes =
                new ChatRoutes(settings, around, authority, random)
                        .all(chat, sessions, watch, sockets);
        this.timers =
                List.of(
                        every(limits.sockets().sweepEvery(), this::sweep),
                        every(BackendLimits.TIDY_EVERY, sessions::tidy),
                        every(BackendLimits.RECOVER_EVERY, chat::recover));
        watch.start();
        this.registration = verifier.onRevocation(watch);
    }

    /** Ends the runs that a crash left open, and begins to follow revocations. */
    public static ChatBackend start(ChatSettings settings, Surroundings around) {
        ChatBackend backend = new ChatBackend(settings, around);
        int interrupted = backend.chat.recover();
        log.info("chat_backend_started interrupted_runs={}", interrupted);
        return backend;
    }

    private BrowserSessions browserSessions(ChatSettings settings, RandomValues random) {
        return new BrowserSessions(
                around.webSessions(),
                around.sealer(),
                around.verifier()::verify,
                authority.tokens(settings.client()),
                random,
                limits.signIn(),
                around.clock());
    }

    private SocketEndpoint socketEndpoint(ChatSettings settings, Ids ids) {
        return new SocketEndpoint(
                around.vertx(),
                settings.handshake(),
                around.verifier(),
                chat,
                limits.sockets(),
                settings.trustsProxy(),
                ids,
                around.clock());
    }

    /** On a virtual thread, since it may wait for the store. */
    private long every(Duration period, Runnable step) {
        return around.vertx().setPeriodic(period.toMillis(), _ -> Thread.ofVirtual().start(step));
    }

    /** Should an event of the feed have been lost on its way here, this finds what it ended. */
    private void sweep() {
        chat.recheckConnections();
    }

    /** Every route, each with the caller that it admits. */
    public List<Route> routes() {
        return routes;
    }

    /** The core behind the routes. */
    public Chat chat() {
        return chat;
    }

    /**
     * Admits nothing new, lets runs end within the declared time, stops the others, and closes
     * every socket with 1001 when what waits for it is written.
     */
    public void shutDown() throws InterruptedException {
        sockets.shutDown();
        chat.shutDown();
        if (!sockets.awaitClosed(BackendLimits.CLOSE_WITHIN)) {
            log.warn("sockets_left_open");
        }
        registration.close();
        watch.close();
        timers.forEach(around.vertx()::cancelTimer);
    }
}
