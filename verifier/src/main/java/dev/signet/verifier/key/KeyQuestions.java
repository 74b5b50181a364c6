package dev.signet.verifier.key;

import dev.signet.verifier.authority.Ticks;
import dev.signet.verifier.authority.VerifierLimits;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which unknown {@code kid}s were asked for or announced, and what the fetches since then prove.
 * Guarded by its owner's lock; bounded.
 *
 * <p>Only a fetch that began after a {@code kid} was first asked for can prove that there is no
 * such key; and the proof is good for one cool-down, because the key may be made later. A {@code
 * kid} that the feed announced is never proven unknown while it is waited for.
 *
 * <p>The other proof is the feed's: it announces every key that begins to sign. Who has fetched a
 * set since the feed was last read anew knows all keys of the time when its newest message was
 * signed; that time must lie behind the question.
 */
final class KeyQuestions {

    private final Ticks ticks;
    private final long cooldownNanos;
    private final Map<String, Long> askedBefore = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Long> announcedUntil = new LinkedHashMap<>();
    private long begun;
    private long lastGood;
    private long lastGoodAt;
    private long begunBeforeFeed = Long.MAX_VALUE;
    private long begunBeforeNews = -1;
    private long heardAt = Long.MIN_VALUE;
    private boolean undecided;

    KeyQuestions(Ticks ticks, Duration cooldown) {
        this.ticks = ticks;
        this.cooldownNanos = cooldown.toNanos();
    }

    /** Somebody asks for a {@code kid} that is not held. */
    void ask(String kid) {
        askedBefore.putIfAbsent(kid, begun);
        dropEldest(askedBefore, VerifierLimits.ASKED_KIDS_MAX);
    }

    /** The feed says that there is, or will be, such a key. */
    void announce(String kid) {
        begunBeforeNews = begun;
        announcedUntil.put(kid, ticks.nanos() + VerifierLimits.ANNOUNCED_FOR.toNanos());
        dropEldest(announcedUntil, VerifierLimits.ANNOUNCED_KIDS_MAX);
    }

    private static void dropEldest(Map<String, Long> map, int max) {
        Iterator<String> eldest = map.keySet().iterator();
        while (map.size() > max) {
            eldest.next();
            eldest.remove();
        }
    }

    /** The number of the fetch that begins now. */
    long begin() {
        undecided = false;
        return ++begun;
    }

    /** That fetch brought a usable set, which holds what {@link #found} is told next. */
    void good(long number) {
        lastGood = number;
        lastGoodAt = ticks.nanos();
    }

    /** A key is held now. */
    void found(String kid) {
        askedBefore.remove(kid);
        announcedUntil.remove(kid);
    }

    /** Whether it is proven that there is no such key. */
    boolean isProvenUnknown(String kid) {
        Long before = askedBefore.get(kid);
        return before != null
                && before < lastGood
                && ticks.nanos() - lastGoodAt < cooldownNanos
                && !isAnnounced(kid);
    }

    /** The feed is read anew: what it announced in between is not known. */
    void feedRestarted() {
        begunBeforeFeed = begun;
    }

    /**
     * A message of the feed, which holds what {@link #announce} was told before.
     *
     * @param lag how long ago it was signed
     */
    void heard(Duration lag) {
        long signedAt = ticks.nanos() - (lag.isNegative() ? 0 : lag.toNanos());
        heardAt = heardAt == Long.MIN_VALUE || signedAt - heardAt > 0 ? signedAt : heardAt;
    }

    /** Whether the feed proves that there was no such key at that reading of the ticks. */
    boolean isUnknownToFeed(String kid, long asOf) {
        return isCovered() && heardAt != Long.MIN_VALUE && heardAt - asOf > 0 && !isAnnounced(kid);
    }

    /** Whether a set was fetched since the feed was read anew. */
    boolean isCovered() {
        return lastGood > begunBeforeFeed;
    }

    /** Whether only a fetch is missing for the feed to be a proof. */
    boolean needsCover() {
        return begunBeforeFeed != Long.MAX_VALUE && !isCovered();
    }

    /** Whether no set was fetched since the feed announced a key. */
    boolean hasNews() {
        return lastGood <= begunBeforeNews;
    }

    /** Whether the feed speaks of that key. */
    boolean isAnnounced(String kid) {
        Long until = announcedUntil.get(kid);
        return until != null && ticks.nanos() - until < 0;
    }

    /** A question stays open until the next fetch. */
    void leaveOpen() {
        undecided = true;
    }

    /** Whether a fetch would answer somebody. */
    boolean isWaitedFor() {
        announcedUntil.values().removeIf(until -> ticks.nanos() - until >= 0);
        return undecided || !announcedUntil.isEmpty();
    }
}
