package dev.signet.token.access;

import dev.signet.token.key.VerificationKey;
import dev.signet.token.limit.TokenLimits;
import dev.signet.token.verdict.Identity;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers which exact texts carried a good signature and what they said, so that a token's second
 * use costs a look-up. Says nothing about time, revocation or whether the key is still good. Holds
 * two generations: what was not asked for during a whole generation is dropped.
 */
final class VerifiedTokens {

    /** A token whose form, signature and claims were found right once. */
    record Entry(Identity identity, VerificationKey key) {}

    private record Generations(Map<String, Entry> young, Map<String, Entry> old) {
        Generations next() {
            return new Generations(new ConcurrentHashMap<>(), young);
        }
    }

    private final int generationSize;
    private final ReentrantLock turning = new ReentrantLock();
    private volatile Generations generations =
            new Generations(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    /**
     * @param generationSize of each of the two; threads that write at the same time may exceed it
     *     by one each
     */
    VerifiedTokens(int generationSize) {
        this.generationSize = generationSize;
    }

    Optional<Entry> find(String token) {
        if (token.length() > TokenLimits.REMEMBERED_LENGTH_MAX) {
            return Optional.empty();
        }
        Generations now = generations;
        Entry entry = now.young().get(token);
        if (entry != null) {
            return Optional.of(entry);
        }
        Entry aged = now.old().get(token);
        if (aged != null) {
            remember(token, aged);
        }
        return Optional.ofNullable(aged);
    }

    void remember(String token, Entry entry) {
        if (token.length() > TokenLimits.REMEMBERED_LENGTH_MAX) {
            return;
        }
        if (isFull()) {
            turn();
        }
        generations.young().put(token, entry);
    }

    private boolean isFull() {
        return generations.young().size() >= generationSize;
    }

    private void turn() {
        turning.lock();
        try {
            if (isFull()) {
                generations = generations.next();
            }
        } finally {
            turning.unlock();
        }
    }

    int size() {
        Generations now = generations;
        return now.young().size() + now.old().size();
    }
}
