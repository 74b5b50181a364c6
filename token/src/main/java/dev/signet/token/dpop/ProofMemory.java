package dev.signet.token.dpop;

import dev.signet.token.limit.TokenLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Remembers the proofs that could still be replayed. */
final class ProofMemory {

    /** From the earliest moment that finds a proof fresh to the latest. */
    private static final Duration REMEMBERED = TokenLimits.PROOF_AGE_MAX.multipliedBy(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Instant> usedUntil = new LinkedHashMap<>();

    /** Whether this is the first use; no when the memory is full of fresh proofs. */
    boolean firstUse(String id, Instant now) {
        lock.lock();
        try {
            forgetExpired(now);
            return usedUntil.size() < TokenLimits.PROOFS_MAX
                    && usedUntil.putIfAbsent(id, now.plus(REMEMBERED)) == null;
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
