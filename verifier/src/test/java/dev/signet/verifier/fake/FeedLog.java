package dev.signet.verifier.fake;

import dev.signet.token.feed.FeedEntry;
import dev.signet.token.feed.FeedMessage;
import dev.signet.token.revocation.RevocationEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A test authority's ordered stream of revocations. */
final class FeedLog {

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<FeedEntry> entries = new ArrayList<>();
    private final List<RevocationEvent> events = new ArrayList<>();
    private String epoch = "epoch-1";
    private Instant lastAt = Instant.MIN;
    private int epochs = 1;

    FeedLog(InstantSource clock) {
        this.clock = clock;
    }

    /** Like the clock, but never the same instant twice. */
    Instant now() {
        lock.lock();
        try {
            Instant now = clock.instant();
            lastAt = now.isAfter(lastAt) ? now : lastAt.plusNanos(1000);
            return lastAt;
        } finally {
            lock.unlock();
        }
    }

    long append(RevocationEvent event) {
        lock.lock();
        try {
            entries.add(new FeedEntry(entries.size() + 1L, clock.instant(), event));
            events.add(event);
            grown.signalAll();
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    /** Another numbering begins; what is revoked stays revoked. */
    void startEpoch() {
        lock.lock();
        try {
            epoch = "epoch-" + ++epochs;
            entries.clear();
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    String epoch() {
        lock.lock();
        try {
            return epoch;
        } finally {
            lock.unlock();
        }
    }

    long lastSeq() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    FeedMessage.Batch after(long seq) {
        lock.lock();
        try {
            int from = (int) Math.min(seq, entries.size());
            int to = Math.min(entries.size(), from + FeedMessage.BATCH_MAX);
            List<FeedEntry> next = List.copyOf(entries.subList(from, to));
            return new FeedMessage.Batch(epoch, now(), to, next);
        } finally {
            lock.unlock();
        }
    }

    FeedMessage.Snapshot snapshot() {
        lock.lock();
        try {
            return new FeedMessage.Snapshot(epoch, now(), entries.size(), events);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is more, or it is time for a sign of life. */
    void awaitMoreThan(String knownEpoch, long seq, long millis) throws InterruptedException {
        lock.lock();
        try {
            if (epoch.equals(knownEpoch) && entries.size() <= seq) {
                grown.await(millis, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
