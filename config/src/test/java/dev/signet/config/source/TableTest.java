package dev.signet.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.access.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting, one by one. */
class TableTest {

    private @TempDir Path folder;

    static Stream<Setting<?>> settings() {
        return Table.settings().stream();
    }

    @Test
    void names_and_variables_are_unique_and_every_setting_has_a_sample() {
        assertThat(settings().map(Setting::name)).doesNotHaveDuplicates();
        assertThat(settings().map(Setting::variable))
                .doesNotHaveDuplicates()
                .allMatch(variable -> variable.matches("SIGNET(_[A-Z]+)+"));
        assertThat(settings().map(Setting::name))
                .containsExactlyInAnyOrderElementsOf(Samples.TEXTS.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void every_default_is_a_value_that_could_also_be_given(Environment environment) {
        var values = new Values(Layers.of(List.of(environment(environment.code()).texts())));

        assertThat(settings())
                .filteredOn(setting -> !(setting.fallback() instanceof Fallback.None))
                .allSatisfy(setting -> assertThat(values.find(setting)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_setting_can_be_given_in_the_file(Setting<?> setting) {
        String text = Samples.TEXTS.get(setting.name());
        Started started = Started.in(folder).yaml("\n" + setting.name() + ": '" + text + "'\n");

        Explained explained = started.explained(setting.name());

        assertThat(explained.value()).contains(setting.secret() ? Explained.MASK : text);
        assertThat(explained.origin().text()).endsWith("signet.yaml:2");
        assertThat(explained.isDefault()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_setting_can_be_given_in_the_environment(Setting<?> setting) {
        String text = Samples.TEXTS.get(setting.name());
        Started started = Started.in(folder).variable(setting.variable(), text);

        Explained explained = started.explained(setting.name());

        assertThat(explained.value()).contains(setting.secret() ? Explained.MASK : text);
        assertThat(explained.origin()).hasToString(setting.variable());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void an_empty_text_is_never_the_same_as_none(Setting<?> setting) {
        List<Problem> problems =
                Started.in(folder).variable(setting.variable(), "").problems(Command.DEMO);

        boolean list = List.of("trusted-proxies", "websocket.origins").contains(setting.name());
        assertThat(problems).filteredOn(p -> p.key().equals(setting.name())).hasSize(list ? 0 : 1);
    }

    static Stream<Arguments> single() {
        return settings()
                .map(Setting::name)
                .filter(name -> !name.startsWith("chat.model.") && !name.startsWith("legacy."))
                .filter(name -> !name.equals("chat.client-secret-file"))
                .filter(name -> !name.equals("authority.allow-insecure-http"))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("single")
    void a_setting_that_is_given_changes_the_settings(String name) {
        var usual = Started.in(folder).settings(Command.DEMO);
        var changed =
                Started.in(folder)
                        .variable(
                                Table.find(name).orElseThrow().variable(), Samples.TEXTS.get(name))
                        .settings(Command.DEMO);

        assertThat(changed).isNotEqualTo(usual);
    }

    @ParameterizedTest
    @CsvSource({
        "development, PT2H,  P30D",
        "test,        PT5M,  P1D",
        "staging,     PT30M, P14D",
        "production,  PT15M, P7D"
    })
    void lifetimes_depend_on_the_environment(String name, String access, String idle) {
        var settings =
                Started.in(folder)
                        .variable("SIGNET_ENVIRONMENT", name)
                        .variable("SIGNET_AUTHORITY_ISSUER", "https://id.example.com")
                        .settings(Command.SERVE);

        assertThat(settings.environment().code()).isEqualTo(name);
        assertThat(settings.token().accessLifetime()).hasToString(access);
        assertThat(settings.refresh().idleLifetime()).isEqualTo(java.time.Duration.parse(idle));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "environment                       | prod",
                "environment                       | Production",
                "environment                       | ${ENVIRONMENT}",
                "crypto.provider                   | bouncycastle",
                "trusted-proxies                   | 10.0.0.0/40",
                "trusted-proxies                   | proxy.example.com",
                "trusted-proxies                   | 10.0.0.1,",
                "authority.host                    | http://localhost",
                "authority.host                    | a b",
                "authority.port                    | 0",
                "authority.port                    | 65536",
                "authority.port                    | 80a",
                "authority.port                    | +80",
                "authority.port                    | 080",
                "authority.port                    | 0x50",
                "authority.port                    | 8_080",
                "authority.port                    | -1",
                "authority.port                    | 99999999999",
                "authority.port                    | ` 80`",
                "authority.management-port         | -1",
                "authority.issuer                  | localhost:8080",
                "authority.issuer                  | ftp://localhost",
                "authority.issuer                  | https://id.example.com/",
                "authority.issuer                  | https://id.example.com?x=1",
                "authority.issuer                  | https://id.example.com#x",
                "authority.issuer                  | https://user@id.example.com",
                "authority.issuer                  | https://ID.example.com",
                "authority.issuer                  | https:///path",
                "authority.issuer                  | https://id.example.com:99999",
                "authority.issuer                  | https://id.example.com:",
                "authority.issuer                  | https://id.example.com/tenant",
                "authority.issuer                  | https://id.example.com:443",
                "authority.issuer                  | http://id.example.com:80",
                "authority.issuer                  | not a url",
                "authority.allow-insecure-http     | yes",
                "authority.allow-insecure-http     | TRUE",
                "token.audience                    | two words",
                "token.clock-leeway                | PT61S",
                "token.clock-leeway                | PT-1S",
                "token.clock-leeway                | 30",
                "token.clock-leeway                | 30s",
                "token.access-lifetime             | PT0S",
                "token.access-lifetime             | PT121M",
                "token.service-lifetime            | PT61M",
                "refresh.idle-lifetime             | P91D",
                "refresh.absolute-lifetime         | P366D",
                "refresh.absolute-lifetime         | P1Y",
                "refresh.concurrent-within         | PT61S",
                "refresh.concurrent-within         | PT-1S",
                "refresh.concurrent-within         | 10",
                "password.length-min               | 7",
                "password.length-min               | 65",
                "password.length-max               | 63",
                "password.length-max               | 1025",
                "login.per-account                 | 0",
                "login.per-address                 | unlimited",
                "login.window                      | PT0S",
                "websocket.query-tokens            | true",
                "websocket.first-message           | allowed",
                "websocket.echo-legacy-subprotocol | 1",
                "websocket.origins                 | *",
                "websocket.origins                 | https://app.example.com/path",
                "websocket.origins                 | app.example.com",
                "websocket.origins                 | https://app.example.com:443",
                "websocket.origins                 | null",
                "websocket.test-issuer             | tests",
                "feed.staleness-policy             | fail-open",
                "feed.staleness-bound              | PT11M",
                "chat.port                         | 99999",
                "chat.public-url                   | //chat",
                "chat.public-url                   | https://example.com/chat",
                "chat.client-id                    | a b",
                "chat.client-secret                | short",
                "chat.client-secret                | `with blanks in it, though long enough`",
                "chat.model.base-url               | file:///etc/passwd",
                "chat.model.timeout                | PT11M",
                "key-encryption-key                | AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "key-encryption-key                | 3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs",
                "key-encryption-key                | 3q2-7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=",
                "key-encryption-key                | secret",
                "legacy.enabled                    | maybe"
            })
    void a_text_of_another_form_is_refused_with_its_form(String name, String text) {
        Setting<?> setting = Table.find(name).orElseThrow();

        List<Problem> problems =
                Started.in(folder).variable(setting.variable(), text).problems(Command.DEMO);

        assertThat(problems)
                .filteredOn(problem -> problem.key().equals(name))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.origin()).hasToString(setting.variable());
                    assertThat(problem.action()).contains(setting.type().form());
                    assertThat(problem.what().contains(text)).isEqualTo(!setting.secret());
                });
    }

    private static Contents environment(String name) {
        return Contents.of(java.util.Map.of("environment", name), "test");
    }
}
