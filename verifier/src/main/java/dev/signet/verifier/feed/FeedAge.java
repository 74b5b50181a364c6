package dev.signet.verifier.feed;

import dev.signet.verifier.authority.Ticks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How old our knowledge of revocations is. Safe for many threads; asking costs two reads.
 *
 * <p>The age is not the time since something arrived: who repeats or delays messages could make
 * that as small as he likes. It is how old the newest message was when it arrived, by the instant
 * that the authority signed into it, plus the time since by a monotonic clock. Only a message
 * signed later than all before makes it smaller. A wrong clock of ours is in doubt counted as age:
 * a clock ahead adds its error, and messages from further than a minute in the future are refused.
 */
public final class FeedAge {

    private final Ticks ticks;
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile boolean known;
    private volatile boolean ended;
    private volatile long bornAt;

    public FeedAge(Ticks ticks) {
        this.ticks = ticks;
    }

    /**
     * A message was taken in that was signed later than any before.
     *
     * @param signedAt the authority's instant
     * @param now ours
     */
    void renew(Instant signedAt, Instant now) {
        Duration lag = Duration.between(signedAt, now);
        long born = ticks.nanos() - (lag.isNegative() ? 0 : lag.toNanos());
        bornAt = known && bornAt - born > 0 ? bornAt : born;
        known = true;
        first.countDown();
    }

    /** Nobody follows the feed any more: from now on nothing is within any bound. */
    public void end() {
        ended = true;
    }

    /** Whether there is knowledge, and none older than that. */
    public boolean isWithin(long nanos) {
        return known && !ended && ticks.nanos() - bornAt <= nanos;
    }

    /** The age now; empty before the first message. */
    public Optional<Duration> age() {
        return known
                ? Optional.of(Duration.ofNanos(Math.max(0, ticks.nanos() - bornAt)))
                : Optional.empty();
    }

    /** Waits for the first message, at most that long. */
    public boolean awaitFirst(Duration patience) throws InterruptedException {
        return first.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
