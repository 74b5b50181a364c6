package dev.signet.authority.limit;

import java.time.Duration;

/** Every bound of the authority that no operator needs to change. */
public final class AuthorityLimits {

    /** Most rows of one answer. */
    public static final int PAGE_MAX = 200;

    /** Most live sessions of one account; one more ends the one that was unused for longest. */
    public static final int SESSIONS_PER_ACCOUNT = 100;

    /** Failed logins in a row before an account's lock begins. */
    public static final int FAILURES_BEFORE_LOCK = 5;

    /** The first lock; each further failure doubles it. */
    public static final Duration FIRST_LOCK = Duration.ofMinutes(1);

    /** The longest lock. */
    public static final Duration LONGEST_LOCK = Duration.ofHours(1);

    /** Failures are forgotten after that time without another. */
    public static final Duration FAILURES_FORGOTTEN_AFTER = Duration.ofHours(24);

    /** Addresses or accounts that one rate limiter remembers. */
    public static final int BUCKETS_MAX = 50_000;

    /** How long a login waits for its turn to hash before it is answered 503. */
    public static final Duration HASH_WAIT = Duration.ofSeconds(2);

    /** Logins that may wait for their turn to hash, per core. */
    public static final int HASHES_WAITING_PER_CORE = 64;

    /** Life of a code by which an e-mail address is verified. */
    public static final Duration EMAIL_CODE_LIFE = Duration.ofHours(24);

    /** Life of a code by which a password is reset. */
    public static final Duration RESET_CODE_LIFE = Duration.ofMinutes(30);

    /** Mails that may be under way at the same time; one more is dropped and logged. */
    public static final int MAILS_UNDER_WAY = 64;

    /** How much longer than any token a revocation is kept: clocks differ (contracts: 60 s). */
    public static final Duration LEEWAY = Duration.ofSeconds(60);

    /** Feed rows that are kept; who is further behind takes a snapshot. */
    public static final int FEED_ROWS_KEPT = 100_000;

    /** Feed rows that a node keeps in memory. */
    public static final int FEED_ROWS_IN_MEMORY = 8_192;

    /** Feed rows of one answer. */
    public static final int FEED_PAGE_MAX = 1_000;

    /** Rows that one step of the clean-up takes out of one table. */
    public static final int PURGE_BATCH = 500;

    /** How long a spent ticket is recognised as spent; later it has merely expired. */
    public static final Duration TICKETS_KEPT = Duration.ofHours(1);

    /** How long ended sessions and their refresh tokens are kept for the record. */
    public static final Duration ENDED_KEPT = Duration.ofDays(7);

    /**
     * Spent refresh tokens of one family whose successor is remembered; of older ones it is known
     * that they are spent, which is all that finding a thief takes.
     */
    public static final int SPENT_TOKENS_KEPT = 32;

    /** In how many rotations a family's older spent tokens go at once. */
    public static final int SPENT_TOKENS_PURGED_EVERY = 16;

    /** Secrets that a client has at the same time while it changes from one to the next. */
    public static final int SECRETS_PER_CLIENT = 2;

    /** Clients of one authority; they are kept in memory. */
    public static final int CLIENTS_MAX = 10_000;

    /** How long a new key is published before it signs. */
    public static final Duration KEY_PUBLISHED_BEFORE_USE = Duration.ofMinutes(10);

    private AuthorityLimits() {}
}
