package dev.signet.cli.node;

import dev.signet.chat.http.ChatBackend;
import dev.signet.chat.http.Surroundings;
import dev.signet.chat.http.authority.ClientCredential;
import dev.signet.chat.sql.SqlChatStores;
import dev.signet.config.Settings;
import dev.signet.http.server.HttpLimits;
import dev.signet.http.server.HttpService;
import dev.signet.verifier.Staleness;
import dev.signet.verifier.Verifier;
import dev.signet.verifier.VerifierBuilder;
import dev.signet.verifier.authority.ServiceCredential;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running chat backend: its verifier, its database and its listener. */
public final class ChatNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChatNode.class);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration FIRST_SNAPSHOT = Duration.ofSeconds(5);

    private final Parts parts;

    private ChatNode(Parts parts) {
        this.parts = parts;
    }

    /**
     * Follows the authority's feed, opens the database, and listens; leaves nothing behind if it
     * fails.
     */
    public static ChatNode start(Vertx vertx, Settings settings) throws InterruptedException {
        Parts parts = new Parts();
        try {
            start(vertx, settings, parts);
            return new ChatNode(parts);
        } catch (InterruptedException | RuntimeException | Error e) {
            parts.closeAfter(e);
            throw e;
        }
    }

    private static void start(Vertx vertx, Settings settings, Parts parts)
            throws InterruptedException {
        SecureRandom random = new SecureRandom();
        ClientCredential client = client(settings);
        DataFolder.Opened store =
                new DataFolder(settings, random).openChat(parts, SqlChatStores.MIGRATIONS);
        SqlChatStores stores = SqlChatStores.on(store.database());
        Verifier verifier = parts.add(verifier(settings, client));
        boolean fresh = verifier.awaitFirstSnapshot(FIRST_SNAPSHOT);
        ChatBackend backend =
                ChatBackend.start(
                        ChatPolicies.of(settings, client),
                        new Surroundings(
                                vertx,
                                verifier,
                                stores.threads(),
                                stores.runs(),
                                stores.webSessions(),
                                new ChatSealer(store.key().forPurpose("chat", random)),
                                ChatPolicies.model(settings),
                                Clock.systemUTC(),
                                random));
        parts.add(stopping(backend, listen(vertx, settings, backend)));
        LOG.info(
                "event=chat_ready url={} authority={} feed=\"{}\"",
                settings.chat().publicUrl(),
                settings.chat().authorityUrl(),
                fresh ? "followed" : "not reached yet");
    }

    /** The runs and sockets end before the listener does. */
    private static Parts stopping(ChatBackend backend, HttpService listener) {
        Parts front = new Parts();
        front.add(() -> Futures.await(listener.close(DRAIN)));
        front.add(backend::shutDown);
        return front;
    }

    private static ClientCredential client(Settings settings) {
        return settings.chat()
                .clientSecret()
                .map(secret -> new ClientCredential(settings.chat().clientId(), secret.value()))
                .orElseThrow(() -> new IllegalStateException("chat.client-secret is not set"));
    }

    private static Verifier verifier(Settings settings, ClientCredential client) {
        VerifierBuilder builder =
                Verifier.builder()
                        .authority(settings.chat().authorityUrl())
                        .audiences(Set.of(settings.token().audience()))
                        .leeway(settings.token().clockLeeway())
                        .environment(settings.environment().code())
                        .credential(new ServiceCredential(client.clientId(), client.clientSecret()))
                        .crypto(Cores.crypto(settings))
                        .staleness(staleness(settings));
        return builder.start();
    }

    private static Staleness staleness(Settings settings) {
        Duration bound = settings.feed().stalenessBound();
        return switch (settings.feed().stalenessPolicy()) {
            case FAIL_CLOSED -> new Staleness.FailClosed(bound);
            case ASK -> new Staleness.Ask(bound);
            case SERVE_STALE -> new Staleness.ServeStale(bound);
        };
    }

    private static HttpService listen(Vertx vertx, Settings settings, ChatBackend backend) {
        var http =
                new HttpService.Settings(
                        settings.chat().host(),
                        settings.chat().port(),
                        Cores.trustsProxy(settings),
                        ChatBackend.SUB_PROTOCOLS,
                        HttpLimits.DEFAULT);
        return Futures.await(HttpService.start(vertx, http, backend.routes()));
    }

    /**
     * Stops the runs, closes the sockets with 1001, then the listener and the database; each part
     * whatever became of the others. Again: no effect.
     */
    @Override
    public void close() throws Exception {
        parts.close();
    }
}
