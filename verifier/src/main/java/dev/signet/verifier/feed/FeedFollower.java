package dev.signet.verifier.feed;

import dev.signet.verifier.authority.Answer;
import dev.signet.verifier.authority.Backoff;
import dev.signet.verifier.authority.ByteStream;
import dev.signet.verifier.authority.ByteStream.Piece;
import dev.signet.verifier.authority.Daemons;
import dev.signet.verifier.authority.Machine;
import dev.signet.verifier.authority.Ticks;
import dev.signet.verifier.authority.VerifierLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the knowledge of revocations up to date, on one thread of its own: a snapshot first and
 * whenever the stream does not follow on what is known, then the stream, and from the start again
 * with growing pauses when it ends, goes silent or cannot be believed.
 */
public final class FeedFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedFollower.class);
    private static final String BATCH = "batch";

    private final FeedLine line;
    private final FeedIntake intake;
    private final Duration silence;
    private final Backoff backoff;
    private final Ticks waiting = Ticks.system();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private boolean snapshotNeeded = true;
    private boolean connected;

    public FeedFollower(FeedLine line, FeedIntake intake, VerifierLimits limits, Machine machine) {
        this.line = line;
        this.intake = intake;
        this.silence = limits.feedSilence();
        this.backoff = new Backoff(limits.pauseMin(), limits.pauseMax(), machine.random());
        this.thread = Daemons.named("signet-verifier-feed").newThread(this::run);
    }

    /** Begins; once. */
    public void start() {
        thread.start();
    }

    /** Ends the thread and its connection soon; again: no effect. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void run() {
        try {
            do {
                followSafely();
            } while (!closed.await(backoff.next().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException ended) {
            LOG.debug("event=feed_closed");
        }
    }

    private void followSafely() throws InterruptedException {
        try {
            follow();
        } catch (RuntimeException | Error bug) { // what is thrown on would end the thread for good
            LOG.error("event=feed_failed", bug);
        }
        if (connected) {
            connected = false;
            LOG.warn("event=feed_lost");
        }
    }

    private void follow() throws InterruptedException {
        if (snapshotNeeded) {
            snapshotNeeded = !loadSnapshot();
        }
        Optional<FeedPosition> position = intake.position();
        if (snapshotNeeded || position.isEmpty()) {
            return;
        }
        Answer answer = line.connect(position.get());
        if (answer instanceof Answer.Streaming streaming) {
            try (ByteStream bytes = streaming.bytes()) {
                read(bytes);
            }
        }
        snapshotNeeded |= FeedLine.asksForSnapshot(answer);
    }

    private boolean loadSnapshot() {
        Optional<String> signed = line.snapshot();
        return signed.isPresent() && isIn(intake.take(signed.get()));
    }

    private static boolean isIn(FeedIntake.Outcome outcome) {
        return outcome == FeedIntake.Outcome.TAKEN || outcome == FeedIntake.Outcome.REPEATED;
    }

    /** Reads until the stream ends, or no new message has come for too long, whatever else came. */
    private void read(ByteStream bytes) throws InterruptedException {
        SseParser parser = new SseParser(VerifierLimits.BATCH_BYTES);
        long lastNews = waiting.nanos();
        Duration patience = silence;
        while (patience.toNanos() > 0 && bytes.next(patience) instanceof Piece.Bytes piece) {
            for (SseMessage message : parser.feed(piece.bytes())) {
                FeedIntake.Outcome outcome = take(message);
                if (!isIn(outcome)) {
                    return;
                }
                if (outcome == FeedIntake.Outcome.TAKEN) {
                    lastNews = waiting.nanos();
                }
            }
            if (parser.isBroken()) {
                return;
            }
            patience = silence.minusNanos(waiting.nanos() - lastNews);
        }
    }

    private FeedIntake.Outcome take(SseMessage message) {
        if (!message.type().equals(BATCH)) {
            return FeedIntake.Outcome.REPEATED;
        }
        FeedIntake.Outcome outcome = intake.take(message.data());
        snapshotNeeded |= outcome == FeedIntake.Outcome.SNAPSHOT_NEEDED;
        if (outcome == FeedIntake.Outcome.TAKEN) {
            backoff.reset();
            logConnected();
        }
        return outcome;
    }

    private void logConnected() {
        if (!connected) {
            connected = true;
            FeedPosition position = intake.position().orElseThrow();
            LOG.info("event=feed_connected epoch={} seq={}", position.epoch(), position.seq());
        }
    }
}
