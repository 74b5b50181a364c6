package dev.signet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageLimitsTest {

    @Test
    void the_standard_limits_are_within_their_own_bounds() {
        StorageLimits limits = StorageLimits.standard();

        assertThat(limits.groupMax()).isLessThanOrEqualTo(limits.queuedMax());
        assertThat(limits.queueWait()).isLessThan(limits.outcomeWait());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100_001})
    void a_count_out_of_range_is_refused(int count) {
        assertThatThrownBy(() -> StorageLimits.standard().withQueue(count, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("queuedMax");
        assertThatThrownBy(() -> StorageLimits.standard().withReaders(count, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("readersMax");
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-1S", "PT5M0.001S"})
    void a_wait_that_never_ends_or_never_begins_is_refused(Duration wait) {
        assertThatThrownBy(() -> StorageLimits.standard().withQueue(1, wait))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("queueWait");
    }
}
