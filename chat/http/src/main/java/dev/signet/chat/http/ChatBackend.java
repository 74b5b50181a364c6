package dev.signet.chat.http;

import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.authority.AuthorityEndpoints;
import dev.signet.chat.http.browser.BrowserSessions;
import dev.signet.chat.http.browser.RandomValues;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.live.LiveLogins;
import dev.signet.chat.http.live.RevocationWatch;
import dev.signet.chat.http.live.VerifierVerdicts;
import dev.signet.chat.http.login.LoginSettings;
import dev.signet.chat.http.socket.SocketEndpoint;
import dev.signet.chat.http.socket.SocketParts;
import dev.signet.chat.id.Ids;
import dev.signet.chat.workspace.Chat;
import dev.signet.handshake.Handshake;
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

    /** What it asks a person for; its client must be registered for all of it. */
    public static final String SIGN_IN_SCOPE = LoginSettings.SCOPE;

    private static final Logger LOG = LoggerFactory.getLogger(ChatBackend.class);

    private final Surroundings around;
    private final BackendLimits limits;
    private final AuthorityClient authority;
    private final Chat chat;
    private final LiveLogins logins;
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
        this.logins = new LiveLogins(verdicts);
        RandomValues random = new RandomValues(around.random());
        this.sessions = browserSessions(settings, random);
        this.watch = new RevocationWatch(logins, chat, sessions);
        this.sockets = new SocketEndpoint(socketParts(settings, ids));
        this.routes =
                new ChatRoutes(settings, around, endpoints, authority, random)
                        .all(chat, sessions, logins, watch, sockets);
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
        LOG.info("event=chat_backend_started interrupted_runs={}", interrupted);
        return backend;
    }

    private BrowserSessions browserSessions(ChatSettings settings, RandomValues random) {
        return new BrowserSessions(
                new BrowserSessions.Parts(
                        around.webSessions(),
                        around.sealer(),
                        around.verifier()::verify,
                        authority.tokens(settings.client()),
                        random,
                        around.clock()),
                limits.signIn());
    }

    private SocketParts socketParts(ChatSettings settings, Ids ids) {
        return new SocketParts(
                around.vertx(),
                settings.handshake(),
                new Handshake(settings.handshake(), around.clock()),
                around.verifier()::verify,
                around.verifier()::redeemTicket,
                chat,
                logins,
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
        logins.judge(_ -> true);
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
        try {
            sockets.shutDown();
            chat.shutDown();
            if (!sockets.awaitClosed(BackendLimits.CLOSE_WITHIN)) {
                LOG.warn("event=sockets_left_open");
            }
        } finally {
            timers.forEach(around.vertx()::cancelTimer);
            try (authority;
                    watch) { // closed from last to first, whatever one of them throws
                registration.close();
            }
        }
    }
}
