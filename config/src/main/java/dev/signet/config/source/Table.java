package dev.signet.config.source;

import static dev.signet.token.access.Environment.DEVELOPMENT;
import static dev.signet.token.access.Environment.PRODUCTION;
import static dev.signet.token.access.Environment.STAGING;
import static dev.signet.token.access.Environment.TEST;

import dev.signet.config.AddressRange;
import dev.signet.config.FeedSettings;
import dev.signet.config.LoginSettings;
import dev.signet.config.ModelSettings;
import dev.signet.config.PasswordSettings;
import dev.signet.config.Ports;
import dev.signet.config.RefreshSettings;
import dev.signet.config.Secret;
import dev.signet.config.StalenessPolicy;
import dev.signet.config.TokenSettings;
import dev.signet.config.source.Fallback.ByEnvironment;
import dev.signet.config.source.Fallback.Derived;
import dev.signet.config.source.Fallback.Fixed;
import dev.signet.config.source.Fallback.None;
import dev.signet.token.access.Environment;
import dev.signet.token.key.CryptoProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All settings there are. Whatever else has to know them reads this. */
final class Table {

    private static final List<Setting<?>> SETTINGS = new ArrayList<>();

    static final Setting<Environment> ENVIRONMENT =
            add(
                    "environment",
                    Types.oneOf(Environment.class),
                    new None("required; the demo is development"),
                    "What the installation is for; tokens of one are worthless in another.");
    static final Setting<Path> DATA =
            add("data", Types.path(), new Fixed("./data"), "Folder of the databases and keys.");
    static final Setting<String> CHANGE_FROM =
            add(
                    "installation.allow-change-from",
                    Types.word(),
                    new None("none"),
                    "Whose data folder may be taken over for good, such as"
                            + " staging@https://id.example.com; every other one of another"
                            + " environment or issuer is refused.");
    static final Setting<Secret> KEY_ENCRYPTION_KEY =
            add(
                    "key-encryption-key",
                    Types.key(),
                    new None("a file in the data folder"),
                    "Encrypts everything secret that is stored.");
    static final Setting<CryptoProvider.Choice> CRYPTO_PROVIDER =
            add(
                    "crypto.provider",
                    Types.oneOf(CryptoProvider.Choice.class),
                    new Fixed("auto"),
                    "Which implementation signs and verifies; auto takes the fastest that loads.");
    static final Setting<List<AddressRange>> TRUSTED_PROXIES =
            add(
                    "trusted-proxies",
                    Types.addressRanges(),
                    new Fixed(""),
                    "Whose X-Forwarded-* headers are believed; from all others they are ignored.");

    static final Setting<String> AUTHORITY_HOST =
            add(
                    "authority.host",
                    Types.host(),
                    new Fixed("127.0.0.1"),
                    "Address of the public listener; 0.0.0.0 for all of the machine.");
    static final Setting<Integer> AUTHORITY_PORT =
            add("authority.port", Types.port(), new Fixed("8080"), "Port of the public listener.");
    static final Setting<URI> AUTHORITY_ISSUER =
            add(
                    "authority.issuer",
                    Types.origin(),
                    new Derived(
                            "http://localhost: and authority.port",
                            values -> "http://localhost:" + values.get(Table.AUTHORITY_PORT)),
                    "The authority's public URL, and iss of every token.");
    static final Setting<String> MANAGEMENT_HOST =
            add(
                    "authority.management-host",
                    Types.host(),
                    new Fixed("127.0.0.1"),
                    "Address of the listener for health and metrics.");
    static final Setting<Integer> MANAGEMENT_PORT =
            add(
                    "authority.management-port",
                    Types.whole(0, Ports.MAX),
                    new Fixed("9080"),
                    "Port of the listener for health and metrics; 0 for none.");
    static final Setting<Boolean> ALLOW_INSECURE_HTTP =
            add(
                    "authority.allow-insecure-http",
                    Types.yesOrNo("true", "false"),
                    new Fixed("false"),
                    "Admits http URLs in staging and production, where everybody on the way can"
                            + " read and change tokens.");

