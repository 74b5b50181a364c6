package dev.signet.token.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Identity.Kind;
import dev.signet.token.verdict.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevocationStateTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(600);

    private final RevocationState state = new RevocationState();

    private static Identity identity(
            String subject, String session, String token, Instant issuedAt) {
        return new Identity(
                Kind.USER,
                subject,
                "https://i",
                Set.of("a"),
                token,
                Optional.of(session),
                "c",
                Set.of(),
                Set.of(),
                Optional.empty(),
                "test",
                issuedAt,
                issuedAt.plusSeconds(600),
                Optional.empty(),
                Optional.of("kid"),
                Optional.empty());
    }

    private static Identity alice() {
        return identity("alice", "session", "token", NOW);
    }

    private static SubjectRevoked subject(Instant notBefore, Cause cause) {
        return new SubjectRevoked("alice", notBefore, cause, UNTIL);
    }

    private Optional<Reason> after(RevocationEvent... events) {
        Stream.of(events).forEach(state::apply);
        return state.reasonAgainst(alice());
    }

    @Test
    void nothing_is_revoked_at_first() {
        assertThat(state.reasonAgainst(alice())).isEmpty();
        assertThat(state.size()).isZero();
    }

    @Test
    void a_token_is_revoked_by_its_id() {
        assertThat(after(new TokenRevoked("other", UNTIL))).isEmpty();
        assertThat(after(new TokenRevoked("token", UNTIL))).contains(Reason.REVOKED_TOKEN);
    }

    @Test
    void a_session_takes_all_its_tokens_with_it() {
        assertThat(after(new SessionRevoked("other", UNTIL))).isEmpty();
        assertThat(after(new SessionRevoked("session", UNTIL))).contains(Reason.REVOKED_SESSION);
    }

    @Test
    void a_key_takes_all_its_tokens_with_it() {
        assertThat(after(new KeyRevoked("kid"))).contains(Reason.KEY_REVOKED);
        assertThat(state.isKeyRevoked("kid")).isTrue();
        assertThat(state.isKeyRevoked("other")).isFalse();
    }

    @Test
    void a_new_key_revokes_nothing() {
        assertThat(after(new KeyActivated("kid"))).isEmpty();
        assertThat(state.size()).isZero();
    }

    @Test
    void a_subject_loses_what_was_issued_before_and_nothing_else() {
        assertThat(after(subject(NOW, Cause.SESSIONS_REVOKED))).isEmpty();
        assertThat(after(subject(NOW.plusMillis(1), Cause.SESSIONS_REVOKED)))
                .contains(Reason.REVOKED_SUBJECT);
        assertThat(state.reasonAgainst(identity("alice", "s", "t", NOW.plusMillis(1)))).isEmpty();
        assertThat(state.reasonAgainst(identity("bob", "s", "t", NOW.minusSeconds(60)))).isEmpty();
    }

    @Test
    void each_cause_has_its_reason() {
        Instant later = NOW.plusSeconds(1);

        assertThat(after(subject(later, Cause.SESSIONS_REVOKED))).contains(Reason.REVOKED_SUBJECT);
        assertThat(after(subject(later, Cause.CREDENTIAL_CHANGE))).contains(Reason.REVOKED_SUBJECT);
        assertThat(after(subject(later, Cause.ACCOUNT_DISABLED))).contains(Reason.INACTIVE_SUBJECT);
    }

    @Test
    void an_identity_without_session_or_key_is_judged_by_the_rest() {
        Identity service =
                new Identity(
                        Kind.SERVICE,
                        "svc",
                        "https://i",
                        Set.of("a"),
                        "token",
                        Optional.empty(),
                        "svc",
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        "test",
                        NOW,
                        UNTIL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        state.apply(new SessionRevoked("session", UNTIL));
        state.apply(new KeyRevoked("kid"));

        assertThat(state.reasonAgainst(service)).isEmpty();
        state.apply(new TokenRevoked("token", UNTIL));
        assertThat(state.reasonAgainst(service)).contains(Reason.REVOKED_TOKEN);
    }

    /** Any order, any repetition: one outcome. */
    @Test
    void events_commute_and_repeat_without_effect() {
        long seed = new SecureRandom().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<RevocationEvent> events = allKinds();
        events.forEach(state::apply);
        List<Optional<Reason>> expected = answers(state);
        int size = state.size();

        for (int round = 0; round < 200; round++) {
            List<RevocationEvent> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, random.nextInt(events.size())));
            Collections.shuffle(shuffled, random);
            RevocationState other = new RevocationState();
            shuffled.forEach(other::apply);
            assertThat(answers(other)).isEqualTo(expected);
            assertThat(other.size()).isEqualTo(size);
            other.forgetExpired(UNTIL.plusSeconds(61));
            state.forgetExpired(UNTIL.plusSeconds(61));
            assertThat(answers(other)).isEqualTo(answers(state));
            events.forEach(state::apply);
        }
    }

    private static List<RevocationEvent> allKinds() {
        List<RevocationEvent> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Instant until = UNTIL.plusSeconds(i * 100L);
            events.add(new TokenRevoked("token", until));
            events.add(new SessionRevoked("session1", until));
            for (Cause cause : Cause.values()) {
                events.add(new SubjectRevoked("alice", NOW.plusSeconds(i), cause, until));
            }
        }
        events.add(new KeyRevoked("other"));
        events.add(new KeyActivated("other"));
        return events;
    }

    private static List<Optional<Reason>> answers(RevocationState state) {
        return Stream.of(
                        identity("bob", "session0", "token", NOW),
                        identity("bob", "session1", "other", NOW),
                        identity("alice", "session0", "other", NOW),
                        identity("alice", "session0", "other", NOW.plusSeconds(1)),
                        identity("alice", "session0", "other", NOW.plusSeconds(2)))
                .map(state::reasonAgainst)
                .toList();
    }

    /** {@code until} is mostly the token's {@code exp}, and verifiers are lenient for a while. */
    @Test
    void a_revocation_outlives_the_greatest_leeway() {
        state.apply(new TokenRevoked("token", UNTIL));
        state.apply(new SessionRevoked("session", UNTIL));
        state.apply(subject(NOW.plusSeconds(1), Cause.CREDENTIAL_CHANGE));

        state.forgetExpired(UNTIL.plusSeconds(60));
        assertThat(state.size()).isEqualTo(3);
        state.forgetExpired(UNTIL.plusSeconds(60).plusMillis(1));
        assertThat(state.size()).isZero();
        assertThat(state.reasonAgainst(alice())).isEmpty();
    }

    @Test
    void the_later_until_counts() {
        state.apply(new TokenRevoked("token", UNTIL.plusSeconds(100)));
        state.apply(new TokenRevoked("token", UNTIL));

        state.forgetExpired(UNTIL.plusSeconds(90));
        assertThat(state.reasonAgainst(alice())).contains(Reason.REVOKED_TOKEN);
    }

    @Test
    void revoked_keys_are_never_forgotten() {
        state.apply(new KeyRevoked("kid"));

        state.forgetExpired(NOW.plus(Duration.ofDays(10_000)));
        state.replaceWith(List.of());
        assertThat(state.reasonAgainst(alice())).contains(Reason.KEY_REVOKED);
    }

    @Test
    void a_snapshot_replaces_what_was_known() {
        state.apply(new TokenRevoked("token", UNTIL));
        state.apply(new SessionRevoked("other", UNTIL));

        state.replaceWith(
                List.of(
                        new SessionRevoked("session", UNTIL),
                        new KeyRevoked("k"),
                        new KeyActivated("l")));

        assertThat(state.reasonAgainst(alice())).contains(Reason.REVOKED_SESSION);
        assertThat(state.reasonAgainst(identity("bob", "other", "token", NOW))).isEmpty();
        assertThat(state.size()).isEqualTo(2);
    }

    @Test
    void an_event_that_concerns_nothing_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenRevoked("", UNTIL));
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionRevoked("", UNTIL));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyRevoked(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyActivated(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubjectRevoked("", NOW, Cause.CREDENTIAL_CHANGE, UNTIL));
    }

    /** Snapshots, events and forgetting go on; the readers must never see alice let in. */
    @Test
    void no_snapshot_opens_a_window() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<RevocationEvent> snapshot = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            snapshot.add(new TokenRevoked("t" + i, UNTIL));
            snapshot.add(new SessionRevoked("s" + i, UNTIL));
        }
        snapshot.add(new SessionRevoked("session", UNTIL));
        state.replaceWith(snapshot);

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> readers =
                    List.of(
                            threads.submit(() -> accepted(done)),
                            threads.submit(() -> accepted(done)));
            Future<?> events = threads.submit(() -> applyUntil(done));
            for (int i = 0; i < 3_000; i++) {
                state.replaceWith(snapshot);
                state.forgetExpired(NOW);
            }
            done.set(true);
            events.get();
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isZero();
            }
        } finally {
            threads.shutdown();
        }
    }

    private long accepted(AtomicBoolean done) {
        long accepted = 0;
        while (!done.get()) {
            if (!state.reasonAgainst(alice()).equals(Optional.of(Reason.REVOKED_SESSION))) {
                accepted++;
            }
        }
        return accepted;
    }

    private void applyUntil(AtomicBoolean done) {
        for (int i = 0; !done.get(); i++) {
            state.apply(new TokenRevoked("x" + i % 1_000, UNTIL));
        }
    }
}
