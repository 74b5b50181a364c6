package dev.signet.authority.http.feed;

import dev.signet.authority.http.feed.SignedFeed.Signed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The newest message of one kind. One reader makes it while the others wait for it; it is shared
 * for a moment, unless there is news. Safe for many threads.
 *
 * @param <K> what a message answers
 */
final class Latest<K> {

    private static final Duration MOMENT = Duration.ofMillis(250);

    private final InstantSource clock;
    private final ReentrantLock making = new ReentrantLock();
    private volatile Optional<Shared<K>> shared = Optional.empty();

    private record Shared<K>(K key, Signed signed, Instant until) {}

    Latest(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The message for that key which knows everything up to {@code seq}; a new one if need be.
     *
     * @param maker empty when there can be none; not shared then
     */
    Optional<Signed> get(K key, long seq, Supplier<Optional<Signed>> maker) {
        Optional<Signed> known = find(key, seq);
        if (known.isPresent()) {
            return known;
        }
        making.lock();
        try {
            return find(key, seq).or(() -> make(key, maker));
        } finally {
            making.unlock();
        }
    }

    private Optional<Signed> find(K key, long seq) {
        return shared.filter(s -> s.key().equals(key))
                .filter(s -> s.signed().message().lastSeq() >= seq)
                .filter(s -> clock.instant().isBefore(s.until()))
                .map(Shared::signed);
    }

    private Optional<Signed> make(K key, Supplier<Optional<Signed>> maker) {
        Instant until = clock.instant().plus(MOMENT);
        Optional<Signed> made = maker.get();
        made.ifPresent(signed -> shared = Optional.of(new Shared<>(key, signed, until)));
        return made;
    }
}
