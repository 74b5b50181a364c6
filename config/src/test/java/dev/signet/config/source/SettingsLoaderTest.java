package dev.signet.config.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.config.AuthoritySettings;
import dev.signet.config.FeedSettings;
import dev.signet.config.LegacySettings;
import dev.signet.config.LoginSettings;
import dev.signet.config.PasswordSettings;
import dev.signet.config.RefreshSettings;
import dev.signet.config.Secret;
import dev.signet.config.Settings;
import dev.signet.config.StalenessPolicy;
import dev.signet.config.TokenSettings;
import dev.signet.config.WebSocketSettings;
import dev.signet.token.access.Environment;
import dev.signet.token.key.CryptoProvider;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources, their order, and the rules that concern more than one setting. */
class SettingsLoaderTest {

    private @TempDir Path folder;

    @Test
    void the_demo_needs_no_configuration() {
        Settings settings = started().settings(Command.DEMO);

        assertThat(settings.environment()).isEqualTo(Environment.DEVELOPMENT);
        assertThat(settings.data()).isEqualTo(Path.of("./data"));
        assertThat(settings.authority())
                .isEqualTo(
                        new AuthoritySettings(
                                "127.0.0.1",
                                8080,
                                URI.create("http://localhost:8080"),
                                "127.0.0.1",
                                0));
        assertThat(settings.token())
                .isEqualTo(
                        new TokenSettings(
                                "signet-platform",
                                "signet-services",
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(120),
                                Duration.ofMinutes(60)));
        assertThat(settings.refresh())
                .isEqualTo(
                        new RefreshSettings(
                                Duration.ofDays(30), Duration.ofDays(90), Duration.ofSeconds(10)));
        assertThat(settings.password()).isEqualTo(new PasswordSettings(12, 128));
        assertThat(settings.login()).isEqualTo(new LoginSettings(10, 100, Duration.ofMinutes(15)));
        assertThat(settings.cryptoProvider()).isEqualTo(CryptoProvider.Choice.AUTO);
        assertThat(settings.keyEncryptionKey()).isEmpty();
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.legacy()).isEqualTo(new LegacySettings(false, Optional.empty()));
    }

    @Test
    void the_strict_choice_is_the_default_for_sockets_and_verifiers() {
        Settings settings = started().settings(Command.DEMO);

        assertThat(settings.webSocket())
                .isEqualTo(
                        new WebSocketSettings(
                                false,
                                false,
                                false,
                                List.of(URI.create("http://localhost:8081")),
                                Optional.empty()));
        assertThat(settings.feed())
                .isEqualTo(new FeedSettings(StalenessPolicy.FAIL_CLOSED, Duration.ofSeconds(30)));
    }

    @Test
    void urls_follow_the_ports_and_the_issuer() {
        Settings settings =
                started()
                        .override("authority.port", "18080")
                        .override("chat.port", "18081")
                        .settings(Command.DEMO);

        assertThat(settings.authority().issuer()).hasToString("http://localhost:18080");
        assertThat(settings.chat().authorityUrl()).hasToString("http://localhost:18080");
        assertThat(settings.chat().publicUrl()).hasToString("http://localhost:18081");
        assertThat(settings.webSocket().origins())
                .containsExactly(URI.create("http://localhost:18081"));
    }

    @Test
    void the_command_line_goes_before_the_environment_before_the_file_before_the_default() {
        Started started = started();
        assertThat(started.explained("authority.port").origin()).hasToString("default");

        started.yaml("authority:\n  port: 1001\n");
        assertThat(started.explained("authority.port").value()).contains("1001");

        started.variable("SIGNET_AUTHORITY_PORT", "1002");
        assertThat(started.explained("authority.port").value()).contains("1002");

        started.override("authority.port", "1003");
        assertThat(started.explained("authority.port").value()).contains("1003");
        assertThat(started.explained("authority.port").origin()).hasToString("command line");
        assertThat(started.settings(Command.DEMO).authority().port()).isEqualTo(1003);
    }

    @Test
    void what_the_demo_presets_gives_way_to_everybody() {
        assertThat(started().explained("environment").origin()).hasToString("demo");
        assertThat(started().yaml("environment: test").settings(Command.DEMO).environment())
                .isEqualTo(Environment.TEST);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVE", "BACKEND"})
    void an_environment_is_required_outside_of_the_demo(Command command) {
        assertThat(started().problems(command))
                .filteredOn(problem -> problem.key().equals("environment"))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString())
                                .contains("development, test, staging, production")
                                .contains("SIGNET_ENVIRONMENT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${HOME}",
                "$HOME",
                "${user.home}",
                "a${b:-c}d",
                "$(id)",
                "%h",
                "~",
                "\\${x}",
                "${${x}}",
                "#{systemProperties}",
                "`id`"
            })
    void no_value_is_ever_expanded(String text) {
        Path expected = Path.of(text);

        assertThat(started().variable("SIGNET_DATA", text).settings(Command.DEMO).data())
                .isEqualTo(expected);
        assertThat(started().override("data", text).settings(Command.DEMO).data())
                .isEqualTo(expected);
        assertThat(started().yaml("data: '" + text + "'").settings(Command.DEMO).data())
                .isEqualTo(expected);
    }

    @Test
    void all_problems_are_told_at_once_each_with_its_place() {
        List<Problem> problems =
                started()
                        .yaml("authority:\n  port: 80a\n  prot: 1\ncolour: red\n")
                        .variable("SIGNET_TOKEN_CLOCK_LEEWAY", "PT2M")
                        .variable("SIGNET_AUTORITY_HOST", "x")
                        .override("chat.prt", "5")
                        .problems(Command.BACKEND);

        String file = folder.resolve("signet.yaml").toString();
        assertThat(problems.stream().map(Problem::toString))
                .anyMatch(p -> p.startsWith("authority.port (" + file + ":2): \"80a\" is not"))
                .contains(
                        "authority.prot (%s:3): there is no such setting; did you mean authority.port?"
                                .formatted(file),
                        "colour (%s:4): there is no such setting; remove it; \"signet config explain\" lists all there are"
                                .formatted(file),
                        "SIGNET_AUTORITY_HOST (environment): there is no such setting; did you mean SIGNET_AUTHORITY_HOST?",
                        "chat.prt (command line): there is no such setting; did you mean chat.port?")
                .anyMatch(p -> p.startsWith("token.clock-leeway (SIGNET_TOKEN_CLOCK_LEEWAY):"))
                .anyMatch(p -> p.startsWith("environment (not set): is required"))
                .anyMatch(p -> p.startsWith("chat.client-secret (not set): is required"))
                .hasSize(8);
    }

    @Test
    void variables_of_others_are_nobodys_business() {
        started()
                .variable("HOME", "/root")
                .variable("AUTHORITY_PORT", "1")
                .variable("SIGNETTE", "1")
                .variable("SIGNET_JAVA_HOME", "/opt/jdk")
                .variable("SIGNET_TEST_POSTGRES", "jdbc:postgresql://localhost/test")
                .settings(Command.DEMO);
    }

    @Test
    void a_file_is_named_by_the_command_line_before_the_environment() throws Exception {
        Path one = folder.resolve("one.yaml");
        Path two = folder.resolve("two.yaml");
        Started started =
                started()
                        .write(one, "chat.port: 1001".getBytes(UTF_8))
                        .write(two, "chat.port: 1002".getBytes(UTF_8))
                        .yaml("chat.port: 1003");

        assertThat(started.explained("chat.port").value()).contains("1003");
        started.variable("SIGNET_CONFIG", two.toString());
        assertThat(started.explained("chat.port").value()).contains("1002");
        started.file(one);
        assertThat(started.explained("chat.port").value()).contains("1001");
    }

    @Test
    void a_file_that_somebody_names_must_be_there() {
        assertThat(started().file(folder.resolve("none.yaml")).problems(Command.DEMO))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("none.yaml"));
    }

    @Test
    void a_secret_is_masked_and_never_quoted() {
        Started started =
                started()
                        .variable("SIGNET_KEY_ENCRYPTION_KEY", "hunter2")
                        .variable("SIGNET_CHAT_CLIENT_SECRET", Samples.SECRET);
        Loading loading = started.load(Command.DEMO);

        assertThat(loading.toString()).doesNotContain("hunter2", Samples.SECRET);
        assertThat(started.explained("chat.client-secret").value()).contains(Explained.MASK);
        assertThat(started.explained("key-encryption-key").value()).isEmpty();
    }

    @Test
    void the_sources_print_neither_names_nor_values() {
        var sources =
                new SettingsSources(
                        Map.of("k", "hunter2"), Map.of("P", "hunter3"), Optional.empty(), folder);

        assertThat(sources.toString()).doesNotContain("hunter");
    }

    @Test
    void a_secret_on_the_command_line_is_refused() {
        assertThat(started().override("chat.client-secret", Samples.SECRET).problems(Command.DEMO))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString())
                                .contains("command line")
                                .doesNotContain(Samples.SECRET));
    }

    @Test
    void a_secret_in_a_file_that_others_may_read_is_refused() throws Exception {
        Started started = started().yaml("chat:\n  client-secret: " + Samples.SECRET);
        assertThat(started.settings(Command.DEMO).chat().clientSecret())
                .contains(new Secret(Samples.SECRET));

        Path file = folder.resolve("signet.yaml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(started.problems(Command.DEMO))
                .singleElement()
                .satisfies(problem -> assertThat(problem.action()).contains("chmod 600"));
        started.yaml("chat.port: 9");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(started.problems(Command.DEMO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void live_environments_admit_no_plain_http_and_no_test_identities(String environment) {
        Started started =
                started()
                        .variable("SIGNET_ENVIRONMENT", environment)
                        .variable("SIGNET_CHAT_CLIENT_SECRET", Samples.SECRET)
                        .variable("SIGNET_WEBSOCKET_TEST_ISSUER", "https://tests.example.com")
                        .variable("SIGNET_CHAT_MODEL_BASE_URL", "http://model:11434/v1")
                        .variable("SIGNET_CHAT_MODEL_NAME", "small");

        assertThat(started.problems(Command.BACKEND).stream().map(Problem::key))
                .containsExactlyInAnyOrder(
                        "authority.issuer",
                        "chat.public-url",
                        "chat.authority-url",
                        "chat.model.base-url",
                        "websocket.test-issuer");
        assertThat(started.problems(Command.SERVE).stream().map(Problem::key))
                .containsExactlyInAnyOrder("authority.issuer", "websocket.test-issuer");
        assertThat(
                        started
                                .variable("SIGNET_AUTHORITY_ALLOW_INSECURE_HTTP", "true")
                                .problems(Command.BACKEND)
                                .stream()
                                .map(Problem::key))
                .containsExactly("websocket.test-issuer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token.audience: signet-services                | token.service-audience",
                "refresh.absolute-lifetime: P29D                | refresh.idle-lifetime",
                "authority.management-port: 8080                | authority.management-port",
                "chat.port: 8080                                | chat.port",
                "{chat.port: 9081, authority.management-port: 9081}  | chat.port",
                "chat.model.base-url: https://m.example.com     | chat.model.name",
                "chat.model.name: small                         | chat.model.name",
                "chat.model.api-key: sk-1                       | chat.model.api-key",
                "chat.client-secret-file: /does/not/exist       | chat.client-secret-file"
            })
    void settings_that_contradict_each_other_are_refused(String yaml, String key) {
        assertThat(started().yaml(yaml).problems(Command.DEMO))
                .extracting(Problem::key)
                .containsExactly(key);
    }

    @Test
    void a_secret_file_that_is_not_there_is_told_apart_from_one_that_holds_none() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty"));

        assertThat(
                        started()
                                .yaml("chat.client-secret-file: /does/not/exist")
                                .problems(Command.DEMO))
                .singleElement()
                .asString()
                .contains("cannot be read");
        assertThat(started().yaml("chat.client-secret-file: " + empty).problems(Command.DEMO))
                .singleElement()
                .asString()
                .contains("holds no secret");
    }

    @Test
    void a_client_secret_may_lie_in_a_file_of_its_own() {
        Path file = folder.resolve("secret");
        Started started =
                started()
                        .write(file, (Samples.SECRET + "\n").getBytes(UTF_8))
                        .variable("SIGNET_ENVIRONMENT", "test")
                        .variable("SIGNET_CHAT_CLIENT_SECRET_FILE", file.toString());

        assertThat(started.settings(Command.BACKEND).chat().clientSecret())
                .contains(new Secret(Samples.SECRET));
        started.variable("SIGNET_CHAT_CLIENT_SECRET", Samples.SECRET);
        assertThat(started.problems(Command.BACKEND)).hasSize(1);
    }

    @Test
    void a_model_is_there_when_its_endpoint_is() {
        assertThat(started().settings(Command.DEMO).chat().model()).isEmpty();

        var model =
                started()
                        .yaml(
                                """
                                chat:
                                  model:
                                    base-url: https://api.example.com/v1
                                    name: small
                                    api-key: sk-1
                                """)
                        .settings(Command.DEMO)
                        .chat()
                        .model()
                        .orElseThrow();

        assertThat(model.baseUrl()).hasToString("https://api.example.com/v1");
        assertThat(model.apiKey()).contains(new Secret("sk-1"));
        assertThat(model.timeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void the_former_name_of_the_legacy_secret_is_refused_with_the_new_one(Command command) {
        Started started =
                started()
                        .variable("SIGNET_ENVIRONMENT", "test")
                        .variable("SIGNET_CHAT_CLIENT_SECRET", "c".repeat(32))
                        .variable("JWT_SECRET", "xxx");

        assertThat(started.problems(command))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString())
                                .startsWith("JWT_SECRET (environment)")
                                .contains("rename it to JWT_SECRET_KEY")
                                .doesNotContain("xxx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT_SECRET", "jwt_secret", "jwt.secret", "jwt-secret"})
    void so_it_is_in_every_other_source(String name) {
        assertThat(started().override(name, "xxx").problems(Command.DEMO))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString())
                                .startsWith(name)
                                .contains("rename it to JWT_SECRET_KEY")
                                .doesNotContain("xxx"));
        assertThat(started().variable("SIGNET_JWT_SECRET", "xxx").problems(Command.DEMO))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).contains("rename it to JWT_SECRET_KEY"));
        assertThat(started().yaml(name + ": xxx\n").problems(Command.DEMO))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString())
                                .contains("rename it to JWT_SECRET_KEY")
                                .doesNotContain("xxx"));
    }

    @Test
    void the_legacy_secret_has_32_bytes_or_more() {
        Started started = started().variable("SIGNET_LEGACY_ENABLED", "true");
        assertThat(started.problems(Command.DEMO)).hasSize(1);

        started.variable("JWT_SECRET_KEY", "x".repeat(31));
        assertThat(started.problems(Command.DEMO)).hasSize(1);

        started.variable("JWT_SECRET_KEY", "x".repeat(32));
        assertThat(started.problems(Command.DEMO))
                .extracting(Problem::key)
                .containsExactly("legacy.enabled");
    }

    /** Nothing in this version would accept such a token. */
    @Test
    void legacy_tokens_are_not_promised() {
        Started started =
                started()
                        .variable("SIGNET_LEGACY_ENABLED", "true")
                        .variable("JWT_SECRET_KEY", "x".repeat(32));

        assertThat(started.problems(Command.SERVE))
                .anySatisfy(problem ->
                        assertThat(problem)
                                .hasToString(
                                        "legacy.enabled (SIGNET_LEGACY_ENABLED): is nothing that"
                                                + " this version can do; set it to false or remove"
                                                + " it"));
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0, 1", "::/0, 1", "10.0.0.0/8, 0"})
    void live_environments_do_not_trust_everybody_as_a_proxy(String range, int problems) {
        Started started =
                started()
                        .variable("SIGNET_ENVIRONMENT", "production")
                        .variable("SIGNET_AUTHORITY_ISSUER", "https://id.example.com")
                        .variable("SIGNET_TRUSTED_PROXIES", range);

        assertThat(started.problems(Command.SERVE)).hasSize(problems);
        assertThat(started.variable("SIGNET_ENVIRONMENT", "test").problems(Command.SERVE))
                .isEmpty();
    }

    @Test
    void an_explanation_finds_a_name_or_one_that_is_like_it() {
        Explanation explanation = started().load(Command.DEMO).explanation();

        assertThat(explanation.find("chat.port")).isPresent();
        assertThat(explanation.find("chat.prot")).isEmpty();
        assertThat(explanation.nearest("chat.prot")).contains("chat.port");
        assertThat(explanation.settings()).hasSameSizeAs(Table.settings());
    }

    private Started started() {
        return Started.in(folder);
    }
}
