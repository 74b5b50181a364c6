package dev.signet.authority.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.settings.Rates.Rate;
import dev.signet.testkit.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimiterTest {

    private static final Rate RATE = new Rate(3, Duration.ofSeconds(10));

    private final MovableClock clock = MovableClock.start();

    @Test
    void a_burst_goes_through_and_then_one_for_each_interval() {
        var limiter = new RateLimiter(RATE, clock);
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.delay("a")).isEmpty();
        }
        assertThat(limiter.delay("a")).contains(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(4));
        assertThat(limiter.delay("a")).contains(Duration.ofSeconds(6));
        clock.advance(Duration.ofSeconds(6));
        assertThat(limiter.delay("a")).isEmpty();
        assertThat(limiter.delay("a")).contains(Duration.ofSeconds(10));
    }

    @Test
    void a_refused_attempt_makes_the_wait_no_longer() {
        var limiter = new RateLimiter(RATE, clock);
        for (int i = 0; i < 100; i++) {
            limiter.delay("a");
        }
        clock.advance(Duration.ofSeconds(10));

        assertThat(limiter.delay("a")).isEmpty();
    }

    @Test
    void an_attempt_that_is_given_back_was_never_taken() {
        var limiter = new RateLimiter(RATE, clock);
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.delay("a")).isEmpty();
            limiter.giveBack("a");
        }
        limiter.giveBack("nobody");

        for (int i = 0; i < 3; i++) {
            assertThat(limiter.delay("a")).isEmpty();
        }
        assertThat(limiter.delay("a")).contains(Duration.ofSeconds(10));
    }

    @Test
    void a_long_silence_fills_the_bucket_and_no_more_than_that() {
        var limiter = new RateLimiter(RATE, clock);
        limiter.delay("a");
        clock.advance(Duration.ofDays(365));
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.delay("a")).isEmpty();
        }
        assertThat(limiter.delay("a")).isPresent();
    }

    @Test
    void each_key_has_its_own_bucket() {
        var limiter = new RateLimiter(new Rate(1, Duration.ofSeconds(1)), clock);

        assertThat(limiter.delay("a")).isEmpty();
        assertThat(limiter.delay("b")).isEmpty();
        assertThat(limiter.delay("a")).isPresent();
    }

    @Test
    void memory_is_bounded_and_the_key_that_was_quiet_for_longest_is_forgotten() {
        var limiter = new RateLimiter(new Rate(1, Duration.ofHours(1)), 2, clock);
        limiter.delay("quiet");
        limiter.delay("busy");
        limiter.delay("quiet");
        limiter.delay("new");

        assertThat(limiter.delay("quiet")).isPresent();
        assertThat(limiter.delay("busy")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::1, 20010db800010002/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "unknown, unknown",
        "'', ''",
    })
    void an_address_of_version_6_counts_as_its_network(String address, String key) {
        assertThat(AddressKey.of(address)).isEqualTo(key);
    }
}
