package dev.signet.authority.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.Race;
import dev.signet.token.feed.FeedEntry;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every table of revocations and every table of the feed promises. */
interface RevocationTablesContract extends EmptyStore {

    @Test
    default void revocations_of_every_kind_come_back_as_they_were_put() {
        write(tx -> Samples.ALL.forEach(tx.revocations()::put));

        assertThat(live(NOW)).containsExactlyInAnyOrderElementsOf(Samples.ALL);
    }

    @Test
    default void a_revocation_lives_as_long_as_it_says_and_a_revoked_key_for_ever() {
        write(tx -> List.of(Samples.TOKEN, Samples.KEY).forEach(tx.revocations()::put));
        Instant until = NOW.plusSeconds(60);

        assertThat(live(until)).hasSize(2);
        assertThat(live(until.plus(MILLISECOND))).containsExactly(Samples.KEY);
        assertThat(purge(until, 10)).isZero();
        assertThat(purge(until.plus(MILLISECOND), 10)).isEqualTo(1);
        assertThat(live(Instant.EPOCH)).containsExactly(Samples.KEY);
    }

    @Test
    default void the_same_token_revoked_again_is_kept_for_the_longer_time() {
        var longer = new TokenRevoked("jti", NOW.plusSeconds(90));
        write(tx -> List.of(Samples.TOKEN, longer, Samples.TOKEN).forEach(tx.revocations()::put));

        assertThat(live(NOW)).containsExactly(longer);
    }

    @Test
    default void of_two_revocations_of_a_subject_the_later_one_counts() {
        var later =
                new SubjectRevoked(
                        "usr_alice",
                        NOW.plusSeconds(5),
                        Cause.ACCOUNT_DISABLED,
                        NOW.plusSeconds(9));
        write(tx -> List.of(later, Samples.SUBJECT).forEach(tx.revocations()::put));

        assertThat(live(NOW))
                .containsExactly(
                        new SubjectRevoked(
                                "usr_alice",
                                NOW.plusSeconds(5),
                                Cause.ACCOUNT_DISABLED,
                                NOW.plusSeconds(60)));
    }

    @Test
    default void a_purge_takes_no_more_than_it_may() {
        write(tx -> {
            for (int i = 0; i < 5; i++) {
                tx.revocations().put(new TokenRevoked("jti" + i, NOW));
            }
            tx.revocations().put(Samples.SESSION);
        });

        assertThat(purge(NOW.plus(MILLISECOND), 3)).isEqualTo(3);
        assertThat(purge(NOW.plus(MILLISECOND), 3)).isEqualTo(2);
    }

    @Test
    default void the_feed_counts_from_one_without_a_gap_however_many_append() throws Exception {
        write(tx -> tx.feed().begin("epo_sample"));

        List<Long> numbers =
                Race.of(64, () -> store().write(tx -> tx.feed().append(NOW, Samples.TOKEN).seq()));

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 64).boxed().toList());
        assertThat(entries(0, 100)).extracting(FeedEntry::seq).isSorted().hasSize(64);
    }

    @Test
    default void feed_entries_of_every_kind_come_back_in_order() {
        write(tx -> {
            tx.feed().begin("epo_sample");
            Samples.ALL.forEach(event -> tx.feed().append(NOW, event));
        });

        assertThat(entries(0, 100)).extracting(FeedEntry::event).isEqualTo(Samples.ALL);
        assertThat(entries(0, 100)).extracting(FeedEntry::at).containsOnly(NOW);
        assertThat(entries(3, 1)).extracting(FeedEntry::seq).containsExactly(4L);
    }

    @Test
    default void a_feed_has_its_first_name_for_ever() {
        String first = store().write(tx -> tx.feed().begin("epo_first"));
        String second = store().write(tx -> tx.feed().begin("epo_second"));

        assertThat(first).isEqualTo("epo_first");
        assertThat(second).isEqualTo("epo_first");
    }

    @Test
    default void a_purged_feed_knows_its_first_and_last_number() {
        write(tx -> {
            tx.feed().begin("epo_sample");
            Samples.ALL.forEach(event -> tx.feed().append(NOW, event));
        });

        assertThat(store().<Integer>write(tx -> tx.feed().purge(4, 2))).isEqualTo(2);
        assertThat(store().<Long>read(tx -> tx.feed().firstSeq())).isEqualTo(3);
        assertThat(store().<Integer>write(tx -> tx.feed().purge(99, 10))).isEqualTo(3);
        assertThat(store().<Long>read(tx -> tx.feed().firstSeq())).isEqualTo(6);
        assertThat(store().<Long>read(tx -> tx.feed().lastSeq())).isEqualTo(5);
    }

    private List<FeedEntry> entries(long after, int max) {
        return store().read(tx -> tx.feed().after(after, max));
    }

    private List<RevocationEvent> live(Instant now) {
        return store().read(tx -> tx.revocations().live(now));
    }

    private int purge(Instant before, int max) {
        return store().write(tx -> tx.revocations().purge(before, max));
    }
}
