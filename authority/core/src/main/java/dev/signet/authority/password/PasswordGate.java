package dev.signet.authority.password;

import dev.signet.authority.limit.AuthorityLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets as many hashes run at the same time as there are cores and lets others wait for a bounded
 * time, so that a burst of logins costs neither the memory nor the cores that other work needs. An
 * unknown account costs the same work as a known one.
 */
public final class PasswordGate {

    private final PasswordHasher hasher;
    private final Semaphore running;
    private final Semaphore admitted;
    private final Duration wait;
    private final PasswordHash nobodys;

    /** What came of comparing a password. */
    public enum Check {
        MATCHES,
        DIFFERS,
        /** Nobody could look: too many wait already. */
        OVERLOADED
    }

    /** One hash for each of {@code cores} at the same time. */
    public PasswordGate(PasswordHasher hasher, int cores) {
        this(hasher, cores, AuthorityLimits.HASH_WAIT);
    }

    PasswordGate(PasswordHasher hasher, int cores, Duration wait) {
        this.hasher = hasher;
        this.running = new Semaphore(cores, true);
        this.admitted = new Semaphore(cores * (1 + AuthorityLimits.HASHES_WAITING_PER_CORE));
        this.wait = wait;
        this.nobodys = hasher.hash(new Password("the password of nobody"));
    }

    /** A new hash; empty when overloaded. */
    public Optional<PasswordHash> hash(Password password) {
        return inTurn(() -> hasher.hash(password));
    }

    /** Compares with a stored hash, or with nobody's, which takes the same time. */
    public Check check(Password password, Optional<PasswordHash> stored) {
        return inTurn(() -> hasher.matches(password, stored.orElse(nobodys)))
                .map(same -> same && stored.isPresent() ? Check.MATCHES : Check.DIFFERS)
                .orElse(Check.OVERLOADED);
    }

    /** Whether the stored hash should be replaced while its password is at hand. */
    public boolean needsRehash(PasswordHash stored) {
        return hasher.needsRehash(stored);
    }

    private <T> Optional<T> inTurn(Supplier<T> work) {
        if (!admitted.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return whenRunning(work);
        } finally {
            admitted.release();
        }
    }

    private <T> Optional<T> whenRunning(Supplier<T> work) {
        if (!takeTurn()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            running.release();
        }
    }

    private boolean takeTurn() {
        try {
            return running.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
