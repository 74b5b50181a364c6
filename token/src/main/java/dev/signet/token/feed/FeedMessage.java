package dev.signet.token.feed;

import dev.signet.token.limit.TokenLimits;
import dev.signet.token.revocation.RevocationEvent;
import java.time.Instant;
import java.util.List;

/** What the authority signs and a verifier takes in. */
public sealed interface FeedMessage {

    /** Most entries in one batch. */
    int BATCH_MAX = TokenLimits.FEED_BATCH_MAX;

    /** Names the database that the numbers belong to; another epoch starts all over. */
    String epoch();

    /** When the authority signed it. */
    Instant at();

    /** The last number that the receiver knows after this message. */
    long lastSeq();

    /**
     * Consecutive entries, or none: a sign of life that says "nothing since {@code lastSeq}".
     *
     * @param lastSeq the number of the last entry; of the last one sent before when there is none
     */
    record Batch(String epoch, Instant at, long lastSeq, List<FeedEntry> entries)
            implements FeedMessage {

        public Batch {
            entries = List.copyOf(entries);
            requirePlace(epoch, lastSeq);
            if (entries.size() > BATCH_MAX) {
                throw new IllegalArgumentException("feed batch: more than " + BATCH_MAX);
            }
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).seq() != lastSeq - entries.size() + 1 + i) {
                    throw new IllegalArgumentException("feed batch: a gap in seq");
                }
            }
        }

        /** The number that must be known before; entries follow without a gap. */
        public long previousSeq() {
            return lastSeq - entries.size();
        }
    }

    /** Everything that is still revoked as of {@code lastSeq}. */
    record Snapshot(String epoch, Instant at, long lastSeq, List<RevocationEvent> events)
            implements FeedMessage {

        public Snapshot {
            events = List.copyOf(events);
            requirePlace(epoch, lastSeq);
        }
    }

    private static void requirePlace(String epoch, long lastSeq) {
        if (epoch.isEmpty() || lastSeq < 0) {
            throw new IllegalArgumentException("feed message: no epoch, or seq < 0");
        }
    }
}
