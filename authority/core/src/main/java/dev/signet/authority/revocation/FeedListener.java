package dev.signet.authority.revocation;

import dev.signet.token.feed.FeedEntry;

/** Hears of each committed feed entry, in order, on a thread that must not be kept waiting. */
@FunctionalInterface
interface FeedListener {

    void committed(FeedEntry entry);
}
