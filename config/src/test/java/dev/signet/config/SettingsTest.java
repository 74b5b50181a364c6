package dev.signet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.token.access.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final URI URL = URI.create("https://id.example.com");
    private static final Duration HOUR = Duration.ofHours(1);

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused("port 0", () -> new AuthoritySettings("h", 0, URL, "h", 9080)),
                refused("port 65536", () -> new AuthoritySettings("h", 65_536, URL, "h", 9080)),
                refused("management -1", () -> new AuthoritySettings("h", 1, URL, "h", -1)),
                refused("one port twice", () -> new AuthoritySettings("h", 1, URL, "h", 1)),
                refused("one audience", () -> token("a", "a", Duration.ZERO, HOUR, HOUR)),
                refused("leeway", () -> token("a", "b", Duration.ofSeconds(61), HOUR, HOUR)),
                refused("no life", () -> token("a", "b", Duration.ZERO, Duration.ZERO, HOUR)),
                refused("long", () -> token("a", "b", Duration.ZERO, HOUR.multipliedBy(3), HOUR)),
                refused("service", () -> token("a", "b", Duration.ZERO, HOUR, HOUR.plusNanos(1))),
                refused("idle", () -> new RefreshSettings(HOUR.plusNanos(1), HOUR, Duration.ZERO)),
                refused(
                        "absolute",
                        () -> new RefreshSettings(HOUR, Duration.ofDays(366), Duration.ZERO)),
                refused(
                        "concurrent",
                        () -> new RefreshSettings(HOUR, HOUR, Duration.ofSeconds(61))),
                refused("short", () -> new PasswordSettings(7, 128)),
                refused("long minimum", () -> new PasswordSettings(65, 128)),
                refused("small maximum", () -> new PasswordSettings(12, 63)),
                refused("large maximum", () -> new PasswordSettings(12, 1025)),
                refused("account", () -> new LoginSettings(0, 1, HOUR)),
                refused("address", () -> new LoginSettings(1, 0, HOUR)),
                refused("window", () -> new LoginSettings(1, 1, Duration.ZERO)),
                refused(
                        "staleness",
                        () -> new FeedSettings(StalenessPolicy.SERVE_STALE, Duration.ofDays(1))),
                refused("timeout", () -> new ModelSettings(URL, Optional.empty(), "m", HOUR)),
                refused("chat port", () -> chat(0)),
                refused("no secret", () -> new LegacySettings(true, Optional.empty())),
                refused(
                        "a secret for nothing",
                        () -> new LegacySettings(false, Optional.of(new Secret("s")))),
                refused("empty", () -> new Secret("")),
                refused("bounds", () -> new Bounds(HOUR, Duration.ZERO)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossible")
    void settings_that_make_no_sense_cannot_be_made(String name, ThrowingCallable making) {
        assertThatThrownBy(making).as(name).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_secret_is_never_printed_wherever_it_stands() {
        ChatSettings chat = chat(1).withClientSecret(new Secret("hunter2"));

        assertThat(chat.toString()).doesNotContain("hunter2").contains("hidden");
    }

    @ParameterizedTest
    @EnumSource
    void an_environment_is_found_by_its_exact_name(Environment environment) {
        assertThat(Environment.ofCode(environment.code())).contains(environment);
        assertThat(Environment.ofCode(environment.name())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "", " test", "demo", "emergency"})
    void other_names_are_no_environments(String name) {
        assertThat(Environment.ofCode(name)).isEmpty();
    }

    private static Arguments refused(String name, ThrowingCallable making) {
        return Arguments.of(name, making);
    }

    private static TokenSettings token(
            String audience, String services, Duration leeway, Duration access, Duration service) {
        return new TokenSettings(audience, services, leeway, access, service);
    }

    private static ChatSettings chat(int port) {
        return new ChatSettings("h", port, URL, URL, "chat", Optional.empty(), Optional.empty());
    }
}
