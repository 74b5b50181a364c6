package dev.signet.verifier.key;

import dev.signet.verifier.authority.Backoff;
import dev.signet.verifier.authority.Machine;
import dev.signet.verifier.authority.Ticks;
import dev.signet.verifier.authority.VerifierLimits;
import java.time.Duration;

/**
 * When the key set may be fetched: at most once per cool-down after a usable set, sooner but with
 * growing pauses while the authority answers badly. Guarded by its owner's lock.
 */
final class FetchTimes {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /** For whom a key is looked up. */
    enum Asker {
        /** A token, which anybody may have written. */
        ANYBODY,
        /** A message on the connection to the authority. */
        FEED
    }

    private final VerifierLimits limits;
    private final Ticks ticks;
    private final Ticks waiting = Ticks.system();
    private final Backoff backoff;
    private boolean anyBegun;
    private boolean anyGood;
    private boolean failing;
    private long begunAt;
    private long goodAt;
    private long retryAt;

    FetchTimes(VerifierLimits limits, Machine machine) {
        Duration cooldown = limits.keyCooldown();
        Duration first = cooldown.compareTo(FIRST_PAUSE) < 0 ? cooldown : FIRST_PAUSE;
        this.limits = limits;
        this.ticks = machine.ticks();
        this.backoff = new Backoff(first, cooldown, machine.random());
    }

    boolean mayFetch(Asker asker) {
        if (!anyBegun) {
            return true;
        }
        return failing
                ? waiting.nanos() - retryAt >= 0
                : ticks.nanos() - begunAt >= cooldown(asker).toNanos();
    }

    private Duration cooldown(Asker asker) {
        Duration general = limits.keyCooldown();
        Duration own = VerifierLimits.FEED_KEY_COOLDOWN;
        return asker == Asker.FEED && own.compareTo(general) < 0 ? own : general;
    }

    /** Whether there is no set, or one that should be looked at again. */
    boolean isOld() {
        return !anyGood || ticks.nanos() - goodAt >= limits.keyRefresh().toNanos();
    }

    void begun() {
        anyBegun = true;
        begunAt = ticks.nanos();
    }

    void ended(boolean good) {
        failing = !good;
        if (failing) {
            retryAt = waiting.nanos() + backoff.next().toNanos();
            return;
        }
        anyGood = true;
        goodAt = ticks.nanos();
        backoff.reset();
    }
}
