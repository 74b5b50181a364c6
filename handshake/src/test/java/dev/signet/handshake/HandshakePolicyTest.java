package dev.signet.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.handshake.HandshakePolicy.Loosening;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakePolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"development", "test", "staging", "production"})
    void the_strict_policy_admits_nothing_optional_in_any_environment(String environment) {
        HandshakePolicy strict = HandshakePolicy.strict(environment);

        assertThat(strict.loosenings()).isEmpty();
        assertThat(strict.allowedOrigins()).isEmpty();
        assertThat(strict.testIssuer()).isEmpty();
        assertThat(strict.limits()).isEqualTo(HandshakeLimits.STANDARD);
    }

    @ParameterizedTest
    @EnumSource
    void a_loosening_loosens_only_what_it_names(Loosening loosening) {
        HandshakePolicy one = HandshakePolicy.strict("production").allow(loosening);

        assertThat(Loosening.values()).filteredOn(one::allows).containsExactly(loosening);
    }

    @Test
    void each_change_keeps_the_others() {
        HandshakeLimits limits = limits(it -> it.retryAfter = Duration.ofSeconds(9));
        HandshakePolicy policy =
                HandshakePolicy.strict("test")
                        .allow(Loosening.PLAINTEXT)
                        .allowTestIssuer("https://test.example")
                        .within(limits)
                        .allowOrigins(Set.of("http://localhost:8081"))
                        .allow(Loosening.LEGACY_ECHO);

        assertThat(policy)
                .isEqualTo(
                        new HandshakePolicy(
                                "test",
                                Set.of("http://localhost:8081"),
                                Set.of(Loosening.PLAINTEXT, Loosening.LEGACY_ECHO),
                                Optional.of("https://test.example"),
                                limits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void a_test_issuer_stops_the_start_up_outside_of_tests(String environment) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        HandshakePolicy.strict(environment).allowTestIssuer("https://t.example"))
                .withMessageContaining("testIssuer")
                .withMessageContaining("development and test")
                .withMessageContaining(environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "test"})
    void a_test_issuer_is_admitted_in_tests(String environment) {
        assertThat(HandshakePolicy.strict(environment).allowTestIssuer("https://t.example"))
                .returns(Optional.of("https://t.example"), HandshakePolicy::testIssuer);
    }

    @Test
    void a_blank_test_issuer_is_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HandshakePolicy.strict("test").allowTestIssuer(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prod", "Production", "dev", "local", "production "})
    void an_unknown_environment_has_no_default(String environment) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HandshakePolicy.strict(environment))
                .withMessageContaining("environment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "",
                "https://*.example",
                "https://app.example/",
                "app.example",
                "https://APP.example",
                "https://app.example:443",
                "http://app.example:80",
                "https://user@app.example",
                "https://app.example/ws",
                "https://",
                "https://a:0",
                "https://a:123456",
                "//app.example",
                "https://app.example?x",
                " https://a.example"
            })
    void an_origin_that_no_browser_writes_is_a_mistake(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HandshakePolicy.strict("test").allowOrigins(Set.of(origin)))
                .withMessageContaining("allowedOrigins");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example",
                "http://localhost:8081",
                "http://127.0.0.1",
                "http://[::1]:80" + "81",
                "https://a.example:80",
                "http://a.example:443",
                "capacitor://localhost"
            })
    void an_origin_as_browsers_write_it_is_admitted(String origin) {
        assertThat(HandshakePolicy.strict("test").allowOrigins(Set.of(origin)).allowedOrigins())
                .containsExactly(origin);
    }

    @Test
    void no_limit_is_zero_or_beyond_its_ceiling() {
        refused("protocolEntries", it -> it.protocolEntries = 0, it -> it.protocolEntries = 65);
        refused("protocolChars", it -> it.protocolChars = 0, it -> it.protocolChars = 65_537);
        refused("queryChars", it -> it.queryChars = 0, it -> it.queryChars = 65_537);
        refused("queryParameters", it -> it.queryParameters = 0, it -> it.queryParameters = 257);
        refused("tokenBytes", it -> it.tokenBytes = 0, it -> it.tokenBytes = 16_385);
        refused("ticketBytes", it -> it.ticketBytes = 0, it -> it.ticketBytes = 1025);
        refused(
                "firstMessage",
                it -> it.firstMessage = Duration.ZERO,
                it -> it.firstMessage = Duration.ofMillis(5001));
        refused(
                "expiringNotice",
                it -> it.expiringNotice = Duration.ZERO,
                it -> it.expiringNotice = Duration.ofHours(1).plusNanos(1));
        refused(
                "unavailableGrace",
                it -> it.unavailableGrace = Duration.ofNanos(-1),
                it -> it.unavailableGrace = Duration.ofMinutes(5).plusNanos(1));
        refused(
                "retryAfter",
                it -> it.retryAfter = Duration.ofMillis(999),
                it -> it.retryAfter = Duration.ofHours(1).plusNanos(1));
    }

    @Test
    void the_floors_and_the_ceilings_are_admitted() {
        HandshakeLimits floors =
                new HandshakeLimits(
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        Duration.ofMillis(1),
                        Duration.ofMillis(1),
                        Duration.ZERO,
                        Duration.ofSeconds(1));

        assertThat(floors.unavailableGrace()).isZero();
        assertThat(new MutableLimits().build().tokenBytes()).isEqualTo(16 * 1024);
    }

    @Test
    void the_standard_limits_are_those_of_the_contracts() {
        assertThat(HandshakeLimits.STANDARD)
                .returns(16 * 1024, HandshakeLimits::tokenBytes)
                .returns(Duration.ofSeconds(5), HandshakeLimits::firstMessage)
                .returns(Duration.ofSeconds(60), HandshakeLimits::expiringNotice);
    }

    @Test
    void the_largest_token_fits_into_the_header_in_its_longest_form() {
        String entry =
                "base64url.bearer.authorization.k8s.io."
                        + ScriptedVerifier.encoded("x".repeat(16 * 1024));

        assertThat(entry).hasSizeLessThan(HandshakeLimits.STANDARD.protocolChars());
    }

    @SafeVarargs
    private static void refused(String name, Consumer<MutableLimits>... changes) {
        for (Consumer<MutableLimits> change : changes) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> limits(change))
                    .withMessageStartingWith(name + ":");
        }
    }

    private static HandshakeLimits limits(Consumer<MutableLimits> change) {
        MutableLimits limits = new MutableLimits();
        change.accept(limits);
        return limits.build();
    }

    /** The ceilings, to be changed one at a time. */
    private static final class MutableLimits {
        int protocolEntries = 64;
        int protocolChars = 65_536;
        int queryChars = 65_536;
        int queryParameters = 256;
        int tokenBytes = 16_384;
        int ticketBytes = 1024;
        Duration firstMessage = Duration.ofSeconds(5);
        Duration expiringNotice = Duration.ofHours(1);
        Duration unavailableGrace = Duration.ofMinutes(5);
        Duration retryAfter = Duration.ofHours(1);

        HandshakeLimits build() {
            return new HandshakeLimits(
                    protocolEntries,
                    protocolChars,
                    queryChars,
                    queryParameters,
                    tokenBytes,
                    ticketBytes,
                    firstMessage,
                    expiringNotice,
                    unavailableGrace,
                    retryAfter);
        }
    }
}
