package dev.signet.authority.limit;

import dev.signet.authority.credential.CredentialHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Counts an attempt as failed before its password is looked at, and takes that back when it was
 * right. So a thousand guesses at the same time are no better than a thousand in a row.
 */
public final class Lockouts {

    private static final int DOUBLINGS_MAX = 16;

    private final InstantSource clock;

    public Lockouts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Begins an attempt; empty when it may go on, else how long the account stays locked.
     *
     * @param email the one spelling of the address
     */
    public Optional<Duration> attempt(LockoutTransaction tx, String email) {
        Instant now = now();
        Lockout before = current(tx, key(email), now);
        if (now.isBefore(before.lockedUntil())) {
            return Optional.of(Duration.between(now, before.lockedUntil()));
        }
        int failures = before.failures() + 1;
        tx.lockouts().put(new Lockout(before.key(), failures, now, now.plus(lockAfter(failures))));
        return Optional.empty();
    }

    /** Takes an attempt back that nobody could judge. */
    public void release(LockoutTransaction tx, String email) {
        Instant now = now();
        Lockout counted = current(tx, key(email), now);
        int failures = Math.max(0, counted.failures() - 1);
        tx.lockouts().put(new Lockout(counted.key(), failures, counted.lastFailureAt(), now));
    }

    /** The password was right, or was replaced. */
    public void clear(LockoutTransaction tx, String email) {
        tx.lockouts().clear(key(email));
    }

    private Lockout current(LockoutTransaction tx, CredentialHash key, Instant now) {
        Instant remembered = now.minus(AuthorityLimits.FAILURES_FORGOTTEN_AFTER);
        return tx.lockouts()
                .find(key)
                .filter(lockout -> lockout.lastFailureAt().isAfter(remembered))
                .orElseGet(() -> new Lockout(key, 0, now, Instant.EPOCH));
    }

    /** How long an account is locked after so many failures in a row. */
    static Duration lockAfter(int failures) {
        int doublings = failures - AuthorityLimits.FAILURES_BEFORE_LOCK;
        if (doublings < 0) {
            return Duration.ZERO;
        }
        Duration lock =
                AuthorityLimits.FIRST_LOCK.multipliedBy(1L << Math.min(doublings, DOUBLINGS_MAX));
        return lock.compareTo(AuthorityLimits.LONGEST_LOCK) > 0
                ? AuthorityLimits.LONGEST_LOCK
                : lock;
    }

    private static CredentialHash key(String email) {
        return CredentialHash.of(email);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
