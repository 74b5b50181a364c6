package dev.signet.authority.http;

import dev.signet.authority.Authority;
import dev.signet.authority.Surroundings;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRegistration;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scope;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.http.limit.EndpointLimits;
import dev.signet.authority.mail.Mail;
import dev.signet.authority.mail.Mailer;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.authority.settings.Rates;
import dev.signet.authority.settings.Rates.Rate;
import dev.signet.authority.sql.SqlAuthorityStore;
import dev.signet.authority.sql.StorageSealer;
import dev.signet.http.route.Route;
import dev.signet.http.server.HttpLimits;
import dev.signet.http.server.HttpService;
import dev.signet.storage.seal.KeyEncryptionKey;
import dev.signet.storage.sql.Database;
import dev.signet.storage.sql.SqliteDatabase;
import dev.signet.testkit.MovableClock;
import dev.signet.token.access.Environment;
import dev.signet.token.dpop.DpopProofs;
import dev.signet.token.key.CryptoProvider;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A whole authority behind real HTTP over a real SQLite file. Its clock stands still, at the true
 * time, until a test moves it on.
 */
public final class AuthorityServer implements BeforeAllCallback, AfterAllCallback {

    public static final String PASSWORD = "a good long passphrase";
    public static final String CALLBACK = "https://chat.example/callback";

    private static final Rate GENEROUS = new Rate(1_000_000, Duration.ofMillis(1));
    private static final CryptoProvider CRYPTO = CryptoProvider.of(CryptoProvider.Choice.JDK);
    private static final AuthorityServer SHARED = new AuthorityServer().forAllClasses();

    private final MovableClock clock =
            MovableClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger names = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private Environment environment = Environment.TEST;
    private boolean sendsMail = true;
    private boolean forAllClasses;
    private Rates rates = new Rates(GENEROUS, GENEROUS);
    private EndpointLimits limits = EndpointLimits.STANDARD.withBurst(GENEROUS);
    private HttpLimits httpLimits = HttpLimits.DEFAULT;
    private Path folder;
    private SqliteDatabase database;
    private URI issuer;
    private Authority authority;
    private List<Route> routes;
    private HttpService service;

    /** A person who registered over HTTP, and the tokens from that. */
    public record Person(
            String id, String email, String name, String accessToken, String refreshToken) {}

    /** A client with a secret. */
    public record Confidential(String id, String secret) {
        public String[] basic() {
            return Wire.basic(id, secret);
        }
    }

    /** For tests that leave the clock alone: one server, started once. */
    public static AuthorityServer shared() {
        return SHARED;
    }

    public AuthorityServer with(Rates other) {
        rates = other;
        return this;
    }

    public AuthorityServer with(EndpointLimits other) {
        limits = other;
        return this;
    }

    public AuthorityServer with(HttpLimits other) {
        httpLimits = other;
        return this;
    }

    private AuthorityServer forAllClasses() {
        forAllClasses = true;
        return this;
    }

