package dev.signet.verifier.authority;

import dev.signet.token.limit.TokenLimits;
import java.time.Duration;

/**
 * Every bound of the verifier. The components are those that a platform may have a reason to
 * change; the rest are constants.
 *
 * @param exchangeTimeout for one question to the authority, from connecting to the last byte; 100
 *     ms to 30 s
 * @param snapshotTimeout the same for a snapshot; 100 ms to 5 min
 * @param keyCooldown least time between two fetches of the key set; 10 ms to 5 min
 * @param keyRefresh after which the key set is fetched although nobody asked; at least the cooldown
 * @param feedSilence without a message for this long, the feed is connected anew; three signs of
 *     life
 * @param pauseMin first pause before connecting again
 * @param pauseMax longest pause before connecting again
 */
public record VerifierLimits(
        Duration exchangeTimeout,
        Duration snapshotTimeout,
        Duration keyCooldown,
        Duration keyRefresh,
        Duration feedSilence,
        Duration pauseMin,
        Duration pauseMax) {

    /** Largest key set. */
    public static final int KEY_SET_BYTES = 256 * 1024;

    /** Largest JSON answer. */
    public static final int ANSWER_BYTES = 64 * 1024;

    /** Largest snapshot. */
    public static final int SNAPSHOT_BYTES = TokenLimits.FEED_LENGTH_MAX;

    /**
     * Longest line and longest message of the feed's stream: 512 revocations take a fifth of it.
     */
    public static final int BATCH_BYTES = 1024 * 1024;

    /** How long a key that left the key set stays good: no token of it can live longer. */
    public static final Duration KEY_GRACE = TokenLimits.LIFETIME_MAX.plus(TokenLimits.LEEWAY_MAX);

    /** How many vanished keys are kept at most; the latest ones stay. */
    public static final int VANISHED_KEYS_MAX = 64;

    /** How many unknown {@code kid}s are remembered. */
    public static final int ASKED_KIDS_MAX = 1024;

    /** How many announced {@code kid}s are waited for. */
    public static final int ANNOUNCED_KIDS_MAX = 64;

    /** How long an announced key that does not appear is waited for. */
    public static final Duration ANNOUNCED_FOR = Duration.ofMinutes(5);

    /** Least time between two fetches that the feed itself makes necessary. */
    public static final Duration FEED_KEY_COOLDOWN = Duration.ofSeconds(1);

    /** How long the feed may have been silent while its next message is worth waiting for. */
    public static final Duration FEED_COVERS_KEYS = Duration.ofSeconds(4);

    /** How long the feed's next message is waited for: it gives a sign of life every 2 s. */
    public static final Duration KEY_NEWS_PATIENCE = Duration.ofMillis(2500);

    /**
     * How many callers may wait for one key set fetch, and how many for the authority's verdict.
     */
    public static final int WAITING_MAX = 64;

    /** How far the authority's clock may be ahead of ours. */
    public static final Duration AHEAD_MAX = TokenLimits.LEEWAY_MAX;

    /** How far a feed message may lie behind the newest one: the clocks of two authority nodes. */
    public static final Duration BEHIND_MAX = Duration.ofSeconds(10);

    /** How often expired revocations are looked for. */
    public static final Duration FORGET_EVERY = Duration.ofMinutes(1);

    /** Longest life of our own service token that is believed. */
    public static final Duration SERVICE_TOKEN_LIFE_MAX = Duration.ofHours(24);

    /**
     * A service token is renewed that long before its end, or at three quarters of a shorter life.
     */
    public static final Duration SERVICE_TOKEN_MARGIN = Duration.ofSeconds(60);

    /** How often age and keys are looked after. */
    public static final Duration CARE_EVERY = Duration.ofMillis(250);

    /** Age from which a feed counts as behind in the log, whatever the policy. */
    public static final Duration WARN_AGE = Duration.ofSeconds(30);

    /** Batches that wait for a slow listener. */
    public static final int LISTENER_QUEUE = 1024;

    public VerifierLimits {
        require(exchangeTimeout, "exchangeTimeout", Duration.ofMillis(100), Duration.ofSeconds(30));
        require(snapshotTimeout, "snapshotTimeout", Duration.ofMillis(100), Duration.ofMinutes(5));
        require(keyCooldown, "keyCooldown", Duration.ofMillis(10), Duration.ofMinutes(5));
        require(keyRefresh, "keyRefresh", keyCooldown, Duration.ofHours(1));
        require(feedSilence, "feedSilence", Duration.ofMillis(50), Duration.ofSeconds(30));
        require(pauseMin, "pauseMin", Duration.ofMillis(1), Duration.ofSeconds(5));
        require(pauseMax, "pauseMax", pauseMin, Duration.ofSeconds(30));
    }

    private static void require(Duration value, String name, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "verifier limits: " + name + " is " + least + " to " + most + ", not " + value);
        }
    }

    /** What suits a service in production. */
    public static VerifierLimits defaults() {
        return new VerifierLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofMinutes(5),
                Duration.ofSeconds(6),
                Duration.ofMillis(100),
                Duration.ofSeconds(5));
    }
}