    static final Setting<String> AUDIENCE =
            add(
                    "token.audience",
                    Types.word(),
                    new Fixed("signet-platform"),
                    "aud of users' tokens.");
    static final Setting<String> SERVICE_AUDIENCE =
            add(
                    "token.service-audience",
                    Types.word(),
                    new Fixed("signet-services"),
                    "aud of services' tokens.");
    static final Setting<Duration> CLOCK_LEEWAY =
            add(
                    "token.clock-leeway",
                    Types.duration(TokenSettings.LEEWAY),
                    new Fixed("PT30S"),
                    "How far two clocks may be apart.");
    static final Setting<Duration> ACCESS_LIFETIME =
            add(
                    "token.access-lifetime",
                    Types.duration(TokenSettings.ACCESS),
                    byEnvironment("PT120M", "PT5M", "PT30M", "PT15M"),
                    "Life of a user's access token.");
    static final Setting<Duration> SERVICE_LIFETIME =
            add(
                    "token.service-lifetime",
                    Types.duration(TokenSettings.SERVICE),
                    new Fixed("PT60M"),
                    "Life of a service's access token.");

    static final Setting<Duration> REFRESH_IDLE =
            add(
                    "refresh.idle-lifetime",
                    Types.duration(RefreshSettings.IDLE),
                    byEnvironment("P30D", "P1D", "P14D", "P7D"),
                    "How long a login lasts without any refresh.");
    static final Setting<Duration> REFRESH_ABSOLUTE =
            add(
                    "refresh.absolute-lifetime",
                    Types.duration(RefreshSettings.ABSOLUTE),
                    new Fixed("P90D"),
                    "How long a login lasts, however often it is refreshed.");
    static final Setting<Duration> REFRESH_CONCURRENT =
            add(
                    "refresh.concurrent-within",
                    Types.durationOrZero(RefreshSettings.CONCURRENT),
                    new Fixed("PT10S"),
                    "How long two tabs that refresh at once get the same successor, from one address"
                            + " and user agent, until that is used; 0 for never.");

    static final Setting<Integer> PASSWORD_MIN =
            add(
                    "password.length-min",
                    Types.whole(PasswordSettings.LENGTH_MIN, PasswordSettings.LENGTH_MIN_MAX),
                    new Fixed("12"),
                    "Fewest characters of a new password.");
    static final Setting<Integer> PASSWORD_MAX =
            add(
                    "password.length-max",
                    Types.whole(PasswordSettings.LENGTH_MAX_MIN, PasswordSettings.LENGTH_MAX_MAX),
                    new Fixed("128"),
                    "Most characters of a password.");

    static final Setting<Integer> LOGIN_PER_ACCOUNT =
            add(
                    "login.per-account",
                    Types.whole(1, LoginSettings.ATTEMPTS_MAX),
                    new Fixed("10"),
                    "Failed logins of one account within the window; five in a row lock it besides,"
                            + " for a minute and longer each time.");
    static final Setting<Integer> LOGIN_PER_ADDRESS =
            add(
                    "login.per-address",
                    Types.whole(1, LoginSettings.ATTEMPTS_MAX),
                    new Fixed("100"),
                    "Logins, registrations and password resets from one address within the"
                            + " window.");
    static final Setting<Duration> LOGIN_WINDOW =
            add(
                    "login.window",
                    Types.duration(LoginSettings.WINDOW),
                    new Fixed("PT15M"),
                    "The time in which so many attempts come back, one by one.");

    static final Setting<Boolean> QUERY_TOKENS =
            add(
                    "websocket.query-tokens",
                    Types.yesOrNo("allow", "deny"),
                    new Fixed("deny"),
                    "Tokens in the URL of a handshake, where proxies log them.");
    static final Setting<Boolean> FIRST_MESSAGE =
            add(
                    "websocket.first-message",
                    Types.yesOrNo("allow", "deny"),
                    new Fixed("deny"),
                    "Tokens in the first message, after an upgrade that nobody authenticated.");
    static final Setting<Boolean> ECHO_LEGACY =
            add(
                    "websocket.echo-legacy-subprotocol",
                    Types.yesOrNo("true", "false"),
                    new Fixed("false"),
                    "Selects an entry that carries a token, for old clients that offer no other.");
    static final Setting<List<URI>> ORIGINS =
            add(
                    "websocket.origins",
                    Types.origins(),
                    new Derived("the origin of chat.public-url", Table::chatOrigin),
                    "Pages that may connect.");
    static final Setting<URI> TEST_ISSUER =
            add(
                    "websocket.test-issuer",
                    Types.baseUrl(),
                    new None("none"),
                    "Whose test identities are accepted; only in development and test.");