    public AuthorityServer in(Environment other) {
        environment = other;
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (service == null) {
            start();
        }
        if (forAllClasses) {
            context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(AuthorityServer.class))
                    .computeIfAbsent("server", _ -> (AutoCloseable) this::stop);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!forAllClasses) {
            stop();
        }
    }

    private void start() throws Exception {
        folder = Files.createTempDirectory("signet-authority-http");
        issuer = URI.create("http://127.0.0.1:" + freePort());
        open();
    }

    /** Ends this process, so to speak, and begins another one over the same files. */
    public void restart() throws Exception {
        service.close(Duration.ofSeconds(5)).toCompletionStage().toCompletableFuture().get();
        database.close();
        open();
    }

    private void open() throws Exception {
        database =
                SqliteDatabase.open(folder.resolve("authority.db"), SqlAuthorityStore.MIGRATIONS);
        authority =
                Authority.start(
                        AuthoritySettings.of(issuer, environment).with(rates), surroundings());
        routes = AuthorityRoutes.of(authority, new DpopProofs(CRYPTO, clock), clock, limits);
        service =
                HttpService.start(vertx, listener(), routes)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS);
    }

    private HttpService.Settings listener() {
        return new HttpService.Settings(
                        issuer.getHost(), issuer.getPort(), _ -> false, List.of(), httpLimits)
                .with(AuthorityRoutes.problemPage());
    }

    /** The issuer names the port, so the port is chosen before the listener is there. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Surroundings surroundings() {
        var key = KeyEncryptionKey.loadOrCreate(folder.resolve("kek"), random);
        return new Surroundings(
                new SqlAuthorityStore(database),
                new StorageSealer(key.forPurpose("authority", random)),
                new CheapArgon2(),
                mailer(),
                CRYPTO,
                clock,
                random,
                Runnable::run,
                2);
    }

    private void stop() {
        client.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        database.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Authority authority() {
        return authority;
    }

    public Database database() {
        return database;
    }

    /** How many units of work are on disk. */
    public long works() {
        return database.activity().works();
    }

    public List<Route> routes() {
        return routes;
    }

    public MovableClock clock() {
        return clock;
    }

    public String issuer() {
        return issuer.toString();
    }

    public int port() {
        return service.port();
    }

    /** Mail arrives nowhere. */
    public AuthorityServer withoutMail() {
        sendsMail = false;
        return this;
    }

    private Mailer mailer() {
        boolean delivers = sendsMail;
        return new Mailer() {
            @Override
            public void send(Mail mail) {
                mails.add(mail);
            }

            @Override
            public boolean delivers() {
                return delivers;
            }
        };
    }

    public List<Mail> mails() {
        return mails;
    }

    public Wire wire() {
        return new Wire(client, issuer());
    }

    public Browser browser() {
        return new Browser(wire());
    }

    /** A name that no other test uses. */
    public String newName(String beginning) {
        return beginning + names.incrementAndGet();
    }

    /** Registers a new person and signs them in, by {@code POST /auth/register}. */
    public Person person() {
        String name = newName("person");
        String email = name + "@example.org";
        Reply reply =
                wire().post(
                                "/auth/register",
                                new JsonObject()
                                        .put("email", email)
                                        .put("password", PASSWORD)
                                        .put("name", name));
        if (reply.status() != 201) {
            throw new AssertionError("not registered: " + reply);
        }
        return new Person(
                reply.json().getJsonObject("user").getString("id"),
                email,
                name,
                reply.text("access_token"),
                reply.text("refresh_token"));
    }

    /** A web application that acts for people and keeps a secret. */
    public Confidential web(ClientRight... rights) {
        String id = newName("web");
        return new Confidential(id, secretOf(forPeople(id, Client.Kind.CONFIDENTIAL, rights)));
    }

    /** An application on a phone, which has no secret; its id. */
    public String phone() {
        String id = newName("phone");
        register(forPeople(id, Client.Kind.PUBLIC));
        return id;
    }

    private static Client forPeople(String id, Client.Kind kind, ClientRight... rights) {
        return new Client(
                id,
                "The application " + id,
                kind,
                Set.of(CALLBACK),
                Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
                ClientScopes.of(Scopes.of(Scope.codes())),
                ServiceAccess.of(rights));
    }

    /** A service that acts in its own name. */
    public Confidential service() {
        String id = newName("service");
        Client service =
                new Client(
                        id,
                        "The service " + id,
                        Client.Kind.SERVICE,
                        Set.of(),
                        Set.of(GrantType.CLIENT_CREDENTIALS),
                        ClientScopes.of(),
                        ServiceAccess.of(ClientRight.values()));
        return new Confidential(id, secretOf(service));
    }

    private String secretOf(Client wish) {
        return register(wish).secret().map(Credential::value).orElseThrow();
    }

    public ClientRegistration.Registered register(Client wish) {
        return (ClientRegistration.Registered) authority.clients().register(wish, Caller.SYSTEM);
    }

    /** A fresh token of a new service. */
    public String serviceToken() {
        return serviceToken(service());
    }

    public String serviceToken(Confidential service) {
        return wire().form(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"),
                        service.basic())
                .text("access_token");
    }

    /** The code in the newest mail. */
    public String mailedCode() {
        String text = mails.getLast().text();
        int start = text.indexOf("sgm_");
        return text.substring(start, start + 47);
    }
}
