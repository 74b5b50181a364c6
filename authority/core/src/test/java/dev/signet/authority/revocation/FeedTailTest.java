package dev.signet.authority.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.feed.FeedEntry;
import dev.signet.token.revocation.RevocationEvent.KeyActivated;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeedTailTest {

    private final FeedTail tail = new FeedTail(3);

    @Test
    void the_newest_entries_are_there_and_older_ones_are_asked_for_elsewhere() {
        tail.start(0, List.of());
        LongStream.rangeClosed(1, 5).mapToObj(FeedTailTest::entry).forEach(tail::append);

        assertThat(tail.lastSeq()).isEqualTo(5);
        assertThat(numbers(2, 10)).containsExactly(3L, 4L, 5L);
        assertThat(numbers(2, 2)).containsExactly(3L, 4L);
        assertThat(numbers(5, 10)).isEmpty();
        assertThat(tail.after(1, 10)).isEmpty();
        assertThat(tail.after(6, 10)).isEmpty();
    }

    @Test
    void it_goes_on_where_the_store_stands() {
        tail.start(7, List.of(entry(6), entry(7)));
        tail.append(entry(8));

        assertThat(numbers(5, 10)).containsExactly(6L, 7L, 8L);
        assertThat(tail.after(4, 10)).isEmpty();
    }

    @Test
    void a_gap_is_never_hidden() {
        tail.start(1, List.of(entry(1)));
        tail.append(entry(3));

        assertThat(tail.after(1, 10)).isEmpty();
        assertThat(numbers(2, 10)).containsExactly(3L);
    }

    private List<Long> numbers(long after, int max) {
        return tail.after(after, max).orElseThrow().stream().map(FeedEntry::seq).toList();
    }

    private static FeedEntry entry(long seq) {
        return new FeedEntry(seq, Instant.EPOCH, new KeyActivated("kid"));
    }
}
