package dev.signet.verifier.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.verifier.authority.Ticks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeedAgeTest {

    private final MovableClock date = MovableClock.start();
    private final MovableClock elapsed = MovableClock.start();
    private final FeedAge age = new FeedAge(Ticks.of(elapsed));

    private void advance(Duration by) {
        date.advance(by);
        elapsed.advance(by);
    }

    private void renewSignedAgo(Duration ago) {
        age.renew(date.instant().minus(ago), date.instant());
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void there_is_no_age_before_the_first_message() {
        assertThat(age.age()).isEmpty();
        assertThat(age.isWithin(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void the_age_grows_with_time() {
        renewSignedAgo(seconds(0));
        advance(seconds(30));

        assertThat(age.age()).contains(seconds(30));
        assertThat(age.isWithin(seconds(30).toNanos())).isTrue();
        advance(Duration.ofNanos(1));
        assertThat(age.isWithin(seconds(30).toNanos())).isFalse();
    }

    @Test
    void a_message_that_was_held_back_is_as_old_as_its_signature_says() {
        renewSignedAgo(seconds(25));

        assertThat(age.age()).contains(seconds(25));
    }

    @Test
    void an_older_message_does_not_raise_the_age() {
        renewSignedAgo(seconds(0));
        renewSignedAgo(seconds(25));

        assertThat(age.age()).contains(seconds(0));
    }

    @Test
    void a_message_from_a_clock_ahead_of_ours_is_new_and_not_newer() {
        renewSignedAgo(seconds(-20));
        assertThat(age.age()).contains(seconds(0));
        advance(seconds(10));

        assertThat(age.age()).contains(seconds(10));
    }

    @Test
    void setting_our_clock_back_does_not_make_knowledge_younger() {
        renewSignedAgo(seconds(0));
        elapsed.advance(seconds(31));
        date.advance(seconds(-3600));

        assertThat(age.age()).contains(seconds(31));
    }

    @Test
    void after_the_end_nothing_is_within_any_bound() {
        renewSignedAgo(seconds(0));
        age.end();
        renewSignedAgo(seconds(0));

        assertThat(age.isWithin(Long.MAX_VALUE)).isFalse();
    }
}