    static final Setting<StalenessPolicy> STALENESS_POLICY =
            add(
                    "feed.staleness-policy",
                    Types.oneOf(StalenessPolicy.class),
                    new Fixed("fail_closed"),
                    "What a verifier does that is behind the revocation feed.");
    static final Setting<Duration> STALENESS_BOUND =
            add(
                    "feed.staleness-bound",
                    Types.duration(FeedSettings.STALENESS),
                    new Fixed("PT30S"),
                    "How far behind it may be before it does that.");

    static final Setting<String> CHAT_HOST =
            add(
                    "chat.host",
                    Types.host(),
                    new Fixed("127.0.0.1"),
                    "Address of the chat backend's listener.");
    static final Setting<Integer> CHAT_PORT =
            add(
                    "chat.port",
                    Types.port(),
                    new Fixed("8081"),
                    "Port of the chat backend's listener.");
    static final Setting<URI> CHAT_PUBLIC_URL =
            add(
                    "chat.public-url",
                    Types.origin(),
                    new Derived(
                            "http://localhost: and chat.port",
                            values -> "http://localhost:" + values.get(Table.CHAT_PORT)),
                    "The chat backend as browsers see it.");
    static final Setting<URI> CHAT_AUTHORITY_URL =
            add(
                    "chat.authority-url",
                    Types.baseUrl(),
                    new Derived(
                            "authority.issuer",
                            values -> values.get(Table.AUTHORITY_ISSUER).toString()),
                    "Where the chat backend reaches the authority.");
    static final Setting<String> CHAT_CLIENT_ID =
            add(
                    "chat.client-id",
                    Types.word(),
                    new Fixed("chat"),
                    "As which client the chat backend talks to the authority.");
    static final Setting<Secret> CHAT_CLIENT_SECRET =
            add(
                    "chat.client-secret",
                    Types.secret(32),
                    new None("required by backend, unless the file is given"),
                    "That client's secret.");
    static final Setting<Path> CHAT_CLIENT_SECRET_FILE =
            add(
                    "chat.client-secret-file",
                    Types.path(),
                    new None("none"),
                    "A file that holds that client's secret and nothing else.");

    static final Setting<URI> MODEL_BASE_URL =
            add(
                    "chat.model.base-url",
                    Types.baseUrl(),
                    new None("the built-in assistant"),
                    "An OpenAI-compatible endpoint.");
    static final Setting<Secret> MODEL_API_KEY =
            add("chat.model.api-key", Types.secret(1), new None("none"), "That endpoint's key.");
    static final Setting<String> MODEL_NAME =
            add(
                    "chat.model.name",
                    Types.word(),
                    new None("required with chat.model.base-url"),
                    "Which of that endpoint's models answers.");
    static final Setting<Duration> MODEL_TIMEOUT =
            add(
                    "chat.model.timeout",
                    Types.duration(ModelSettings.TIMEOUT),
                    new Fixed("PT60S"),
                    "How long one answer of the model may take.");

    static final Setting<Boolean> LEGACY_ENABLED =
            add(
                    "legacy.enabled",
                    Types.yesOrNo("true", "false"),
                    new Fixed("false"),
                    "Will accept HS256 tokens of the platform from before; this version cannot and"
                            + " refuses true.");

    private Table() {}

    /** In the order of the reference. */
    static List<Setting<?>> settings() {
        return Collections.unmodifiableList(SETTINGS);
    }

    static Optional<Setting<?>> find(String name) {
        for (Setting<?> setting : SETTINGS) {
            if (setting.name().equals(name)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    private static <T> Setting<T> add(
            String name, SettingType<T> type, Fallback fallback, String says) {
        var setting = new Setting<>(name, type, fallback, says);
        SETTINGS.add(setting);
        return setting;
    }

    private static Fallback byEnvironment(
            String development, String test, String staging, String production) {
        return new ByEnvironment(
                Map.of(
                        DEVELOPMENT, development,
                        TEST, test,
                        STAGING, staging,
                        PRODUCTION, production));
    }

    private static String chatOrigin(Values values) {
        URI url = values.get(CHAT_PUBLIC_URL);
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
