package dev.signet.chat.http.login;

import dev.signet.chat.http.limit.BackendLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sign-ins on their way, by the hash of their {@code state}. Each can be taken once, by the
 * browser that began it. Safe for many threads; when there are too many, the eldest gives way.
 */
public final class SignInAttempts {

    private final RandomValues random;
    private final BackendLimits.SignIn limits;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, SignInAttempt> byState = new LinkedHashMap<>();

    public SignInAttempts(RandomValues random, BackendLimits.SignIn limits, InstantSource clock) {
        this.random = random;
        this.limits = limits;
        this.clock = clock;
    }

    /** An attempt with the {@code state} under which it can be taken. */
    record AttemptWithState(String state, SignInAttempt attempt) {
        @Override
        public String toString() {
            return "AttemptWithState[hidden]";
        }
    }

    /** A new name for a browser, which binds sign-ins to it. */
    String newBrowser() {
        return random.next();
    }

    /** How long a sign-in may take. */
    Duration life() {
        return limits.attemptLife();
    }

    AttemptWithState begin(String browser) {
        Instant expiresAt = clock.instant().plus(limits.attemptLife());
        SignInAttempt attempt =
                new SignInAttempt(
                        random.next(), random.next(), RandomValues.hash(browser), expiresAt);
        String state = random.next();
        lock.lock();
        try {
            byState.put(RandomValues.hash(state), attempt);
            dropOldest();
        } finally {
            lock.unlock();
        }
        return new AttemptWithState(state, attempt);
    }

    private void dropOldest() {
        Instant now = clock.instant();
        Iterator<SignInAttempt> oldestFirst = byState.values().iterator();
        while (oldestFirst.hasNext()) {
            boolean expired = !now.isBefore(oldestFirst.next().expiresAt());
            if (!expired && byState.size() <= limits.attempts()) {
                return;
            }
            oldestFirst.remove();
        }
    }

    /** The attempt of that state; empty when there is none, it is over, or not this browser's. */
    Optional<SignInAttempt> take(String state, String browser) {
        String key = RandomValues.hash(state);
        String presented = RandomValues.hash(browser);
        lock.lock();
        try {
            return Optional.ofNullable(byState.get(key))
                    .filter(attempt -> RandomValues.same(attempt.browser(), presented))
                    .filter(_ -> byState.remove(key) != null)
                    .filter(attempt -> clock.instant().isBefore(attempt.expiresAt()));
        } finally {
            lock.unlock();
        }
    }
}
