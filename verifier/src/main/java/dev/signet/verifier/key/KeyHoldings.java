package dev.signet.verifier.key;

import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource.Lookup;
import dev.signet.token.key.VerificationKey;
import dev.signet.verifier.authority.VerifierLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are good now; immutable. Each usable key set changes them by this rule:
 *
 * <ul>
 *   <li>A key of the set is held as long as later sets have it. The object of a key that is already
 *       held stays the same, so that tokens verified with it need no second verification.
 *   <li>A key that left the set stays good for {@link VerifierLimits#KEY_GRACE}, whether some or
 *       all keys left: after that no token of it can be alive. It is held as before if it comes
 *       back.
 *   <li>A set that gives another key to a {@code kid} that is held is refused as a whole: a name
 *       means one key, for ever.
 * </ul>
 *
 * Whether a key was revoked is not asked here: only the feed says so.
 */
final class KeyHoldings {

    /** Holds nothing. */
    static final KeyHoldings NONE = new KeyHoldings(Map.of());

    /**
     * A key and its ready-made look-up.
     *
     * @param goneAt when it stops being good; empty while the last set has it
     */
    private record Held(Lookup.Found found, Optional<Instant> goneAt) {

        boolean isGood(InstantSource clock) {
            return goneAt.isEmpty() || clock.instant().isBefore(goneAt.get());
        }

        Held vanished(Instant goodUntil) {
            return goneAt.isPresent() ? this : new Held(found, Optional.of(goodUntil));
        }
    }

    private final Map<String, Held> byKid;

    private KeyHoldings(Map<String, Held> byKid) {
        this.byKid = byKid;
    }

    /** The look-up of a key that is good; null when none of that name is. */
    Lookup.@Nullable Found find(String kid, InstantSource clock) {
        Held held = byKid.get(kid);
        return held != null && held.isGood(clock) ? held.found() : null;
    }

    /** The names of all good keys, in order. */
    Set<String> kids(InstantSource clock) {
        Set<String> kids = new TreeSet<>();
        byKid.forEach((kid, held) -> {
            if (held.isGood(clock)) {
                kids.add(kid);
            }
        });
        return kids;
    }

    /** What is held after that set; empty when the set is refused. */
    Optional<KeyHoldings> after(KeySet set, Instant now) {
        Map<String, Held> next = new HashMap<>();
        for (String kid : set.kids()) {
            VerificationKey key = set.find(kid).orElseThrow();
            Held before = byKid.get(kid);
            if (before != null && !sameKey(before.found().key(), key)) {
                return Optional.empty();
            }
            Lookup.Found found = before == null ? new Lookup.Found(key) : before.found();
            next.put(kid, new Held(found, Optional.empty()));
        }
        keepVanished(next, now);
        return Optional.of(new KeyHoldings(Map.copyOf(next)));
    }

    private void keepVanished(Map<String, Held> next, Instant now) {
        Instant goodUntil = now.plus(VerifierLimits.KEY_GRACE);
        byKid.entrySet().stream()
                .filter(entry -> !next.containsKey(entry.getKey()))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().vanished(goodUntil)))
                .filter(entry -> now.isBefore(entry.getValue().goneAt().orElseThrow()))
                .sorted(latestFirst())
                .limit(VerifierLimits.VANISHED_KEYS_MAX)
                .toList()
                .forEach(entry -> next.put(entry.getKey(), entry.getValue()));
    }

    private static Comparator<Map.Entry<String, Held>> latestFirst() {
        return Comparator.comparing(
                (Map.Entry<String, Held> entry) -> entry.getValue().goneAt().orElseThrow(),
                Comparator.reverseOrder());
    }

    private static boolean sameKey(VerificationKey a, VerificationKey b) {
        return a.algorithm() == b.algorithm() && a.thumbprint().equals(b.thumbprint());
    }
}
