package dev.signet.token.dpop;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Remembers the proofs that could still be replayed. */
final class ProofMemory {

    static final int SIZE_MAX = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Instant> usedUntil = new LinkedHashMap<>();

    /** Whether this is the first use; no when the memory is full of fresh proofs. */
    boolean firstUse(String id, Instant now) {
        lock.lock();
        try {
            forgetExpired(now);
            return usedUntil.size() < SIZE_MAX
                    && usedUntil.putIfAbsent(id, now.plus(DpopProofs.AGE_MAX.multipliedBy(2)))
                            == null;
        } finally {
            lock.unlock();
        }
    }

    private void forgetExpired(Instant now) {
        var oldest = usedUntil.entrySet().iterator();
        while (oldest.hasNext() && oldest.next().getValue().isBefore(now)) {
            oldest.remove();
        }
    }
}
