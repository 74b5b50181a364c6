package dev.signet.verifier.feed;

import dev.signet.token.feed.FeedEntry;
import dev.signet.token.feed.FeedMessage;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.verifier.authority.VerifierLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Where we stand in the stream, and what a genuine message means there. Used by the feed's thread;
 * {@link #position} may be read by any.
 */
final class FeedProgress {

    /** What to do with a message. */
    sealed interface Step {
        /** It is the next one: take these in, then {@link #taken} it. */
        record Take(List<RevocationEvent> events) implements Step {}

        /** It does not follow on what we know. */
        record TakeSnapshot(String why) implements Step {}

        /** It is an old one repeated, or from the future: nothing it says counts. */
        record Refuse(String why) implements Step {}
    }

    private final InstantSource clock;
    private volatile Optional<FeedPosition> position = Optional.empty();
    private Instant newest = Instant.MIN;

    FeedProgress(InstantSource clock) {
        this.clock = clock;
    }

    /** Empty before the first snapshot. */
    Optional<FeedPosition> position() {
        return position;
    }

    /** The latest instant that the authority signed. */
    Instant newest() {
        return newest;
    }

    Step judge(FeedMessage message) {
        if (message.at().isAfter(clock.instant().plus(VerifierLimits.AHEAD_MAX))) {
            return new Step.Refuse("signed in the future; compare the clocks");
        }
        if (isFromThePast(message.at())) {
            return new Step.Refuse("older than one seen before");
        }
        return message instanceof FeedMessage.Snapshot snapshot
                ? judgeSnapshot(snapshot)
                : judgeBatch((FeedMessage.Batch) message);
    }

    private boolean isFromThePast(Instant at) {
        return newest != Instant.MIN && at.isBefore(newest.minus(VerifierLimits.BEHIND_MAX));
    }

    private Step judgeSnapshot(FeedMessage.Snapshot snapshot) {
        boolean older =
                position.isPresent()
                        && position.get().epoch().equals(snapshot.epoch())
                        && snapshot.lastSeq() < position.get().seq();
        return older
                ? new Step.Refuse("a snapshot of less than is known")
                : new Step.Take(snapshot.events());
    }

    private Step judgeBatch(FeedMessage.Batch batch) {
        if (position.isEmpty()) {
            return new Step.TakeSnapshot("nothing known");
        }
        if (!position.get().epoch().equals(batch.epoch())) {
            return new Step.TakeSnapshot("another epoch");
        }
        if (position.get().seq() != batch.previousSeq()) {
            return new Step.TakeSnapshot("a gap");
        }
        return new Step.Take(batch.entries().stream().map(FeedEntry::event).toList());
    }

    /** The message's events are in force. Tells whether it was signed later than all before. */
    boolean taken(FeedMessage message) {
        position = Optional.of(new FeedPosition(message.epoch(), message.lastSeq()));
        boolean later = message.at().isAfter(newest);
        newest = later ? message.at() : newest;
        return later;
    }
}
