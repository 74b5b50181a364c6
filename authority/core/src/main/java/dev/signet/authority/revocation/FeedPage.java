package dev.signet.authority.revocation;

import dev.signet.token.feed.FeedMessage;

/** What a reader gets who names the last number that it knows. */
public sealed interface FeedPage {

    /** What came after, in order and without a gap; without entries when nothing did. */
    record Next(FeedMessage.Batch batch) implements FeedPage {}

    /** The reader is too far behind, or ahead of us: it needs a snapshot. */
    record SnapshotNeeded() implements FeedPage {}
}
