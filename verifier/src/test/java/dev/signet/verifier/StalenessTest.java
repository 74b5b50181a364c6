package dev.signet.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.testkit.MovableClock;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import dev.signet.token.verdict.Verdict.Cause;
import dev.signet.verifier.fake.Await;
import dev.signet.verifier.fake.FakeAuthority;
import dev.signet.verifier.fake.Handler;
import dev.signet.verifier.fake.Misbehaviour;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outage contract: what is answered while the authority or its feed is away. */
class StalenessTest {

    private static final Verdict STALE = new Verdict.Unavailable(Cause.FEED_STALE);
    private static final Verdict NO_ANSWER = new Verdict.Unavailable(Cause.AUTHORITY);

    private final MovableClock clock = MovableClock.start();
    private final FakeAuthority authority = new FakeAuthority(clock);
    private final IssuedToken token = authority.userToken("usr_1", "ses_1", Duration.ofHours(2));
    private Verifier verifier;

    @AfterEach
    void stop() {
        verifier.close();
        authority.close();
    }

    private void startFresh(Staleness policy) {
        verifier =
                TestVerifiers.fresh(
                        TestVerifiers.of(authority, clock).staleness(policy), authority);
    }

    private void startWithoutFeed(Staleness policy) {
        feedAway();
        verifier = TestVerifiers.of(authority, clock).staleness(policy).start();
        Await.until("keys are known", () -> !verifier.status().keyIds().isEmpty());
    }

    private void feedAway() {
        Handler away = (request, reply) -> reply.send(503, "text/plain", "");
        authority.misbehave(FakeAuthority.FEED, away);
        authority.misbehave(FakeAuthority.SNAPSHOT, away);
        authority.hangUp();
    }

    private void passBound() {
        clock.advance(Duration.ofSeconds(31));
    }

    private Verdict verify() {
        return verifier.verify(token.value());
    }

    private void answerValidate(String json) {
        authority.misbehave(
                FakeAuthority.VALIDATE,
                (request, reply) ->
                        authority.asService(
                                request,
                                reply,
                                (asked, answer) -> answer.send(200, "application/json", json)));
    }

