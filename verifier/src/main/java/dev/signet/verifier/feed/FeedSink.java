package dev.signet.verifier.feed;

import dev.signet.token.feed.FeedMessage;
import dev.signet.token.revocation.RevocationEvent;
import java.util.List;

/** Who is told of events. Called by the feed's thread, which must not be kept waiting. */
@FunctionalInterface
public interface FeedSink {

    /** The message is in force; the feed's age does not count it yet. */
    default void taken(FeedMessage message) {}

    /** These events are in force now. */
    void applied(List<RevocationEvent> events);
}
