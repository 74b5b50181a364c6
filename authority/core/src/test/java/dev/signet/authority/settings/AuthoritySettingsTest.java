package dev.signet.authority.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.token.access.Environment;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthoritySettingsTest {

    @ParameterizedTest
    @CsvSource({
        "DEVELOPMENT, PT120M, P30D",
        "TEST, PT5M, P1D",
        "STAGING, PT30M, P14D",
        "PRODUCTION, PT15M, P7D",
    })
    void each_environment_has_its_lifetimes(
            Environment environment, Duration access, Duration refreshIdle) {
        Lifetimes lifetimes = Lifetimes.of(environment);

        assertThat(lifetimes.access()).isEqualTo(access);
        assertThat(lifetimes.refreshIdle()).isEqualTo(refreshIdle);
        assertThat(lifetimes.refreshAbsolute()).isEqualTo(Duration.ofDays(90));
        assertThat(lifetimes.service()).isEqualTo(Duration.ofMinutes(60));
        assertThat(lifetimes.ticket()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void nothing_lives_longer_than_the_contracts_allow() {
        Lifetimes lifetimes = Lifetimes.of(Environment.PRODUCTION);

        assertThatThrownBy(() -> lifetimes.withAccess(Duration.ofMinutes(121)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lifetimes.withAccess(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lifetimes.withRefresh(Duration.ofDays(1), Duration.ofDays(91)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lifetimes.withRefresh(Duration.ofDays(2), Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lifetimes.withConcurrentRefresh(Duration.ofSeconds(61)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lifetimes.withConcurrentRefresh(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(lifetimes.concurrentRefresh()).isEqualTo(Duration.ofSeconds(10));
        assertThat(lifetimes.withConcurrentRefresh(Duration.ZERO).concurrentRefresh()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth.example",
                "https:",
                "https://auth.example/",
                "https://auth.example/path",
                "https://auth.example?x=y",
                "https://auth.example#f",
            })
    void an_issuer_is_a_bare_base_address(String issuer) {
        assertThatThrownBy(() -> AuthoritySettings.of(URI.create(issuer), Environment.PRODUCTION))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
