package dev.signet.verifier.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.testkit.TestAuthority;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.feed.FeedCodec;
import dev.signet.token.feed.FeedEntry;
import dev.signet.token.feed.FeedMessage;
import dev.signet.token.feed.FeedReader;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.authority.Ticks;
import dev.signet.verifier.fake.FakeAuthority;
import dev.signet.verifier.feed.FeedIntake.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which messages count, and for what. */
class FeedIntakeTest {

    private static final String EPOCH = "e1";

    private final MovableClock clock = MovableClock.start();
    private final TestAuthority authority = new TestAuthority(clock);
    private final RevocationState revocations = new RevocationState();
    private final List<RevocationEvent> told = new ArrayList<>();
    private final FeedAge age = new FeedAge(Ticks.of(clock));
    private final FeedReader reader = new FeedReader(TestAuthority.ISSUER, authority.keySource());
    private final FeedIntake intake = new FeedIntake(reader, revocations, told::addAll, age, clock);

    @BeforeEach
    void aSnapshotAtSeqTenIsIn() {
        assertThat(take(snapshot(EPOCH, 10))).isEqualTo(Outcome.TAKEN);
        clock.advance(Duration.ofSeconds(1));
    }

    private Outcome take(FeedMessage message) {
        return intake.take(sign(message, authority.key()));
    }

    private static String sign(FeedMessage message, SigningKey key) {
        return new FeedCodec(TestAuthority.ISSUER).sign(message, key);
    }

    private FeedMessage snapshot(String epoch, long seq, RevocationEvent... events) {
        return new FeedMessage.Snapshot(epoch, clock.instant(), seq, List.of(events));
    }

    private FeedMessage batch(String epoch, long from, long to) {
        return batch(epoch, from, to, clock.instant());
    }

    private FeedMessage batch(String epoch, long from, long to, Instant at) {
        List<FeedEntry> entries =
                LongStream.rangeClosed(from, to)
                        .mapToObj(seq -> new FeedEntry(seq, at, tokenRevoked("jti-" + seq)))
                        .toList();
        return new FeedMessage.Batch(epoch, at, to, entries);
    }

    private RevocationEvent tokenRevoked(String tokenId) {
        return new TokenRevoked(tokenId, clock.instant().plusSeconds(600));
    }

    private FeedMessage heartbeat(long seq, Instant at) {
        return new FeedMessage.Batch(EPOCH, at, seq, List.of());
    }

    private long seq() {
        return intake.position().orElseThrow().seq();
    }

    private Duration age() {
        return age.age().orElseThrow();
    }

    @Test
    void the_next_batch_is_in_force_before_anyone_is_told() {
        assertThat(take(batch(EPOCH, 11, 13))).isEqualTo(Outcome.TAKEN);
        assertThat(seq()).isEqualTo(13);
        assertThat(revocations.size()).isEqualTo(3);
        assertThat(told).hasSize(3);
    }

    @Test
    void a_sign_of_life_makes_the_age_small() {
        clock.advance(Duration.ofSeconds(20));
        assertThat(take(heartbeat(10, clock.instant()))).isEqualTo(Outcome.TAKEN);

        assertThat(age()).isZero();
    }

    @Test
    void a_gap_needs_a_snapshot_and_applies_nothing() {
        assertThat(take(batch(EPOCH, 12, 12))).isEqualTo(Outcome.SNAPSHOT_NEEDED);
        assertThat(take(heartbeat(12, clock.instant()))).isEqualTo(Outcome.SNAPSHOT_NEEDED);
        assertThat(seq()).isEqualTo(10);
        assertThat(revocations.size()).isZero();
    }

    @Test
    void a_batch_that_came_before_needs_a_snapshot() {
        take(batch(EPOCH, 11, 13));
        clock.advance(Duration.ofSeconds(1));

        assertThat(take(batch(EPOCH, 12, 14))).isEqualTo(Outcome.SNAPSHOT_NEEDED);
    }

    @Test
    void another_epoch_needs_a_snapshot() {
        assertThat(take(batch("e2", 11, 11))).isEqualTo(Outcome.SNAPSHOT_NEEDED);
    }

    @Test
    void nothing_but_a_snapshot_can_be_first() {
        FeedIntake fresh = new FeedIntake(reader, revocations, told::addAll, age, clock);

        assertThat(fresh.take(sign(batch(EPOCH, 1, 1), authority.key())))
                .isEqualTo(Outcome.SNAPSHOT_NEEDED);
    }

