package dev.signet.authority.revocation;

import dev.signet.token.feed.FeedEntry;
import dev.signet.token.revocation.RevocationEvent;
import java.time.Instant;
import java.util.List;

/** The ordered stream of revocations, as it is kept. */
public interface FeedTable {

    /** The name of this stream, which the first call gives it: another store has another. */
    String begin(String nameIfNew);

    /** Gives the event the next number, without a gap and in the order of the commits. */
    FeedEntry append(Instant at, RevocationEvent event);

    /** The last number given; 0 before the first. */
    long lastSeq();

    /** The first number that is still kept; {@code lastSeq + 1} when none is. */
    long firstSeq();

    /** Entries in order, with a number above that one. */
    List<FeedEntry> after(long seq, int max);

    /** Forgets at most {@code max} of the entries with a number below that one. */
    int purge(long belowSeq, int max);
}
