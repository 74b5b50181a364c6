package dev.signet.authority.revocation;

import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.session.Session;
import dev.signet.authority.session.SessionEnd;
import dev.signet.token.feed.FeedEntry;
import dev.signet.token.feed.FeedMessage;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedTest {

    private static final FeedPage SNAPSHOT_NEEDED = new FeedPage.SnapshotNeeded();

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @BeforeEach
    void somebody() {
        live.register("alice");
    }

    @Test
    void a_reader_gets_what_came_after_its_number_and_nothing_twice() {
        long start = feed().lastSeq();
        String first = endedSession();
        String second = endedSession();

        FeedMessage.Batch batch = next(start);

        assertThat(batch.epoch()).isEqualTo(feed().epoch());
        assertThat(batch.lastSeq()).isEqualTo(start + 2);
        assertThat(batch.entries())
                .extracting(FeedEntry::event)
                .extracting(event -> ((SessionRevoked) event).sessionId())
                .containsExactly(first, second);
        assertThat(next(start + 1).entries()).hasSize(1);
        assertThat(next(start + 2).entries()).isEmpty();
        assertThat(next(start + 2).lastSeq()).isEqualTo(start + 2);
    }

    @Test
    void the_stream_goes_on_after_a_restart() {
        String epoch = feed().epoch();
        long start = feed().lastSeq();
        endedSession();
        live.restart();
        endedSession();

        assertThat(feed().epoch()).isEqualTo(epoch);
        assertThat(next(start).entries())
                .extracting(FeedEntry::seq)
                .containsExactly(start + 1, start + 2);
    }

    @Test
    void a_reader_of_another_epoch_ahead_of_us_or_too_far_behind_needs_a_snapshot() {
        endedSession();
        endedSession();
        long last = feed().lastSeq();

        assertThat(feed().after("epo_other", last)).isEqualTo(SNAPSHOT_NEEDED);
        assertThat(feed().after(feed().epoch(), last + 1)).isEqualTo(SNAPSHOT_NEEDED);
        assertThat(feed().after(feed().epoch(), -1)).isEqualTo(SNAPSHOT_NEEDED);

        live.store().write(tx -> tx.feed().purge(last, 100));
        live.restart();
        assertThat(feed().after(feed().epoch(), last - 2)).isEqualTo(SNAPSHOT_NEEDED);
        assertThat(next(last - 1).entries()).hasSize(1);
    }

    @Test
    void a_purged_stream_still_knows_where_it_stands() {
        endedSession();
        long last = feed().lastSeq();
        live.store().write(tx -> tx.feed().purge(last + 1, 100));
        live.restart();

        assertThat(feed().lastSeq()).isEqualTo(last);
        assertThat(next(last).entries()).isEmpty();
        assertThat(feed().after(feed().epoch(), last - 1)).isEqualTo(SNAPSHOT_NEEDED);
        endedSession();
        assertThat(next(last).entries()).extracting(FeedEntry::seq).containsExactly(last + 1);
    }

    @Test
    void a_snapshot_holds_everything_that_is_revoked_and_the_number_it_reaches_to() {
        String first = endedSession();
        String second = endedSession();

        FeedMessage.Snapshot snapshot = feed().snapshot();

        assertThat(snapshot.lastSeq()).isEqualTo(feed().lastSeq());
        assertThat(snapshot.epoch()).isEqualTo(feed().epoch());
        assertThat(snapshot.events())
                .extracting(event -> ((SessionRevoked) event).sessionId())
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void a_reader_that_fails_disturbs_nobody_and_one_that_left_hears_nothing() {
        var heard = new AtomicInteger();
        Feed.Subscription gone = feed().subscribe(heard::incrementAndGet);
        gone.close();
        gone.close();
        Feed.Subscription broken =
                feed().subscribe(() -> {
                    throw new IllegalStateException("a broken reader");
                });
        Feed.Subscription good = feed().subscribe(heard::incrementAndGet);
        endedSession();

        assertThat(heard).hasValue(1);
        assertThat(feed().subscribers()).isEqualTo(2);
        List.of(broken, good).forEach(Feed.Subscription::close);
        assertThat(feed().subscribers()).isZero();
    }

    private Feed feed() {
        return live.authority().feed();
    }

    private FeedMessage.Batch next(long seq) {
        return ((FeedPage.Next) feed().after(feed().epoch(), seq)).batch();
    }

    private String endedSession() {
        Session session = live.login("alice").session();
        live.authority()
                .sessions()
                .end(session.accountId(), session.id(), SessionEnd.SIGNED_OUT, SOMEBODY);
        return session.id();
    }
}
