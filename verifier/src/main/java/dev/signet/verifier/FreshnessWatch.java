package dev.signet.verifier;

import dev.signet.verifier.authority.VerifierLimits;
import dev.signet.verifier.feed.FeedAge;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the feed's age by the policy's bound, and tells when it passes. */
final class FreshnessWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FreshnessWatch.class);

    private final FeedAge age;
    private final Staleness staleness;
    private final long boundNanos;
    private final RevocationListeners listeners;
    private Freshness told = Freshness.STARTING;
    private boolean behind;

    FreshnessWatch(FeedAge age, Staleness staleness, RevocationListeners listeners) {
        this.age = age;
        this.staleness = staleness;
        this.boundNanos = staleness.bound().toNanos();
        this.listeners = listeners;
    }

    boolean isFresh() {
        return age.isWithin(boundNanos);
    }

    Freshness freshness() {
        if (isFresh()) {
            return Freshness.FRESH;
        }
        return age.age().isEmpty() ? Freshness.STARTING : Freshness.STALE;
    }

    /** Looks at the age; by one thread at a time. */
    void look() {
        Freshness now = freshness();
        if (now != told) {
            told = now;
            listeners.freshness(now);
            LOG.info("event=feed_freshness state={} policy={}", now, staleness);
        }
        warnWhenServedStale();
    }

    private void warnWhenServedStale() {
        boolean wasBehind = behind;
        Duration old = age.age().orElse(Duration.ZERO);
        behind = old.compareTo(VerifierLimits.WARN_AGE) > 0;
        if (behind && !wasBehind && staleness instanceof Staleness.ServeStale policy) {
            LOG.warn("event=serving_stale since={} until={}", old, policy.bound());
        }
    }
}
