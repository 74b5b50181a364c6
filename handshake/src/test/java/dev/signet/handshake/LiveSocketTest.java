package dev.signet.handshake;

import static dev.signet.handshake.Identities.NOW;
import static dev.signet.handshake.Identities.service;
import static dev.signet.handshake.Identities.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LiveSocketTest {

    private static final Instant END = NOW.plus(Duration.ofMinutes(15));
    private static final Instant NOTICE = END.minusSeconds(60);
    private static final Identity OWNER = user("usr_1", "ses_1", END);
    private static final SocketAction NOTHING = new SocketAction.None();
    private static final SocketAction EXPIRED =
            new SocketAction.Close(CloseCode.AUTHENTICATION_LOST, "expired");
    private static final SocketAction UNAVAILABLE =
            SocketAction.Close.of(CloseCode.AUTHORITY_UNAVAILABLE);
    private static final Verdict OUTAGE = new Verdict.Unavailable(Verdict.Cause.AUTHORITY);
    private static final Verdict REVOKED = new Verdict.Invalid(Reason.REVOKED_SESSION);

    private final LiveSocket socket = open(OWNER);

    private static LiveSocket open(Identity identity) {
        return LiveSocket.of(
                new Accepted(identity, Optional.empty(), Carrier.SUBPROTOCOL, Optional.empty()),
                HandshakeLimits.STANDARD);
    }

    private static Verdict valid(Instant expiresAt) {
        return new Verdict.Valid(user("usr_1", "ses_1", expiresAt));
    }

    @Test
    void the_first_thing_to_do_is_the_notice() {
        assertThat(socket.nextDeadline()).contains(NOTICE);
        assertThat(socket.onTick(NOTICE.minusNanos(1))).isEqualTo(NOTHING);
        assertThat(socket.onTick(NOTICE)).isEqualTo(new SocketAction.SendExpiring(END, 60));
    }

    @Test
    void the_notice_is_given_once_and_then_comes_the_end() {
        socket.onTick(NOTICE);

        assertThat(socket.nextDeadline()).contains(END);
        assertThat(socket.onTick(NOTICE)).isEqualTo(NOTHING);
        assertThat(socket.onTick(END.minusNanos(1))).isEqualTo(NOTHING);
    }

    @Test
    void a_silent_client_is_closed_at_the_end() {
        socket.onTick(NOTICE);

        assertThat(socket.onTick(END)).isEqualTo(EXPIRED);
        assertThat(socket.nextDeadline()).isEmpty();
        assertThat(socket.onTick(END)).isEqualTo(NOTHING);
    }

    @Test
    void a_timer_that_missed_the_notice_closes_all_the_same() {
        assertThat(socket.onTick(END.plusSeconds(100))).isEqualTo(EXPIRED);
    }

    @Test
    void a_login_shorter_than_the_notice_is_told_at_once() {
        LiveSocket brief = open(user("usr_1", "ses_1", NOW.plusSeconds(20)));

        assertThat(brief.nextDeadline()).contains(NOW.minusSeconds(40));
        assertThat(brief.onTick(NOW))
                .isEqualTo(new SocketAction.SendExpiring(NOW.plusSeconds(20), 20));
    }

    @ParameterizedTest
    @CsvSource({"59990, 60", "59500, 60", "59499, 59", "1400, 1", "499, 1", "1, 1"})
    void the_notice_names_the_nearest_second(long millisLeft, long seconds) {
        assertThat(socket.onTick(END.minusMillis(millisLeft)))
                .isEqualTo(new SocketAction.SendExpiring(END, seconds));
    }

    @Test
    void a_renewal_moves_the_end_and_the_notice() {
        Instant later = END.plusSeconds(900);
        socket.onTick(NOTICE);

        Renewal renewal = socket.renew(valid(later), NOTICE.plusSeconds(1));

        assertThat(renewal).isEqualTo(new Renewal.Renewed(user("usr_1", "ses_1", later), later));
        assertThat(socket.identity()).isEqualTo(user("usr_1", "ses_1", later));
        assertThat(socket.nextDeadline()).contains(later.minusSeconds(60));
        assertThat(socket.onTick(END)).isEqualTo(NOTHING);
        assertThat(socket.onTick(later.minusSeconds(60)))
                .isEqualTo(new SocketAction.SendExpiring(later, 60));
        assertThat(socket.onTick(later)).isEqualTo(EXPIRED);
    }

    @Test
    void a_renewal_by_a_shorter_token_brings_the_end_nearer() {
        socket.renew(valid(NOW.plusSeconds(90)), NOW);

        assertThat(socket.nextDeadline()).contains(NOW.plusSeconds(30));
        assertThat(socket.onTick(NOW.plusSeconds(90))).isEqualTo(EXPIRED);
    }

    @Test
    void a_socket_is_renewed_as_often_as_it_takes() {
        Instant end = END;
        for (int n = 0; n < 100; n++) {
            Instant next = end.plusSeconds(900);

            assertThat(socket.renew(valid(next), end.minusSeconds(10)))
                    .isInstanceOf(Renewal.Renewed.class);
            end = next;
        }
        assertThat(socket.nextDeadline()).contains(end.minusSeconds(60));
    }

    @Test
    void a_renewal_by_somebody_else_ends_the_socket() {
        List<Identity> others =
                List.of(
                        user("usr_2", "ses_1", END),
                        user("usr_1", "ses_2", END),
                        service("usr_1"),
                        service("reports"));
        for (Identity other : others) {
            LiveSocket socket = open(OWNER);

            assertThat(socket.renew(new Verdict.Valid(other), NOW))
                    .isEqualTo(
                            new Renewal.Refused(
                                    SocketAction.Close.of(CloseCode.CONFLICTING_IDENTITY)));
            assertThat(socket.nextDeadline()).isEmpty();
            assertThat(socket.identity()).isEqualTo(OWNER);
        }
    }

    @Test
    void a_service_has_no_session_and_renews_by_its_name() {
        LiveSocket socket = open(service("reports"));

        assertThat(socket.renew(new Verdict.Valid(service("reports")), NOW))
                .isInstanceOf(Renewal.Renewed.class);
        assertThat(socket.renew(new Verdict.Valid(service("billing")), NOW))
                .isInstanceOf(Renewal.Refused.class);
    }

    @Test
    void a_person_without_a_session_is_no_service_of_the_same_name() {
        LiveSocket socket = open(Identities.sessionless("reports"));

        assertThat(socket.renew(new Verdict.Valid(service("reports")), NOW))
                .isEqualTo(
                        new Renewal.Refused(SocketAction.Close.of(CloseCode.CONFLICTING_IDENTITY)));
    }

    @ParameterizedTest
    @EnumSource
    void an_invalid_renewal_ends_the_socket_with_its_reason(Reason reason) {
        assertThat(socket.renew(new Verdict.Invalid(reason), NOW))
                .isEqualTo(
                        new Renewal.Refused(
                                new SocketAction.Close(
                                        CloseCode.AUTHENTICATION_LOST, reason.code())));
        assertThat(socket.onTick(END)).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void a_renewal_that_could_not_be_checked_keeps_the_present_end(Verdict.Cause cause) {
        Renewal renewal = socket.renew(new Verdict.Unavailable(cause), NOW);

        assertThat(renewal)
                .isEqualTo(
                        new Renewal.Postponed(cause, END, HandshakeLimits.STANDARD.retryAfter()));
        assertThat(socket.identity()).isEqualTo(OWNER);
        assertThat(socket.nextDeadline()).contains(NOTICE);
        assertThat(socket.onTick(END)).isEqualTo(EXPIRED);
    }

    @Test
    void a_postponed_renewal_does_not_repeat_the_notice() {
        socket.onTick(NOTICE);
        socket.renew(OUTAGE, NOTICE);

        assertThat(socket.nextDeadline()).contains(END);
    }

    @Test
    void an_expired_socket_is_not_renewed_even_if_its_timer_is_late() {
        assertThat(socket.renew(valid(END.plusSeconds(900)), END))
                .isEqualTo(new Renewal.Refused((SocketAction.Close) EXPIRED));
        assertThat(socket.nextDeadline()).isEmpty();
    }

    @Test
    void a_token_that_is_past_its_end_renews_nothing() {
        assertThat(socket.renew(valid(NOW), NOW))
                .isEqualTo(new Renewal.Refused((SocketAction.Close) EXPIRED));
    }

    @Test
    void a_renewal_in_the_last_moment_is_in_time() {
        assertThat(socket.renew(valid(END.plusSeconds(900)), END.minusNanos(1)))
                .isInstanceOf(Renewal.Renewed.class);
    }

    @Test
    void a_revoked_login_ends_the_socket_at_once() {
        assertThat(socket.recheck(REVOKED, NOW))
                .isEqualTo(
                        new SocketAction.Close(CloseCode.AUTHENTICATION_LOST, "revoked_session"));
        assertThat(socket.nextDeadline()).isEmpty();
    }

    @Test
    void a_login_that_still_stands_changes_nothing() {
        assertThat(socket.recheck(valid(END.plusSeconds(900)), NOW)).isEqualTo(NOTHING);
        assertThat(socket.identity()).isEqualTo(OWNER);
        assertThat(socket.nextDeadline()).contains(NOTICE);
    }

    @Test
    void a_recheck_that_names_somebody_else_ends_the_socket() {
        assertThat(socket.recheck(new Verdict.Valid(user("usr_2", "ses_1", END)), NOW))
                .isEqualTo(SocketAction.Close.of(CloseCode.CONFLICTING_IDENTITY));
    }

    @Test
    void a_recheck_after_the_end_says_that_it_has_come() {
        assertThat(socket.recheck(REVOKED, END)).isEqualTo(EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FEED_STALE")
    void a_verifier_that_cannot_answer_is_given_some_time(Verdict.Cause cause) {
        Instant bound = NOW.plus(HandshakeLimits.STANDARD.unavailableGrace());

        assertThat(socket.recheck(new Verdict.Unavailable(cause), NOW)).isEqualTo(NOTHING);
        assertThat(socket.nextDeadline()).contains(bound);
        assertThat(socket.onTick(bound.minusNanos(1))).isEqualTo(NOTHING);
        assertThat(socket.onTick(bound)).isEqualTo(UNAVAILABLE);
        assertThat(socket.onTick(bound)).isEqualTo(NOTHING);
    }

    @Test
    void a_verifier_past_its_own_staleness_bound_is_given_none() {
        assertThat(socket.recheck(new Verdict.Unavailable(Verdict.Cause.FEED_STALE), NOW))
                .isEqualTo(UNAVAILABLE);
    }

    @Test
    void a_stale_feed_shortens_the_time_that_was_given() {
        socket.recheck(OUTAGE, NOW);

        assertThat(
                        socket.recheck(
                                new Verdict.Unavailable(Verdict.Cause.FEED_STALE),
                                NOW.plusSeconds(1)))
                .isEqualTo(UNAVAILABLE);
    }

    @Test
    void asking_again_does_not_lengthen_the_time_that_was_given() {
        Instant bound = NOW.plus(HandshakeLimits.STANDARD.unavailableGrace());
        socket.recheck(OUTAGE, NOW);
        socket.recheck(OUTAGE, NOW.plusSeconds(20));

        assertThat(socket.nextDeadline()).contains(bound);
        assertThat(socket.recheck(OUTAGE, bound)).isEqualTo(UNAVAILABLE);
    }

    @Test
    void a_verifier_that_answers_again_is_forgiven() {
        Instant bound = NOW.plus(HandshakeLimits.STANDARD.unavailableGrace());
        socket.recheck(OUTAGE, NOW);

        assertThat(socket.recheck(valid(END), NOW.plusSeconds(10))).isEqualTo(NOTHING);
        assertThat(socket.nextDeadline()).contains(NOTICE);
        assertThat(socket.onTick(bound)).isEqualTo(NOTHING);
    }

    @Test
    void a_renewal_proves_that_the_verifier_answers_again() {
        socket.recheck(OUTAGE, NOW);
        socket.renew(valid(END), NOW.plusSeconds(10));

        assertThat(socket.nextDeadline()).contains(NOTICE);
    }

    @Test
    void a_renewal_that_comes_after_the_time_that_was_given_is_too_late() {
        Instant bound = NOW.plus(HandshakeLimits.STANDARD.unavailableGrace());
        socket.recheck(OUTAGE, NOW);

        assertThat(socket.renew(valid(END), bound))
                .isEqualTo(new Renewal.Refused((SocketAction.Close) UNAVAILABLE));
    }

    @Test
    void the_end_comes_before_the_time_that_was_given() {
        socket.onTick(NOTICE);
        socket.recheck(OUTAGE, END.minusSeconds(10));

        assertThat(socket.nextDeadline()).contains(END);
        assertThat(socket.onTick(END.plusSeconds(100))).isEqualTo(EXPIRED);
    }

    @ParameterizedTest
    @EnumSource
    void the_server_ends_a_socket_once(CloseCode code) {
        assertThat(socket.close(code)).isEqualTo(SocketAction.Close.of(code));
        assertThat(socket.close(CloseCode.SHUTTING_DOWN)).isEqualTo(NOTHING);
        assertThat(socket.nextDeadline()).isEmpty();
    }

    @Test
    void nothing_happens_on_a_socket_that_has_ended() {
        socket.close(CloseCode.BAD_FRAME);

        assertThat(socket.onTick(NOTICE)).isEqualTo(NOTHING);
        assertThat(socket.onTick(END)).isEqualTo(NOTHING);
        assertThat(socket.recheck(REVOKED, NOW)).isEqualTo(NOTHING);
        assertThat(socket.recheck(OUTAGE, NOW)).isEqualTo(NOTHING);
        assertThat(socket.renew(valid(END.plusSeconds(900)), NOW)).isEqualTo(new Renewal.Over());
        assertThat(socket.identity()).isEqualTo(OWNER);
        assertThat(socket.nextDeadline()).isEmpty();
    }

    @Test
    void one_close_comes_out_however_many_cause_it_at_the_same_time() throws Exception {
        List<Callable<Boolean>> causes =
                List.of(
                        () -> socket.onTick(END) instanceof SocketAction.Close,
                        () -> socket.recheck(REVOKED, NOW) instanceof SocketAction.Close,
                        () -> socket.renew(REVOKED, NOW) instanceof Renewal.Refused,
                        () -> socket.close(CloseCode.SHUTTING_DOWN) instanceof SocketAction.Close);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        Collections.nCopies(50, causes).forEach(attempts::addAll);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int closes = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                closes += attempt.get() ? 1 : 0;
            }
            assertThat(closes).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
