package dev.signet.scanner.detect;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A map whose keys are told apart by what they are, not by what they say, and that keeps the order
 * in which they came: an {@link IdentityHashMap} has another one in every process. Used by one
 * thread.
 */
final class ByIdentity<K, V> {

    private final Map<K, V> values = new IdentityHashMap<>();
    private final List<K> order = new ArrayList<>();

    Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    boolean has(K key) {
        return values.containsKey(key);
    }

    void put(K key, V value) {
        if (values.put(key, value) == null) {
            order.add(key);
        }
    }

    V computeIfAbsent(K key, Function<K, V> made) {
        Optional<V> before = get(key);
        if (before.isPresent()) {
            return before.get();
        }
        V value = made.apply(key);
        put(key, value);
        return value;
    }

    /** In the order in which the keys came. */
    void forEach(BiConsumer<K, V> each) {
        order.forEach(key -> get(key).ifPresent(value -> each.accept(key, value)));
    }
}
