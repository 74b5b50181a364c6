package dev.signet.token.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.forgery.Forge;
import dev.signet.token.forgery.Json;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each boundary in time to the millisecond, for a new token and for a remembered one. */
class LeewayTest {

    private static final Duration TICK = Duration.ofMillis(1);

    private final Forge forge = Forge.shared();
    private final TestClock clock = new TestClock(Forge.NOW);

    private TokenValidator validator(int leewaySeconds) {
        TokenProfile profile = Forge.profile();
        TokenProfile exact =
                new TokenProfile(
                        profile.issuer(),
                        profile.audiences(),
                        profile.environment(),
                        profile.algorithms(),
                        Duration.ofSeconds(leewaySeconds),
                        Duration.ofHours(1));
        return new TokenValidator(
                exact, forge.source(CryptoProvider.best()), new RevocationState(), clock);
    }

    private String token(String name, Instant time) {
        Json claims = forge.claims().with(name, Long.toString(time.getEpochSecond()));
        return forge.sign(forge.header(), claims);
    }

    /** At that instant: by a validator that knows the token, and by one that does not. */
    private void assertVerdicts(
            int leeway, TokenValidator knowing, String token, Instant at, Object expected) {
        clock.set(at);
        assertThat(answer(validator(leeway).validate(token))).isEqualTo(expected);
        assertThat(answer(knowing.validate(token))).isEqualTo(expected);
    }

    private static Object answer(Verdict verdict) {
        return verdict instanceof Verdict.Invalid invalid ? invalid.reason() : verdict.name();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60})
    void exp_ends_with_the_leeway(int leeway) {
        Instant exp = Instant.ofEpochSecond(Forge.NOW.getEpochSecond() + 100);
        Instant end = exp.plusSeconds(leeway);
        String token = token("exp", exp);
        TokenValidator knowing = validator(leeway);
        knowing.validate(token);

        assertVerdicts(leeway, knowing, token, end.minus(TICK), "VALID");
        assertVerdicts(leeway, knowing, token, end, Reason.EXPIRED);
        assertVerdicts(leeway, knowing, token, end.plus(TICK), Reason.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60})
    void iat_begins_with_the_leeway(int leeway) {
        Instant iat = Instant.ofEpochSecond(Forge.NOW.getEpochSecond());
        Instant begin = iat.minusSeconds(leeway);
        String token = token("iat", iat);
        TokenValidator knowing = validator(leeway);
        knowing.validate(token);

        assertVerdicts(leeway, knowing, token, begin.minus(TICK), Reason.NOT_YET_VALID);
        assertVerdicts(leeway, knowing, token, begin, "VALID");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60})
    void nbf_begins_with_the_leeway(int leeway) {
        Instant nbf = Instant.ofEpochSecond(Forge.NOW.getEpochSecond() + 100);
        Instant begin = nbf.minusSeconds(leeway);
        String token = token("nbf", nbf);

        clock.set(begin.minus(TICK));
        TokenValidator validator = validator(leeway);
        assertThat(answer(validator.validate(token))).isEqualTo(Reason.NOT_YET_VALID);
        clock.set(begin);
        assertThat(answer(validator.validate(token))).isEqualTo("VALID");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60})
    void the_greatest_age_ends_with_the_leeway(int leeway) {
        Instant iat = Instant.ofEpochSecond(Forge.NOW.getEpochSecond());
        Instant end = iat.plusSeconds(3_600L + leeway);
        Json claims =
                forge.claims()
                        .with("iat", Long.toString(iat.getEpochSecond()))
                        .with("exp", Long.toString(iat.getEpochSecond() + 7_200));
        String token = forge.sign(forge.header(), claims);
        TokenValidator knowing = validator(leeway);
        knowing.validate(token);

        assertVerdicts(leeway, knowing, token, end, "VALID");
        assertVerdicts(leeway, knowing, token, end.plus(TICK), Reason.TOO_OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "0.5", "0.999"})
    void fractions_of_a_second_count(String fraction) {
        long second = Forge.NOW.getEpochSecond() + 100;
        Duration part = Duration.ofNanos((long) (Double.parseDouble(fraction) * 1e9));
        Instant end = Instant.ofEpochSecond(second).plus(part);
        String exp = second + fraction.substring(1);
        String token = forge.sign(forge.header(), forge.claims().with("exp", exp));

        clock.set(end.minus(TICK.multipliedBy(2)));
        assertThat(answer(validator(0).validate(token))).isEqualTo("VALID");
        clock.set(end.plus(TICK));
        assertThat(answer(validator(0).validate(token))).isEqualTo(Reason.EXPIRED);
    }
}
