package dev.signet.verifier.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration LEAST = Duration.ofMillis(100);
    private static final Duration MOST = Duration.ofSeconds(5);

    @Test
    void pauses_double_up_to_a_bound_and_are_never_shorter_than_half() {
        for (long seed = 0; seed < 100; seed++) {
            Backoff backoff = new Backoff(LEAST, MOST, new Random(seed));
            Duration whole = LEAST;
            for (int i = 0; i < 20; i++) {
                assertThat(backoff.next())
                        .as("seed %d, pause %d", seed, i)
                        .isBetween(whole.dividedBy(2), whole);
                whole = whole.multipliedBy(2).compareTo(MOST) > 0 ? MOST : whole.multipliedBy(2);
            }
        }
    }

    @Test
    void pauses_of_two_verifiers_differ() {
        Backoff one = new Backoff(LEAST, MOST, new Random(1));
        Backoff other = new Backoff(LEAST, MOST, new Random(2));

        assertThat(one.next()).isNotEqualTo(other.next());
    }

    @Test
    void success_makes_pauses_short_again() {
        Backoff backoff = new Backoff(LEAST, MOST, new Random(1));
        for (int i = 0; i < 10; i++) {
            backoff.next();
        }
        backoff.reset();

        assertThat(backoff.next()).isLessThanOrEqualTo(LEAST);
    }
}
