package dev.signet.authority.revocation;

import dev.signet.token.feed.FeedEntry;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The newest entries in memory, bounded; without a gap. Safe for many threads. */
final class FeedTail {

    private final int sizeMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<FeedEntry> entries = new ArrayDeque<>();
    private long lastSeq;

    FeedTail(int sizeMax) {
        this.sizeMax = sizeMax;
    }

    void start(long lastSeqSoFar, List<FeedEntry> newest) {
        lock.lock();
        try {
            entries.clear();
            entries.addAll(newest);
            lastSeq = lastSeqSoFar;
        } finally {
            lock.unlock();
        }
    }

    void append(FeedEntry entry) {
        lock.lock();
        try {
            if (entry.seq() != lastSeq + 1) {
                entries.clear();
            }
            entries.addLast(entry);
            lastSeq = entry.seq();
            if (entries.size() > sizeMax) {
                entries.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    long lastSeq() {
        lock.lock();
        try {
            return lastSeq;
        } finally {
            lock.unlock();
        }
    }

    /** At most {@code max} entries after that one; empty when memory does not reach back so far. */
    Optional<List<FeedEntry>> after(long seq, int max) {
        lock.lock();
        try {
            if (seq == lastSeq) {
                return Optional.of(List.of());
            }
            boolean reaches = !entries.isEmpty() && entries.getFirst().seq() <= seq + 1;
            return reaches && seq < lastSeq ? Optional.of(copy(seq, max)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private List<FeedEntry> copy(long seq, int max) {
        long skipped = seq + 1 - entries.getFirst().seq();
        return entries.stream().skip(skipped).limit(max).toList();
    }
}
