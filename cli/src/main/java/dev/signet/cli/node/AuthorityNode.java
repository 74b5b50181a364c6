package dev.signet.cli.node;

import dev.signet.authority.Authority;
import dev.signet.authority.Surroundings;
import dev.signet.authority.http.AuthorityRoutes;
import dev.signet.authority.outbox.OutboxMailer;
import dev.signet.authority.password.Argon2Hasher;
import dev.signet.authority.settings.Environment;
import dev.signet.authority.sql.SqlAuthorityStore;
import dev.signet.authority.sql.StorageSealer;
import dev.signet.config.Settings;
import dev.signet.http.server.HttpLimits;
import dev.signet.http.server.HttpService;
import dev.signet.storage.seal.KeyEncryptionKey;
import dev.signet.storage.sql.Database;
import dev.signet.storage.sql.SqliteDatabase;
import dev.signet.token.dpop.DpopProofs;
import dev.signet.token.key.CryptoProvider;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running authority: its database, its services and its listener. */
public final class AuthorityNode implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityNode.class);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);

    private final FolderClaim claim;
    private final Database database;
    private final Authority authority;
    private final HttpService listener;
    private final ExecutorService beside;
    private final AutoCloseable management;
    private final ScheduledExecutorService housekeeping;

    private AuthorityNode(
            FolderClaim claim,
            Database database,
            Authority authority,
            HttpService listener,
            ExecutorService beside,
            AutoCloseable management) {
        this.claim = claim;
        this.database = database;
        this.authority = authority;
        this.listener = listener;
        this.beside = beside;
        this.management = management;
        this.housekeeping =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("housekeeping").factory());
    }

    /**
     * Claims the data folder, opens the database, makes what is missing, and listens.
     *
     * @throws dev.signet.storage.StoreUnavailableException when another authority serves from it
     */
    public static AuthorityNode start(Vertx vertx, Settings settings) {
        SecureRandom random = new SecureRandom();
        CryptoProvider crypto = Cores.crypto(settings);
        KeyEncryptionKey key = KeyFiles.keyEncryptionKey(settings, random);
        FolderClaim claim = FolderClaim.of(settings.data(), "authority");
        Path file = settings.data().resolve("authority.db");
        Database database = SqliteDatabase.open(file, SqlAuthorityStore.MIGRATIONS);
        ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
        Authority authority =
                Authority.start(
                        Cores.authority(settings),
                        new Surroundings(
                                new SqlAuthorityStore(database),
                                new StorageSealer(key.forPurpose("authority", random)),
                                new Argon2Hasher(),
                                mailer(settings, random),
                                crypto,
                                Clock.systemUTC(),
                                random,
                                beside,
                                java.lang.Runtime.getRuntime().availableProcessors()));
        HttpService listener = listen(vertx, settings, authority, crypto);
        AutoCloseable management = manage(vertx, settings, authority);
        AuthorityNode node =
                new AuthorityNode(claim, database, authority, listener, beside, management);
        node.keepHouse();
        LOG.info(
                "event=authority_ready issuer={} environment={} crypto=\"{}\" keys=\"{}\"",
                settings.authority().issuer(),
                settings.environment().code(),
                crypto.description(),
                key.origin());
        return node;
    }

    private static OutboxMailer mailer(Settings settings, SecureRandom random) {
        return new OutboxMailer(
                settings.data().resolve("outbox"),
                Environment.valueOf(settings.environment().name()),
                Clock.systemUTC(),
                random);
    }

    private static HttpService listen(
            Vertx vertx, Settings settings, Authority authority, CryptoProvider crypto) {
        var clock = Clock.systemUTC();
        var proofs = new DpopProofs(crypto, clock);
        var http =
                new HttpService.Settings(
                                settings.authority().host(),
                                settings.authority().port(),
                                Cores.trustsProxy(settings),
                                List.of(),
                                HttpLimits.DEFAULT)
                        .with(AuthorityRoutes.problemPage());
        return Futures.await(
                HttpService.start(vertx, http, AuthorityRoutes.of(authority, proofs, clock)));
    }

    private static AutoCloseable manage(Vertx vertx, Settings settings, Authority authority) {
        var health =
                new Health(
                        Clock.systemUTC(),
                        List.of(
                                new Health.Probe(
                                        "store",
                                        () ->
                                                "feed at seq "
                                                        + authority.feed().snapshot().lastSeq()),
                                new Health.Probe(
                                        "signing-key",
                                        () -> "active " + authority.signingKeys().active().kid())));
        return Management.start(
                vertx,
                settings,
                health,
                Map.of(
                        "signet.feed.seq", authority.feed()::lastSeq,
                        "signet.feed.subscribers", authority.feed()::subscribers,
                        "signet.revocations", authority.revocations().state()::size));
    }

    private void keepHouse() {
        housekeeping.scheduleWithFixedDelay(
                this::keepHouseOnce,
                HOUSEKEEPING.toSeconds(),
                HOUSEKEEPING.toSeconds(),
                TimeUnit.SECONDS);
    }

    /** A failed round is tried again by the next one. */
    private void keepHouseOnce() {
        try {
            int gone = authority.housekeeping().run();
            LOG.debug("event=housekeeping rows={}", gone);
        } catch (RuntimeException e) {
            LOG.warn("event=housekeeping_failed", e);
        }
    }

    /** The services, for whoever wires something beside the listener. */
    public Authority authority() {
        return authority;
    }

    /** The port that is listened on. */
    public int port() {
        return listener.port();
    }

    /** Lets running requests end, then closes the database. */
    @Override
    public void close() throws Exception {
        housekeeping.shutdownNow();
        Futures.await(listener.close(DRAIN));
        management.close();
        beside.close();
        database.close();
        claim.close();
    }
}
