package dev.signet.chat.http;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.Capabilities;
import dev.signet.chat.agent.Supervisor;
import dev.signet.chat.agent.ToolBox;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.assistant.AccountAssistant;
import dev.signet.chat.assistant.Limitations;
import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.authority.AuthorityEndpoints;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.live.RevocationWatch;
import dev.signet.chat.http.live.VerifierVerdicts;
import dev.signet.chat.http.login.BrowserSessions;
import dev.signet.chat.http.login.LoginSettings;
import dev.signet.chat.http.login.RandomValues;
import dev.signet.chat.http.login.Sealer;
import dev.signet.chat.http.socket.SocketEndpoint;
import dev.signet.chat.id.Ids;
import dev.signet.chat.model.ChatModel;
import dev.signet.chat.model.ModelAgent;
import dev.signet.chat.platform.AccountTools;
import dev.signet.chat.workspace.Chat;
import dev.signet.chat.workspace.ChatStores;
import dev.signet.http.route.Route;
import dev.signet.verifier.RevocationListener;
import dev.signet.verifier.Verifier;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final Vertx vertx;
    private final BackendLimits limits;
    private final Verifier verifier;
    private final Chat chat;
    private final BrowserSessions sessions;
    private final RevocationWatch watch;
    private final SocketEndpoint sockets;
    private final List<Route> routes;
    private final List<Long> timers = new ArrayList<>();
    private Optional<RevocationListener.Registration> registration = Optional.empty();

    /**
     * Everything that is handed over stays its owner's; the backend closes nothing of it.
     *
     * @param verifier accepts the audience of users' access tokens
     * @param model empty: the built-in assistant answers alone
     */
    public ChatBackend(
            ChatSettings settings,
            Vertx vertx,
            Verifier verifier,
            ChatStores stores,
            Sealer sealer,
            Optional<ChatModel> model,
            InstantSource clock,
            SecureRandom random) {
        this.vertx = vertx;
        this.limits = settings.limits();
        this.verifier = verifier;
        AuthorityClient authority =
                new AuthorityClient(
                        new AuthorityEndpoints(settings.authority()),
                        limits.calls(),
                        verifier::status,
                        clock);
        VerifierVerdicts verdicts = new VerifierVerdicts(verifier::verifyAgain, verifier::verify);
        Ids ids = new Ids(random);
        ToolBox tools =
                new ToolBox(
                        AccountTools.all(authority, clock),
                        verdicts,
                        settings.chatLimits().texts());
        Supervisor supervisor =
                new Supervisor(
                        agents(model, tools.specs(), settings.chatLimits(), clock),
                        capabilities(model, tools.specs()));
        this.chat =
                new Chat(
                        stores.threads(),
                        stores.runs(),
                        verdicts,
                        tools,
                        supervisor,
                        settings.chatLimits(),
                        clock,
                        ids);
        RandomValues secrets = new RandomValues(random);
        this.sessions =
                new BrowserSessions(
                        stores.webSessions(),
                        sealer,
                        verifier::verify,
                        authority.tokens(settings.client()),
                        secrets,
                        limits.signIn(),
                        clock);
        this.watch = new RevocationWatch(chat, sessions);
        this.sockets =
                new SocketEndpoint(
                        vertx,
                        settings.handshake(),
                        verifier,
                        chat,
                        limits.sockets(),
                        settings.trustsProxy(),
                        ids,
                        clock);
        this.routes =
                new ChatRoutes(settings, vertx, verifier, authority, sessions, secrets, clock)
                        .all(chat, watch, sockets);
    }

    private static List<Agent> agents(
            Optional<ChatModel> model,
            List<ToolSpec> tools,
            ChatLimits limits,
            InstantSource clock) {
        List<Agent> agents = new ArrayList<>();
        agents.add(new AccountAssistant(tools, clock));
        model.ifPresent(present -> agents.add(new ModelAgent(present, tools, limits.model())));
        return agents;
    }

    private static Capabilities capabilities(Optional<ChatModel> model, List<ToolSpec> tools) {
        return new Capabilities(
                model.map(ChatModel::name),
                tools,
                model.isPresent() ? Limitations.withModel() : Limitations.withoutModel());
    }

    /**
     * Ends the runs that a crash left open, and begins to follow revocations. To be called once,
     * before the first request.
     */
    public ChatBackend start() {
        int interrupted = chat.recover();
        timers.add(every(limits.sockets().sweepEvery(), chat::recheckConnections));
        timers.add(every(BackendLimits.TIDY_EVERY, sessions::tidy));
        timers.add(every(BackendLimits.RECOVER_EVERY, chat::recover));
        watch.start();
        registration = Optional.of(verifier.onRevocation(watch));
        LOG.info("event=chat_backend_started interrupted_runs={}", interrupted);
        return this;
    }

    /** On a virtual thread, since it may wait for the store. */
    private long every(Duration period, Runnable step) {
        return vertx.setPeriodic(period.toMillis(), _ -> Thread.ofVirtual().start(step));
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
            timers.forEach(vertx::cancelTimer);
            try (watch) { // whatever the registration throws
                registration.ifPresent(RevocationListener.Registration::close);
            }
        }
    }
}
