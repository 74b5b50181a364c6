package dev.signet.handshake;

import static java.util.Comparator.naturalOrder;

import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * When an authenticated socket is warned, renewed and closed. It has no timer and no clock: the
 * server sets a timer to {@link #nextDeadline}, calls {@link #onTick} then, does what it says and
 * asks for the next deadline, and again after {@link #renew} and {@link #recheck}. So a silent
 * client is closed at its token's {@code exp} like any other.
 *
 * <p>Exactly one {@link SocketAction.Close} comes out of it, whoever causes it; from then on there
 * is nothing to do. Thread-safe; no method waits for anything.
 */
public final class LiveSocket {

    private final HandshakeLimits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private Identity identity;
    private boolean warned;
    private boolean ended;
    private Optional<Instant> unavailableUntil = Optional.empty();

    private LiveSocket(Identity identity, HandshakeLimits limits) {
        this.identity = identity;
        this.limits = limits;
    }

    /** The state of a socket that was just opened. */
    public static LiveSocket of(HandshakeOutcome.Accepted accepted, HandshakeLimits limits) {
        return new LiveSocket(accepted.identity(), limits);
    }

    /** Who owns the socket now. */
    public Identity identity() {
        return locked(() -> identity);
    }

    /** When to call {@link #onTick} next; empty when the socket has ended. */
    public Optional<Instant> nextDeadline() {
        return locked(() -> ended ? Optional.empty() : deadlines().min(naturalOrder()));
    }

    /** What is to be done by now, one thing at a time; harmless when called too early. */
    public SocketAction onTick(Instant now) {
        return locked(() -> next(now));
    }

    /**
     * Applies the verdict on the credential of an {@code auth.renew}, as {@link Handshake#verify}
     * gave it. {@code VALID} for the same subject and session extends the socket (or shortens it:
     * the new {@code exp} counts); for another it ends with 4409, as it ends with 4401 for {@code
     * INVALID}. {@code UNAVAILABLE} changes nothing. A socket that is past its end is not renewed,
     * even when its timer is late.
     */
    public Renewal renew(Verdict verdict, Instant now) {
        return locked(() -> renewed(verdict, now));
    }

    /**
     * Applies a fresh verdict on the present login: call it when the revocation feed names the
     * {@link #identity} and when the verifier falls behind or recovers. {@code INVALID} closes at
     * once with 4401. {@code UNAVAILABLE} closes with 1013: at once when the verifier says that its
     * own staleness bound is passed, else after {@link HandshakeLimits#unavailableGrace} unless a
     * {@code VALID} one comes before.
     */
    public SocketAction recheck(Verdict verdict, Instant now) {
        return locked(() -> rechecked(verdict, now));
    }

    /** Ends the socket for a reason of the server's, or because it is gone. */
    public SocketAction close(CloseCode code) {
        return locked(() -> ended ? new SocketAction.None() : end(SocketAction.Close.of(code)));
    }

    private SocketAction next(Instant now) {
        if (ended) {
            return new SocketAction.None();
        }
        Optional<SocketAction.Close> due = due(now);
        if (due.isPresent()) {
            return end(due.get());
        }
        return warned || now.isBefore(warningAt()) ? new SocketAction.None() : warn(now);
    }

    private Renewal renewed(Verdict verdict, Instant now) {
        if (ended) {
            return new Renewal.Over();
        }
        Optional<SocketAction.Close> close = due(now).or(() -> objection(verdict, now));
        if (close.isPresent()) {
            return new Renewal.Refused(end(close.get()));
        }
        if (verdict instanceof Verdict.Unavailable unavailable) {
            return new Renewal.Postponed(
                    unavailable.cause(), identity.expiresAt(), limits.retryAfter());
        }
        identity = ((Verdict.Valid) verdict).identity();
        warned = false;
        unavailableUntil = Optional.empty();
        return new Renewal.Renewed(identity, identity.expiresAt());
    }

    private SocketAction rechecked(Verdict verdict, Instant now) {
        if (ended) {
            return new SocketAction.None();
        }
        unavailableUntil =
                verdict instanceof Verdict.Unavailable unavailable
                        ? Optional.of(bound(unavailable.cause(), now))
                        : Optional.empty();
        return due(now).or(() -> objection(verdict, now))
                .<SocketAction>map(this::end)
                .orElseGet(SocketAction.None::new);
    }

    /** The first time without an answer counts, however often it is asked again. */
    private Instant bound(Verdict.Cause cause, Instant now) {
        Instant bound =
                cause == Verdict.Cause.FEED_STALE ? now : now.plus(limits.unavailableGrace());
        return unavailableUntil.filter(bound::isAfter).orElse(bound);
    }

    /** Why the socket ends by now if nothing new is heard. */
    private Optional<SocketAction.Close> due(Instant now) {
        if (!now.isBefore(identity.expiresAt())) {
            return Optional.of(SocketAction.Close.of(Reason.EXPIRED));
        }
        return unavailableUntil
                .filter(until -> !now.isBefore(until))
                .map(until -> SocketAction.Close.of(CloseCode.AUTHORITY_UNAVAILABLE));
    }

    /** Why that verdict ends the socket. */
    private Optional<SocketAction.Close> objection(Verdict verdict, Instant now) {
        if (verdict instanceof Verdict.Valid valid) {
            return objection(valid.identity(), now);
        }
        return verdict instanceof Verdict.Invalid
                ? SocketAction.Close.of(verdict)
                : Optional.empty();
    }

    private Optional<SocketAction.Close> objection(Identity other, Instant now) {
        boolean same =
                other.kind() == identity.kind()
                        && other.subject().equals(identity.subject())
                        && other.sessionId().equals(identity.sessionId());
        if (!same) {
            return Optional.of(SocketAction.Close.of(CloseCode.CONFLICTING_IDENTITY));
        }
        return now.isBefore(other.expiresAt())
                ? Optional.empty()
                : Optional.of(SocketAction.Close.of(Reason.EXPIRED));
    }

    private SocketAction.Close end(SocketAction.Close close) {
        ended = true;
        return close;
    }

    private SocketAction warn(Instant now) {
        warned = true;
        Duration left = Duration.between(now, identity.expiresAt());
        long seconds = Math.max(1, left.plusMillis(500).toSeconds());
        return new SocketAction.SendExpiring(identity.expiresAt(), seconds);
    }

    private Stream<Instant> deadlines() {
        Stream<Instant> ends =
                Stream.concat(unavailableUntil.stream(), Stream.of(identity.expiresAt()));
        return warned ? ends : Stream.concat(Stream.of(warningAt()), ends);
    }

    private Instant warningAt() {
        return identity.expiresAt().minus(limits.expiringNotice());
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
