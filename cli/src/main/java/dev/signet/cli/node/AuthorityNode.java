package dev.signet.cli.node;

import dev.signet.authority.Authority;
import dev.signet.authority.Surroundings;
import dev.signet.authority.http.AuthorityRoutes;
import dev.signet.authority.outbox.OutboxMailer;
import dev.signet.authority.password.Argon2Hasher;
import dev.signet.authority.sql.SqlAuthorityStore;
import dev.signet.authority.sql.StorageSealer;
import dev.signet.config.Settings;
import dev.signet.http.server.HttpLimits;
import dev.signet.http.server.HttpService;
import dev.signet.token.dpop.DpopProofs;
import dev.signet.token.key.CryptoProvider;
import io.vertx.core.Vertx;
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

    /** In the data folder; held while an authority runs there. */
    static final String LOCK = "authority.lock";

    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);

    private final Parts parts;
    private final Authority authority;
    private final HttpService listener;

    private AuthorityNode(Parts parts, Authority authority, HttpService listener) {
        this.parts = parts;
        this.authority = authority;
        this.listener = listener;
    }

    /**
     * Opens the database, makes what is missing, and listens; leaves nothing behind if it fails.
     */
    public static AuthorityNode start(Vertx vertx, Settings settings) {
        Parts parts = new Parts();
        try {
            return start(vertx, settings, parts);
        } catch (RuntimeException | Error e) {
            parts.closeAfter(e);
            throw e;
        }
    }

    private static AuthorityNode start(Vertx vertx, Settings settings, Parts parts) {
        SecureRandom random = new SecureRandom();
        CryptoProvider crypto = Cores.crypto(settings);
        DataFolder.Opened store =
                new DataFolder(settings, random).openAuthority(parts, SqlAuthorityStore.MIGRATIONS);
        ExecutorService beside = parts.add(Executors.newVirtualThreadPerTaskExecutor());
        Authority authority =
                Authority.start(
                        Cores.authority(settings),
                        new Surroundings(
                                new SqlAuthorityStore(store.database()),
                                new StorageSealer(store.key().forPurpose("authority", random)),
                                new Argon2Hasher(),
                                mailer(settings, random),
                                crypto,
                                Clock.systemUTC(),
                                random,
                                beside,
                                java.lang.Runtime.getRuntime().availableProcessors()));
        parts.add(manage(vertx, settings, authority));
        HttpService listener = listen(vertx, settings, authority, crypto);
        parts.add(() -> Futures.await(listener.close(DRAIN)));
        parts.add(housekeeping(authority));
        if (settings.environment().isLive()) {
            LOG.warn("event=mails_not_sent why=\"this version knows no mail server\"");
        }
        LOG.info(
                "event=authority_ready issuer={} environment={} crypto=\"{}\" keys=\"{}\"",
                settings.authority().issuer(),
                settings.environment().code(),
                crypto.description(),
                store.key().origin());
        return new AuthorityNode(parts, authority, listener);
    }

    private static OutboxMailer mailer(Settings settings, SecureRandom random) {
        return new OutboxMailer(
                settings.data().resolve("outbox"),
                settings.environment(),
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
                                        () -> "feed at seq " + authority.feed().storedSeq()),
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

    /** Tidies up now and then; returns how to stop that. */
    private static AutoCloseable housekeeping(Authority authority) {
        ScheduledExecutorService rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("housekeeping").factory());
        rounds.scheduleWithFixedDelay(
                () -> keepHouse(authority),
                HOUSEKEEPING.toSeconds(),
                HOUSEKEEPING.toSeconds(),
                TimeUnit.SECONDS);
        return rounds::shutdownNow;
    }

    /** A failed round is tried again by the next one. */
    private static void keepHouse(Authority authority) {
        try {
            int gone = authority.housekeeping().run();
            LOG.debug("event=housekeeping rows={}", gone);
        } catch (RuntimeException | Error e) { // what is thrown on would be the last round
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

    /**
     * Lets running requests end, then closes the database; each part whatever became of the others.
     * Again: no effect.
     */
    @Override
    public void close() throws Exception {
        parts.close();
    }
}
