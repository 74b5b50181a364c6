package dev.signet.authority.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockoutsTest {

    @ParameterizedTest
    @CsvSource({
        "1, PT0S",
        "4, PT0S",
        "5, PT1M",
        "6, PT2M",
        "7, PT4M",
        "10, PT32M",
        "11, PT1H",
        "12, PT1H",
        "2147483647, PT1H",
    })
    void a_lock_doubles_with_each_failure_and_ends_at_an_hour(int failures, Duration lock) {
        assertThat(Lockouts.lockAfter(failures)).isEqualTo(lock);
    }
}
