package dev.signet.chat.http.socket;

import java.time.Duration;
import java.time.Instant;

/** A bucket of allowances that fills up again with time. For the socket's event loop alone. */
final class MessageRate {

    private final long burstNanos;
    private final long everyNanos;
    private Instant lookedAt;
    private long savedNanos;

    /**
     * @param burst allowances in a full bucket
     * @param every time until one spent allowance is back
     */
    MessageRate(int burst, Duration every, Instant now) {
        this.everyNanos = every.toNanos();
        this.burstNanos = burst * everyNanos;
        this.savedNanos = burstNanos;
        this.lookedAt = now;
    }

    /** Spends one allowance, if there is one. */
    boolean spend(Instant now) {
        long passed = Math.max(0, Duration.between(lookedAt, now).toNanos());
        savedNanos = Math.min(burstNanos, savedNanos + passed);
        lookedAt = now;
        if (savedNanos < everyNanos) {
            return false;
        }
        savedNanos -= everyNanos;
        return true;
    }
}
