package dev.signet.chat.http.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.testkit.MovableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

    private static final int MOST = 5;

    private final MovableClock clock = MovableClock.start();
    private final RandomValues random = new RandomValues(new SecureRandom());
    private final SignInAttempts attempts =
            new SignInAttempts(
                    random,
                    new BackendLimits.SignIn(
                            MOST,
                            Duration.ofMinutes(10),
                            Duration.ofDays(1),
                            Duration.ofSeconds(90),
                            Duration.ofMinutes(1)),
                    clock);

    @Test
    void an_attempt_is_taken_once_and_by_its_own_browser() {
        String browser = random.next();
        String state = attempts.begin(browser).state();

        assertThat(attempts.take(state, random.next())).isEmpty();
        assertThat(attempts.take(random.next(), browser)).isEmpty();
        assertThat(attempts.take(state, browser)).isPresent();
        assertThat(attempts.take(state, browser)).isEmpty();
    }

    @Test
    void an_attempt_is_over_after_ten_minutes() {
        String browser = random.next();
        String state = attempts.begin(browser).state();
        clock.advance(Duration.ofMinutes(10));

        assertThat(attempts.take(state, browser)).isEmpty();
    }

    @Test
    void the_eldest_gives_way_when_there_are_too_many() {
        String browser = random.next();
        List<String> states = new ArrayList<>();
        for (int i = 0; i <= MOST; i++) {
            states.add(attempts.begin(browser).state());
        }

        assertThat(attempts.take(states.getFirst(), browser)).isEmpty();
        assertThat(states.subList(1, states.size()))
                .allMatch(state -> attempts.take(state, browser).isPresent());
    }

    @Test
    void nothing_of_an_attempt_is_printed() {
        SignInAttempts.AttemptWithState begun = attempts.begin(random.next());

        assertThat(begun.toString() + begun.attempt())
                .doesNotContain(begun.state(), begun.attempt().codeVerifier());
    }
}
