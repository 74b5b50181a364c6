package dev.signet.verifier.feed;

import dev.signet.token.feed.FeedMessage;
import dev.signet.token.feed.FeedReader;
import dev.signet.token.feed.FeedReader.Reading;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationState;
import dev.signet.verifier.authority.VerifierLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes signed messages in: what is revoked stays revoked until it would have expired, also through
 * snapshots and changes of epoch, so that no answer of the authority can take a revocation back.
 * Used by the feed's thread; {@link #position} may be read by any.
 */
public final class FeedIntake {

    /** What became of a message. */
    enum Outcome {
        /** In force, and newer than all before. */
        TAKEN,
        /** Says nothing new; it may be a copy. */
        REPEATED,
        /** It cannot be built upon: everything must be read anew. */
        SNAPSHOT_NEEDED,
        /** Not to be believed, or not readable now. */
        REFUSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(FeedIntake.class);

    private final FeedReader reader;
    private final RevocationState revocations;
    private final FeedSink sink;
    private final FeedAge age;
    private final InstantSource clock;
    private final FeedProgress progress;
    private Instant forgotten = Instant.MIN;

    /**
     * @param reader knows whose signatures count
     * @param sink told of events once they are in force
     * @param age renewed by each message that is newer than all before
     */
    public FeedIntake(
            FeedReader reader,
            RevocationState revocations,
            FeedSink sink,
            FeedAge age,
            InstantSource clock) {
        this.reader = reader;
        this.revocations = revocations;
        this.sink = sink;
        this.age = age;
        this.clock = clock;
        this.progress = new FeedProgress(clock);
    }

    /** Where we stand; empty before the first snapshot. */
    public Optional<FeedPosition> position() {
        return progress.position();
    }

    Outcome take(String signed) {
        Reading reading = reader.read(signed);
        if (reading instanceof Reading.Unavailable) {
            LOG.warn("event=feed_message_refused why=\"its key cannot be looked up now\"");
            return Outcome.REFUSED;
        }
        if (reading instanceof Reading.Refused refused) {
            LOG.warn("event=feed_message_refused why=\"{}\"", refused.why());
            return Outcome.SNAPSHOT_NEEDED;
        }
        return take(((Reading.Read) reading).message());
    }

    private Outcome take(FeedMessage message) {
        FeedProgress.Step step = progress.judge(message);
        if (step instanceof FeedProgress.Step.Refuse refuse) {
            LOG.warn("event=feed_message_refused why=\"{}\"", refuse.why());
            return Outcome.REFUSED;
        }
        if (step instanceof FeedProgress.Step.TakeSnapshot needed) {
            LOG.info("event=feed_snapshot_needed why=\"{}\"", needed.why());
            return Outcome.SNAPSHOT_NEEDED;
        }
        return enforce(message, ((FeedProgress.Step.Take) step).events());
    }

    private Outcome enforce(FeedMessage message, List<RevocationEvent> events) {
        events.forEach(revocations::apply);
        boolean later = progress.taken(message);
        sink.taken(message);
        if (later) {
            age.renew(message.at(), clock.instant());
        }
        forgetExpired();
        if (!events.isEmpty()) {
            sink.applied(events);
        }
        return later || !events.isEmpty() ? Outcome.TAKEN : Outcome.REPEATED;
    }

    /**
     * Forgets by the earlier of the authority's clock and ours: a clock that runs ahead for a while
     * must bring no token back.
     */
    private void forgetExpired() {
        Instant ours = clock.instant();
        Instant horizon = ours.isBefore(progress.newest()) ? ours : progress.newest();
        if (forgotten != Instant.MIN
                && horizon.isBefore(forgotten.plus(VerifierLimits.FORGET_EVERY))) {
            return;
        }
        forgotten = horizon;
        revocations.forgetExpired(horizon);
    }
}
