package dev.signet.chat.http.platform;

import dev.signet.authority.Authority;
import dev.signet.authority.Surroundings;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRegistration;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.http.AuthorityRoutes;
import dev.signet.authority.http.limit.EndpointLimits;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.authority.settings.Lifetimes;
import dev.signet.authority.settings.Rates;
import dev.signet.authority.settings.Rates.Rate;
import dev.signet.authority.sql.SqlAuthorityStore;
import dev.signet.authority.sql.StorageSealer;
import dev.signet.chat.http.ChatBackend;
import dev.signet.http.server.HttpLimits;
import dev.signet.http.server.HttpService;
import dev.signet.storage.seal.KeyEncryptionKey;
import dev.signet.storage.sql.SqliteDatabase;
import dev.signet.token.access.Environment;
import dev.signet.token.dpop.DpopProofs;
import dev.signet.token.key.CryptoProvider;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The real authority over real HTTP and a real file. */
final class Authorities implements AutoCloseable {

    static final CryptoProvider CRYPTO = CryptoProvider.of(CryptoProvider.Choice.JDK);

    private static final Rate GENEROUS = new Rate(1_000_000, Duration.ofMillis(1));

    private final Vertx vertx;
    private final SqliteDatabase database;
    private final Authority authority;
    private HttpService service;
    private final URI issuer;

    private Authorities(
            Vertx vertx, SqliteDatabase database, Authority authority, HttpService service) {
        this.vertx = vertx;
        this.database = database;
        this.authority = authority;
        this.service = service;
        this.issuer = authority.settings().issuer();
    }

    static Authorities start(Vertx vertx, Path folder, Duration accessLife) throws Exception {
        var random = new SecureRandom();
        var database =
                SqliteDatabase.open(folder.resolve("authority.db"), SqlAuthorityStore.MIGRATIONS);
        var key = KeyEncryptionKey.loadOrCreate(folder.resolve("kek"), random);
        URI issuer = URI.create("http://127.0.0.1:" + Ports.free());
        var settings =
                AuthoritySettings.of(issuer, Environment.TEST)
                        .with(new Rates(GENEROUS, GENEROUS))
                        .with(Lifetimes.of(Environment.TEST).withAccess(accessLife));
        var authority =
                Authority.start(
                        settings,
                        new Surroundings(
                                new SqlAuthorityStore(database),
                                new StorageSealer(key.forPurpose("authority", random)),
                                new CheapArgon2(),
                                _ -> {},
                                CRYPTO,
                                Clock.systemUTC(),
                                random,
                                Runnable::run,
                                2));
        return new Authorities(vertx, database, authority, listen(vertx, authority));
    }

    private static HttpService listen(Vertx vertx, Authority authority) throws Exception {
        URI issuer = authority.settings().issuer();
        var routes =
                AuthorityRoutes.of(
                        authority,
                        new DpopProofs(CRYPTO, Clock.systemUTC()),
                        Clock.systemUTC(),
                        EndpointLimits.STANDARD.withBurst(GENEROUS));
        var settings =
                new HttpService.Settings(
                        issuer.getHost(),
                        issuer.getPort(),
                        _ -> false,
                        List.of(),
                        HttpLimits.DEFAULT);
        return Ports.await(HttpService.start(vertx, settings, routes));
    }

    URI issuer() {
        return issuer;
    }

    Authority authority() {
        return authority;
    }

    /** A client that signs people in; its secret. */
    String web(String id, URI redirectUri) {
        return secret(
                new Client(
                        id,
                        "Chat",
                        Client.Kind.CONFIDENTIAL,
                        Set.of(redirectUri.toString()),
                        Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
                        ClientScopes.of(Scopes.parse(ChatBackend.SIGN_IN_SCOPE).orElseThrow()),
                        ServiceAccess.NONE));
    }

    /** A service that asks whether tokens are good; its secret. */
    String service(String id) {
        return secret(
                new Client(
                        id,
                        "The chat backend",
                        Client.Kind.SERVICE,
                        Set.of(),
                        Set.of(GrantType.CLIENT_CREDENTIALS),
                        ClientScopes.of(),
                        ServiceAccess.of(ClientRight.VALIDATE, ClientRight.FEED)));
    }

    private String secret(Client client) {
        var registered =
                (ClientRegistration.Registered) authority.clients().register(client, Caller.SYSTEM);
        return registered.secret().map(Credential::value).orElseThrow();
    }

    /** Stops answering, as in an outage; the state stays. */
    void goAway() throws Exception {
        Ports.await(service.close(Duration.ofMillis(1)));
    }

    /** Answers again at the same address. */
    void comeBack() throws Exception {
        service = listen(vertx, authority);
    }

    @Override
    public void close() {
        database.close();
    }
}
