package dev.signet.cli.node;

import dev.signet.chat.http.ChatBackend;
import dev.signet.chat.http.Surroundings;
import dev.signet.chat.sql.SqlChatStores;
import dev.signet.config.Settings;
import dev.signet.http.server.HttpLimits;
import dev.signet.http.server.HttpService;
import dev.signet.storage.file.ProcessLock;
import dev.signet.storage.seal.KeyEncryptionKey;
import dev.signet.storage.sql.Database;
import dev.signet.storage.sql.SqliteDatabase;
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

    private final ProcessLock lock;
    private final Database database;
    private final Verifier verifier;
    private final ChatBackend backend;
    private final HttpService listener;

    private ChatNode(
            ProcessLock lock,
            Database database,
            Verifier verifier,
            ChatBackend backend,
            HttpService listener) {
        this.lock = lock;
        this.database = database;
        this.verifier = verifier;
        this.backend = backend;
        this.listener = listener;
    }

    /** Follows the authority's feed, opens the database, and listens. */
    public static ChatNode start(Vertx vertx, Settings settings) throws InterruptedException {
        SecureRandom random = new SecureRandom();
        ServiceCredential client = client(settings);
        ProcessLock lock = ProcessLock.take(settings.data().resolve("chat.lock"));
        KeyEncryptionKey key = KeyFiles.keyEncryptionKey(settings, random);
        Database database =
                SqliteDatabase.open(settings.data().resolve("chat.db"), SqlChatStores.MIGRATIONS);
        SqlChatStores stores = SqlChatStores.on(database);
        Verifier verifier = verifier(settings, client);
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
                                new ChatSealer(key.forPurpose("chat", random)),
                                ChatPolicies.model(settings),
                                Clock.systemUTC(),
                                random));
        HttpService listener = listen(vertx, settings, backend);
        LOG.info(
                "event=chat_ready url={} authority={} feed={}",
                settings.chat().publicUrl(),
                settings.chat().authorityUrl(),
                fresh ? "followed" : "not reached yet");
        return new ChatNode(lock, database, verifier, backend, listener);
    }

    private static ServiceCredential client(Settings settings) {
        return settings.chat()
                .clientSecret()
                .map(secret -> new ServiceCredential(settings.chat().clientId(), secret.value()))
                .orElseThrow(() -> new IllegalStateException("chat.client-secret is not set"));
    }

    private static Verifier verifier(Settings settings, ServiceCredential client) {
        VerifierBuilder builder =
                Verifier.builder()
                        .authority(settings.chat().authorityUrl())
                        .audiences(Set.of(settings.token().audience()))
                        .leeway(settings.token().clockLeeway())
                        .environment(settings.environment().code())
                        .credential(client)
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

    /** Stops the runs, closes the sockets with 1001, then the listener and the database. */
    @Override
    public void close() throws Exception {
        backend.shutDown();
        Futures.await(listener.close(DRAIN));
        verifier.close();
        database.close();
        lock.close();
    }
}
