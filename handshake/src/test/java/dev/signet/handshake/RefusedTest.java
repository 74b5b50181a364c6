package dev.signet.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.token.verdict.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedTest {

    private static final Optional<Duration> WAIT = Optional.of(Duration.ofSeconds(5));
    private static final Optional<String> CHALLENGE = Optional.of("Bearer");

    @Test
    void an_invalid_credential_is_challenged() {
        assertThat(Refusals.invalid(Reason.REVOKED_SESSION))
                .returns("The credential is not valid: revoked session.", Refused::detail)
                .returns(
                        Map.of(
                                "Cache-Control",
                                "no-store",
                                "WWW-Authenticate",
                                "Bearer error=\"invalid_token\""),
                        Refused::headers);
    }

    @ParameterizedTest
    @CsvSource({"PT0.001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT5S, 5", "PT1H, 3600"})
    void a_wait_is_rounded_up_to_seconds(Duration wait, String seconds) {
        assertThat(Refused.tooMany(wait).headers()).containsEntry("Retry-After", seconds);
        assertThat(Refusals.unavailable(wait).headers()).containsEntry("Retry-After", seconds);
    }

    @Test
    void too_many_is_429() {
        assertThat(Refused.tooMany(Duration.ofSeconds(5)))
                .returns(429, Refused::status)
                .returns("too_many", Refused::code)
                .returns(WAIT, Refused::retryAfter);
    }

    @Test
    void a_bad_request_carries_neither_challenge_nor_wait() {
        assertThat(Refusals.malformedQuery().headers())
                .isEqualTo(Map.of("Cache-Control", "no-store"));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 200, 302, 402, 404, 500, 502})
    void other_statuses_are_no_answer_of_a_handshake(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Refused(status, "c", "d", Optional.empty(), Optional.empty()));
    }

    @Test
    void a_status_has_the_headers_that_belong_to_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refused(401, "c", "d", Optional.empty(), Optional.empty()))
                .withMessageContaining("wwwAuthenticate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refused(400, "c", "d", Optional.empty(), CHALLENGE))
                .withMessageContaining("wwwAuthenticate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refused(503, "c", "d", Optional.empty(), Optional.empty()))
                .withMessageContaining("retryAfter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refused(429, "c", "d", Optional.empty(), Optional.empty()))
                .withMessageContaining("retryAfter");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refused(401, "c", "d", WAIT, CHALLENGE))
                .withMessageContaining("retryAfter");
    }
}
