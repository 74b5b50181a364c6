package dev.signet.authority.limit;

import dev.signet.authority.settings.Rates.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A token bucket per key, in memory; remembers {@value AuthorityLimits#BUCKETS_MAX} keys and
 * forgets the one that was quiet for longest. Safe for many threads.
 */
public final class RateLimiter {

    private final Rate rate;
    private final int keysMax;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    /** When each key's bucket will be full again, least recently used first. */
    private final Map<String, Instant> fullAt = new LinkedHashMap<>(16, 0.75f, true);

    public RateLimiter(Rate rate, InstantSource clock) {
        this(rate, AuthorityLimits.BUCKETS_MAX, clock);
    }

    RateLimiter(Rate rate, int keysMax, InstantSource clock) {
        this.rate = rate;
        this.keysMax = keysMax;
        this.clock = clock;
    }

    /** Takes one attempt; empty when it may go on, else how long to wait for the next. */
    public Optional<Duration> delay(String key) {
        Instant now = clock.instant();
        lock.lock();
        try {
            return take(key, now);
        } finally {
            lock.unlock();
        }
    }

    /** Takes back one attempt that was let through. */
    public void giveBack(String key) {
        lock.lock();
        try {
            fullAt.computeIfPresent(key, (_, full) -> full.minus(rate.refill()));
        } finally {
            lock.unlock();
        }
    }

    private Optional<Duration> take(String key, Instant now) {
        Instant before = fullAt.getOrDefault(key, now);
        Instant full = (before.isBefore(now) ? now : before).plus(rate.refill());
        Duration over = Duration.between(now, full).minus(rate.refill().multipliedBy(rate.burst()));
        if (over.isPositive()) {
            return Optional.of(over);
        }
        fullAt.put(key, full);
        if (fullAt.size() > keysMax) {
            fullAt.remove(fullAt.keySet().iterator().next());
        }
        return Optional.empty();
    }
}
