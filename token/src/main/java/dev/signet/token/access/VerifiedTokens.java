package dev.signet.token.access;

import dev.signet.token.key.VerificationKey;
import dev.signet.token.verdict.Identity;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which exact texts carried a good signature and what they said, so that a token's second
 * use costs a look-up. Says nothing about time or revocation. Holds at most two generations of
 * {@code size} entries: what was not asked for during a whole generation is dropped.
 */
final class VerifiedTokens {

    /** A token whose form, signature and claims were found right once. */
    record Entry(Identity identity, VerificationKey key) {}

    private final int generationSize;
    private volatile Map<String, Entry> young = new ConcurrentHashMap<>();
    private volatile Map<String, Entry> old = Map.of();

    VerifiedTokens(int generationSize) {
        this.generationSize = generationSize;
    }

    Optional<Entry> find(String token) {
        Entry entry = young.get(token);
        if (entry != null) {
            return Optional.of(entry);
        }
        Entry aged = old.get(token);
        if (aged == null) {
            return Optional.empty();
        }
        remember(token, aged);
        return Optional.of(aged);
    }

    void remember(String token, Entry entry) {
        Map<String, Entry> current = young;
        if (current.size() >= generationSize) {
            startGeneration(current);
        }
        young.put(token, entry);
    }

    /** Losing this race drops a few entries early, which costs a verification and nothing else. */
    private void startGeneration(Map<String, Entry> full) {
        if (young == full) {
            old = full;
            young = new ConcurrentHashMap<>();
        }
    }

    void forget(String token) {
        young.remove(token);
        if (old.containsKey(token)) {
            old.remove(token);
        }
    }
}