    @Test
    void a_message_of_another_key_or_a_changed_one_needs_a_snapshot_and_applies_nothing() {
        String changed =
                sign(batch(EPOCH, 11, 11), authority.key()).replaceFirst("\\.[^.]{8}", ".AAAAAAAA");

        assertThat(intake.take(sign(batch(EPOCH, 11, 11), FakeAuthority.newKey())))
                .isEqualTo(Outcome.SNAPSHOT_NEEDED);
        assertThat(intake.take(changed)).isEqualTo(Outcome.SNAPSHOT_NEEDED);
        assertThat(intake.take("")).isEqualTo(Outcome.SNAPSHOT_NEEDED);
        assertThat(revocations.size()).isZero();
        assertThat(age()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void an_access_token_is_no_feed_message() {
        assertThat(intake.take(authority.userToken("usr_1", "ses_1").value()))
                .isEqualTo(Outcome.SNAPSHOT_NEEDED);
    }

    @Test
    void a_repeated_sign_of_life_does_not_keep_us_fresh() {
        FeedMessage heartbeat = heartbeat(10, clock.instant());
        take(heartbeat);
        for (int i = 0; i < 9; i++) {
            clock.advance(Duration.ofSeconds(1));
            assertThat(take(heartbeat)).isEqualTo(Outcome.REPEATED);
        }
        assertThat(age()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void a_repeated_sign_of_life_does_not_keep_us_fresh_although_our_clock_is_behind() {
        FeedMessage heartbeat = heartbeat(10, clock.instant().plusSeconds(20));
        take(heartbeat);
        for (int i = 0; i < 9; i++) {
            clock.advance(Duration.ofSeconds(1));
            take(heartbeat);
        }
        assertThat(age()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void signs_of_life_that_are_all_held_back_are_as_old_as_they_are() {
        for (int i = 0; i < 60; i++) {
            clock.advance(Duration.ofSeconds(1));
            take(heartbeat(10, clock.instant().minusSeconds(i)));
        }
        assertThat(age()).isGreaterThan(Duration.ofSeconds(55));
    }

    @Test
    void a_message_older_than_the_newest_by_more_than_nodes_differ_is_refused() {
        Instant newest = clock.instant();
        take(heartbeat(10, newest));

        assertThat(take(batch(EPOCH, 11, 11, newest.minusSeconds(10)))).isEqualTo(Outcome.TAKEN);
        assertThat(take(batch(EPOCH, 12, 12, newest.minusSeconds(11)))).isEqualTo(Outcome.REFUSED);
        assertThat(age()).isZero();
    }

    @Test
    void a_message_from_the_far_future_is_refused() {
        Instant now = clock.instant();

        assertThat(take(heartbeat(10, now.plusSeconds(61)))).isEqualTo(Outcome.REFUSED);
        assertThat(take(heartbeat(10, now.plusSeconds(60)))).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void an_old_snapshot_cannot_take_us_back() {
        FeedMessage old = snapshot(EPOCH, 10);
        take(batch(EPOCH, 11, 13));

        assertThat(take(old)).isEqualTo(Outcome.REFUSED);
        assertThat(seq()).isEqualTo(13);
        clock.advance(Duration.ofMinutes(1));
        take(heartbeat(13, clock.instant()));
        FeedMessage otherEpoch =
                new FeedMessage.Snapshot("e0", clock.instant().minusSeconds(30), 99, List.of());
        assertThat(take(otherEpoch)).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void a_snapshot_of_a_new_epoch_takes_its_place_but_takes_no_revocation_back() {
        take(batch(EPOCH, 11, 11));

        assertThat(take(snapshot("e2", 1, tokenRevoked("jti-new")))).isEqualTo(Outcome.TAKEN);
        assertThat(intake.position()).contains(new FeedPosition("e2", 1));
        assertThat(revocations.size()).isEqualTo(2);
    }

    @Test
    void a_revoked_key_signs_no_feed() {
        FeedReader knowing =
                new FeedReader(
                        TestAuthority.ISSUER,
                        kid ->
                                revocations.isKeyRevoked(kid)
                                        ? new KeySource.Lookup.Revoked()
                                        : authority.keySource().find(kid));
        FeedIntake careful = new FeedIntake(knowing, revocations, told::addAll, age, clock);
        careful.take(sign(snapshot(EPOCH, 10), authority.key()));
        revocations.apply(new KeyRevoked(authority.key().kid()));

        assertThat(careful.take(sign(heartbeat(10, clock.instant()), authority.key())))
                .isEqualTo(Outcome.SNAPSHOT_NEEDED);
    }

    @Test
    void a_revocation_is_remembered_until_no_leeway_admits_its_token_any_more() {
        IssuedToken token = authority.userToken("usr_1", "ses_1");
        take(
                new FeedMessage.Batch(
                        EPOCH,
                        clock.instant(),
                        11,
                        List.of(
                                new FeedEntry(
                                        11,
                                        clock.instant(),
                                        new TokenRevoked(token.tokenId(), token.expiresAt())))));
        clock.advance(Duration.between(clock.instant(), token.expiresAt()).plusSeconds(29));
        take(heartbeat(11, clock.instant()));

        assertThat(authority.validator(revocations).validate(token.value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
        clock.advance(Duration.ofMinutes(2));
        take(heartbeat(11, clock.instant()));
        assertThat(revocations.size()).isZero();
    }

    @Test
    void a_clock_that_runs_ahead_for_a_while_brings_no_token_back() {
        IssuedToken token = authority.userToken("usr_1", "ses_1");
        take(batch(EPOCH, 11, 11));
        revocations.apply(new TokenRevoked(token.tokenId(), token.expiresAt()));
        Instant authorityTime = clock.instant();

        clock.advance(Duration.ofDays(2));
        take(heartbeat(11, authorityTime.plusSeconds(2)));
        clock.advance(Duration.ofDays(-2));

        assertThat(authority.validator(revocations).validate(token.value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
    }
}
