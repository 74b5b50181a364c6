package dev.signet.token.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.token.jose.Algorithm;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenProfileTest {

    private static TokenProfile with(Duration leeway, Duration ageMax) {
        return new TokenProfile(
                "https://i", Set.of("a"), "test", Set.of(Algorithm.ES256), leeway, ageMax);
    }

    @Test
    void the_strict_profile_takes_es256_and_thirty_seconds() {
        TokenProfile profile = TokenProfile.of("https://i", Set.of("a"), "test");

        assertThat(profile.algorithms()).containsExactly(Algorithm.ES256);
        assertThat(profile.leeway()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void nobody_can_loosen_it_without_end() {
        Duration hour = Duration.ofHours(1);

        assertThat(with(Duration.ofSeconds(60), Duration.ofHours(24)).leeway())
                .isEqualTo(Duration.ofSeconds(60));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Duration.ofSeconds(61), hour));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Duration.ofMillis(60_001), hour));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Duration.ofSeconds(-1), hour));
        assertThatIllegalArgumentException().isThrownBy(() -> with(Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Duration.ZERO, Duration.ofHours(25)));
    }

    @Test
    void nothing_may_be_left_open() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenProfile.of("", Set.of("a"), "test"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenProfile.of("https://i", Set.of(), "test"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenProfile.of("https://i", Set.of("a"), ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TokenProfile.of("https://i", Set.of("a"), "test").withAlgorithms(Set.of()));
    }
}
