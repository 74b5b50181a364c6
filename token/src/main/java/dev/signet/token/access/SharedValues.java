package dev.signet.token.access;

import dev.signet.token.limit.TokenLimits;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one copy of what many tokens say alike, so that remembering them takes less memory and less
 * of the collector's time. Bounded; what comes when it is full stays its token's own. Safe for many
 * threads.
 */
final class SharedValues {

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<Set<String>, Set<String>> sets = new ConcurrentHashMap<>();

    String text(String value) {
        return shared(texts, value);
    }

    Set<String> set(Set<String> values) {
        Set<String> known = sets.get(values);
        return known != null ? known : shared(sets, Set.copyOf(values));
    }

    private static <T> T shared(Map<T, T> all, T value) {
        T known = all.get(value);
        if (known != null) {
            return known;
        }
        if (all.size() < TokenLimits.SHARED_VALUES_MAX) {
            all.put(value, value);
        }
        return value;
    }

    int size() {
        return texts.size() + sets.size();
    }
}
