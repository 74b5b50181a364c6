package dev.signet.authority;

import dev.signet.authority.account.Account;
import dev.signet.authority.account.NewAccount;
import dev.signet.authority.account.Registration;
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
import dev.signet.authority.grant.Grant;
import dev.signet.authority.issue.TokenSet;
import dev.signet.authority.login.Login;
import dev.signet.authority.login.LoginAttempt;
import dev.signet.authority.mail.Mail;
import dev.signet.authority.password.Password;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.authority.settings.Lifetimes;
import dev.signet.authority.settings.Rates;
import dev.signet.authority.settings.Rates.Rate;
import dev.signet.authority.sql.SqlAuthorityStore;
import dev.signet.authority.sql.StorageSealer;
import dev.signet.storage.seal.KeyEncryptionKey;
import dev.signet.storage.sql.Database;
import dev.signet.storage.sql.SqliteDatabase;
import dev.signet.testkit.MovableClock;
import dev.signet.token.access.Environment;
import dev.signet.token.key.CryptoProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A whole authority over a real SQLite file, with a clock that stands still. */
public final class LiveAuthority implements BeforeEachCallback, AfterEachCallback {

    public static final String PASSWORD = "a good long passphrase";
    public static final Caller SOMEBODY = Caller.anonymous("192.0.2.7", "test", "req-1");
    public static final String REDIRECT_URI = "https://chat.example/callback";

    public static final int CORES = 2;

    private static final Rate GENEROUS = new Rate(1_000_000, Duration.ofMillis(1));

    private final MovableClock clock = MovableClock.start();
    private final CountingHasher hasher = new CountingHasher();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final SecureRandom random = new SecureRandom();
    private AuthoritySettings settings =
            AuthoritySettings.of(URI.create("https://auth.example"), Environment.PRODUCTION)
                    .with(new Rates(GENEROUS, GENEROUS));
    private Path folder;
    private SqliteDatabase database;
    private SqlAuthorityStore store;
    private final MortalStore mortal = new MortalStore(() -> store);
    private Authority authority;

    public LiveAuthority with(Rates rates) {
        settings = settings.with(rates);
        return this;
    }

    public LiveAuthority with(Lifetimes lifetimes) {
        settings = settings.with(lifetimes);
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("signet-authority");
        open();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        database.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    /** Ends this process, so to speak, and begins another one over the same files. */
    public void restart() {
        database.close();
        open();
    }

    private void open() {
        database =
                SqliteDatabase.open(folder.resolve("authority.db"), SqlAuthorityStore.MIGRATIONS);
        store = new SqlAuthorityStore(database);
        var key = KeyEncryptionKey.loadOrCreate(folder.resolve("kek"), random);
        var sealer = new StorageSealer(key.forPurpose("authority", random));
        authority =
                Authority.start(
                        settings,
                        new Surroundings(
                                mortal,
                                sealer,
                                hasher,
                                mails::add,
                                CryptoProvider.of(CryptoProvider.Choice.JDK),
                                clock,
                                random,
                                Runnable::run,
                                CORES));
    }

    public Authority authority() {
        return authority;
    }

    public SqlAuthorityStore store() {
        return store;
    }

    /** What the authority writes through; a test can make it die. */
    public MortalStore mortal() {
        return mortal;
    }

    public Database database() {
        return database;
    }

    public MovableClock clock() {
        return clock;
    }

    public CountingHasher hasher() {
        return hasher;
    }

    public List<Mail> mails() {
        return mails;
    }

    /** A new account {@code name@example.org} with {@link #PASSWORD}. */
    public Account register(String name) {
        var wish = NewAccount.of(name + "@example.org", name, new Password(PASSWORD));
        var done = (Registration.Registered) authority.accounts().register(wish, SOMEBODY);
        return done.account();
    }

    public Login attempt(String email, String password) {
        return authority
                .logins()
                .authenticate(
                        new LoginAttempt(email, new Password(password), firstParty().id()),
                        authority.grants().holder(firstParty()),
                        SOMEBODY);
    }

    /** Signs in an account made by {@link #register}. */
    public Login.Accepted login(String name) {
        return (Login.Accepted) attempt(name + "@example.org", PASSWORD);
    }

    /** Registers a person, signs them in and issues tokens of the first-party client. */
    public TokenSet signedIn(String name) {
        register(name);
        return tokens(login(name));
    }

    public TokenSet tokens(Login.Accepted login) {
        var grant = (Grant.Issued) authority.grants().afterLogin(login, firstParty());
        return grant.tokens();
    }

    public Client firstParty() {
        return authority.clients().find(AuthoritySettings.FIRST_PARTY_CLIENT).orElseThrow();
    }

    /** A web application that acts for people. */
    public Client chat() {
        return authority
                .clients()
                .find("chat")
                .orElseGet(() ->
                        registered(
                                        new Client(
                                                "chat",
                                                "Chat",
                                                Client.Kind.CONFIDENTIAL,
                                                Set.of(REDIRECT_URI),
                                                Set.of(
                                                        GrantType.AUTHORIZATION_CODE,
                                                        GrantType.REFRESH_TOKEN),
                                                ClientScopes.of(Scopes.of(Scope.codes())),
                                                ServiceAccess.NONE))
                                .client());
    }

    /** A service that acts in its own name. */
    public ClientRegistration.Registered service(String id) {
        return registered(
                new Client(
                        id,
                        "The service " + id,
                        Client.Kind.SERVICE,
                        Set.of(),
                        Set.of(GrantType.CLIENT_CREDENTIALS),
                        ClientScopes.of("reports:read"),
                        new ServiceAccess(
                                Set.of(ClientRight.VALIDATE, ClientRight.FEED),
                                Set.of("reports:read"),
                                Set.of())));
    }

    public ClientRegistration.Registered registered(Client client) {
        return (ClientRegistration.Registered) authority.clients().register(client, Caller.SYSTEM);
    }

    /** The code in the newest mail. */
    public Credential mailedCode() {
        String text = mails.getLast().text();
        int start = text.indexOf("sgm_");
        return new Credential(text.substring(start, start + 47));
    }

    /** How many rows of that table fit. */
    public long count(String tableAndCondition) {
        return database.read(handle ->
                handle.select("SELECT count(*) FROM " + tableAndCondition).mapTo(Long.class).one());
    }
}
