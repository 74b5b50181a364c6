package dev.signet.token.feed;

import dev.signet.token.revocation.RevocationEvent;
import java.time.Instant;

/**
 * One event at its place in the stream.
 *
 * @param seq from 1, without a gap within one epoch
 * @param at when it was committed
 */
public record FeedEntry(long seq, Instant at, RevocationEvent event) {

    public FeedEntry {
        if (seq < 1) {
            throw new IllegalArgumentException("feed entry: seq starts at 1");
        }
    }
}