    static List<Staleness> strictBeforeTheFirstSnapshot() {
        return List.of(Staleness.failClosed(), Staleness.serveStale(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @MethodSource("strictBeforeTheFirstSnapshot")
    void without_a_first_snapshot_nothing_is_valid(Staleness policy) {
        startWithoutFeed(policy);

        assertThat(verify()).isEqualTo(STALE);
        assertThat(verifier.verify("nonsense")).isEqualTo(new Verdict.Invalid(Reason.MALFORMED));
        assertThat(verifier.status().freshness()).isEqualTo(Freshness.STARTING);
        assertThat(verifier.status().isReady()).isFalse();
    }

    @Test
    void without_keys_nothing_is_judged() {
        Handler away = (request, reply) -> reply.send(503, "text/plain", "");
        authority.misbehave(FakeAuthority.KEYS, away);
        verifier = TestVerifiers.of(authority, clock).start();

        assertThat(verify()).isEqualTo(new Verdict.Unavailable(Cause.KEYS));
    }

    @Test
    void fail_closed_answers_from_memory_up_to_the_bound_and_then_is_unavailable() {
        startFresh(Staleness.failClosed());
        feedAway();
        clock.advance(Duration.ofSeconds(29));
        assertThat(verify()).isInstanceOf(Verdict.Valid.class);

        clock.advance(Duration.ofSeconds(2));
        assertThat(verify()).isEqualTo(STALE);
        assertThat(verifier.status().freshness()).isEqualTo(Freshness.STALE);
    }

    @Test
    void an_invalid_token_stays_invalid_during_an_outage() {
        startFresh(Staleness.failClosed());
        authority.revokeToken(token);
        TestVerifiers.upToDate(verifier, authority);
        feedAway();
        passBound();

        assertThat(verify()).isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
    }

    @Test
    void unavailable_ends_with_the_outage() {
        startFresh(Staleness.failClosed());
        feedAway();
        passBound();
        assertThat(verify()).isEqualTo(STALE);

        authority.behave();
        Await.until("it is valid again", () -> verify() instanceof Verdict.Valid);
    }

    @Test
    void an_open_connection_is_judged_by_the_same_bound() {
        startFresh(Staleness.ask());
        Identity identity = ((Verdict.Valid) verify()).identity();
        feedAway();
        passBound();

        assertThat(verifier.verifyAgain(identity)).isEqualTo(STALE);
        assertThat(authority.requests(FakeAuthority.VALIDATE)).isZero();
    }

    @Test
    void serve_stale_goes_on_with_what_is_known_and_no_longer_than_its_bound() {
        startFresh(Staleness.serveStale(Duration.ofMinutes(10)));
        IssuedToken revoked = authority.userToken("usr_2", "ses_2");
        authority.revokeToken(revoked);
        TestVerifiers.upToDate(verifier, authority);
        feedAway();
        clock.advance(Duration.ofMinutes(9));
        assertThat(verify()).isInstanceOf(Verdict.Valid.class);
        assertThat(verifier.verify(revoked.value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));

        clock.advance(Duration.ofMinutes(2));
        assertThat(verify()).isEqualTo(STALE);
    }

    @Test
    void ask_does_not_ask_while_the_feed_is_fresh() {
        startFresh(Staleness.ask());
        verify();

        assertThat(authority.requests(FakeAuthority.VALIDATE)).isZero();
    }

    @Test
    void ask_asks_each_time_and_keeps_nothing() {
        startWithoutFeed(Staleness.ask());
        answerValidate("{\"verdict\":\"VALID\",\"user_id\":\"usr_1\",\"sid\":\"ses_1\"}");
        assertThat(verify()).isInstanceOf(Verdict.Valid.class);

        answerValidate("{\"verdict\":\"INVALID\",\"reason\":\"revoked_session\"}");
        assertThat(verify()).isEqualTo(new Verdict.Invalid(Reason.REVOKED_SESSION));
        assertThat(authority.requests(FakeAuthority.VALIDATE)).isEqualTo(2);
    }

    @Test
    void nobody_is_asked_about_a_token_that_is_invalid_here() {
        startWithoutFeed(Staleness.ask());
        answerValidate("{\"verdict\":\"VALID\",\"user_id\":\"usr_1\"}");
        String forged = token.value().substring(0, token.value().lastIndexOf('.')) + ".AAAA";

        assertThat(verifier.verify(forged)).isInstanceOf(Verdict.Invalid.class);
        assertThat(authority.requests(FakeAuthority.VALIDATE)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void an_authority_that_answers_badly_when_asked_is_unavailable(Misbehaviour bad) {
        startWithoutFeed(Staleness.ask());
        byte[] good =
                "{\"verdict\":\"VALID\",\"user_id\":\"usr_1\"}".getBytes(StandardCharsets.UTF_8);
        authority.misbehave(FakeAuthority.VALIDATE, bad.handler(good));

        assertThat(verify()).isEqualTo(NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"verdict\":\"VALID\",\"user_id\":\"usr_2\"}",
                "{\"verdict\":\"VALID\",\"user_id\":\"usr_1\",\"sid\":\"ses_2\"}",
                "{\"verdict\":\"VALID\",\"user_id\":\"usr_1\",\"client_id\":\"other\"}",
                "{\"verdict\":\"valid\",\"user_id\":\"usr_1\"}",
                "{\"verdict\":\"VALID\",\"verdict\":\"VALID\"}",
                "{\"verdict\":true}",
                "{\"verdict\":\"INVALID\"}",
                "{\"verdict\":\"INVALID\",\"reason\":\"because\"}",
                "{\"verdict\":\"UNAVAILABLE\"}",
                "{\"valid\":true}"
            })
    void an_answer_that_does_not_say_it_clearly_is_unavailable(String answer) {
        startWithoutFeed(Staleness.ask());
        answerValidate(answer);

        assertThat(verify()).isEqualTo(NO_ANSWER);
    }

    @Test
    void a_policy_has_a_least_and_a_greatest_bound() {
        startWithoutFeed(Staleness.failClosed());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Staleness.FailClosed(Duration.ofMinutes(6)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Staleness.Ask(Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Staleness.serveStale(Duration.ofHours(3)));
    }
}
