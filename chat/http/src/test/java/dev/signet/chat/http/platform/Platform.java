package dev.signet.chat.http.platform;

import dev.signet.authority.Authority;
import dev.signet.authority.account.NewAccount;
import dev.signet.authority.account.Registration;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.grant.Grant;
import dev.signet.authority.login.Login;
import dev.signet.authority.login.LoginAttempt;
import dev.signet.authority.password.Password;
import dev.signet.authority.session.SessionEnd;
import dev.signet.authority.settings.Audiences;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.chat.http.ChatBackend;
import dev.signet.chat.http.ChatSettings;
import dev.signet.chat.http.Surroundings;
import dev.signet.chat.http.authority.ClientCredential;
import dev.signet.chat.sql.SqlChatStores;
import dev.signet.http.server.HttpLimits;
import dev.signet.http.server.HttpService;
import dev.signet.storage.sql.SqliteDatabase;
import dev.signet.verifier.Verifier;
import dev.signet.verifier.authority.ServiceCredential;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Authority, verifier and chat backend, talking HTTP to each other as in production. */
public final class Platform implements AutoCloseable {

    public static final String PASSWORD = "a good long passphrase";
    public static final String CLIENT = "signet-chat";

    private static final Caller SOMEBODY = Caller.anonymous("192.0.2.7", "test", "req-1");

    private final Vertx vertx = Vertx.vertx();
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger names = new AtomicInteger();
    private final Options options;
    private final Path folder;
    private final Authorities authorities;
    private final ChatSettings settings;
    private final Verifier verifier;
    private SqliteDatabase database;
    private ChatBackend backend;
    private HttpService service;

    /** A person with an account. */
    public record Person(String id, String email) {}

    /** Tokens of one login. */
    public record Tokens(String access, String sessionId) {}

    private Platform(Options options) throws Exception {
        this.options = options;
        this.folder = Files.createTempDirectory("signet-chat-http");
        this.authorities = Authorities.start(vertx, folder, options.accessLife());
        URI publicUri = URI.create("http://127.0.0.1:" + Ports.free());
        String secret = authorities.web(CLIENT, URI.create(publicUri + "/callback"));
        this.settings =
                options.settings()
                        .apply(
                                ChatSettings.of(
                                        publicUri,
                                        authorities.issuer(),
                                        new ClientCredential(CLIENT, secret),
                                        "test"));
        this.verifier = verifier(authorities.service("chat-service"));
        startBackend();
    }

    public static Platform start() throws Exception {
        return start(Options.standard());
    }

    public static Platform start(Options options) throws Exception {
        return new Platform(options);
    }

    private Verifier verifier(String secret) throws InterruptedException {
        Verifier started =
                Verifier.builder()
                        .authority(authorities.issuer())
                        .audiences(Set.of(Audiences.standard().user()))
                        .environment("test")
                        .credential(new ServiceCredential("chat-service", secret))
                        .crypto(Authorities.CRYPTO)
                        .staleness(options.staleness())
                        .start();
        if (!started.awaitFirstSnapshot(Duration.ofSeconds(20))) {
            throw new AssertionError("no first snapshot");
        }
        return started;
    }

    private void startBackend() throws Exception {
        database = SqliteDatabase.open(folder.resolve("chat.db"), SqlChatStores.MIGRATIONS);
        SqlChatStores stores = SqlChatStores.on(database);
        backend =
                ChatBackend.start(
                        settings,
                        new Surroundings(
                                vertx,
                                verifier,
                                stores.threads(),
                                stores.runs(),
                                stores.webSessions(),
                                new FileSealer(folder, random),
                                options.model(),
                                Clock.systemUTC(),
                                random));
        service =
                Ports.await(
                        HttpService.start(
                                vertx,
                                new HttpService.Settings(
                                        settings.publicUri().getHost(),
                                        settings.publicUri().getPort(),
                                        _ -> false,
                                        ChatBackend.SUB_PROTOCOLS,
                                        HttpLimits.DEFAULT),
                                backend.routes()));
    }

    public ChatBackend backend() {
        return backend;
    }

    public Verifier verifier() {
        return verifier;
    }

    public Authority authority() {
        return authorities.authority();
    }

    public SqliteDatabase database() {
        return database;
    }

    /** Where the chat backend is. */
    public URI uri() {
        return settings.publicUri();
    }

    public URI issuer() {
        return authorities.issuer();
    }

    public int port() {
        return settings.publicUri().getPort();
    }

    /** Shuts the chat backend down in order and starts another one over the same files. */
    public void restartBackend() throws Exception {
        stopBackend();
        startBackend();
    }

    public void stopBackend() throws Exception {
        backend.shutDown();
        Ports.await(service.close(Duration.ofSeconds(1)));
        database.close();
    }

    public void authorityGoesAway() throws Exception {
        authorities.goAway();
    }

    public void authorityComesBack() throws Exception {
        authorities.comeBack();
    }

    /** A new person. */
    public Person person() {
        String name = "person" + names.incrementAndGet();
        String email = name + "@example.org";
        var registration =
                authority()
                        .accounts()
                        .register(NewAccount.of(email, name, new Password(PASSWORD)), SOMEBODY);
        return new Person(((Registration.Registered) registration).account().id(), email);
    }

    /** Signs a person in beside any browser. */
    public Tokens login(Person person) {
        String firstParty = AuthoritySettings.FIRST_PARTY_CLIENT;
        var attempt = new LoginAttempt(person.email(), new Password(PASSWORD), firstParty);
        var client = authority().clients().find(firstParty).orElseThrow();
        var login =
                (Login.Accepted)
                        authority()
                                .logins()
                                .authenticate(
                                        attempt, authority().grants().holder(client), SOMEBODY);
        var grant = (Grant.Issued) authority().grants().afterLogin(login, client);
        return new Tokens(grant.tokens().access().value(), login.session().id());
    }

    /** Ends a session at the authority, as from another device. */
    public boolean revoke(Person person, String sessionId) {
        return authority()
                .sessions()
                .end(person.id(), sessionId, SessionEnd.REVOKED_BY_USER, SOMEBODY);
    }

    /** Takes a key for stolen; another one signs from now on. */
    public void revokeKey(String kid) {
        authority().signingKeys().revoke(kid, SOMEBODY);
    }

    public WebBrowser browser() {
        return new WebBrowser(this);
    }

    public Api api() {
        return new Api(uri());
    }

    @Override
    public void close() throws Exception {
        stopBackend();
        verifier.close();
        Ports.await(vertx.close());
        authorities.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
