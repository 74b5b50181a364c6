package dev.signet.chat.http.socket;

import dev.signet.chat.http.limit.BackendLimits;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The two timers of one socket: its next deadline, and the look at its peer. For its event loop.
 */
final class SocketTimers {

    private static final long NONE = -1;

    private final Vertx vertx;
    private final BackendLimits.Sockets limits;
    private final InstantSource clock;
    private final UpgradedSocket upgraded;
    private long deadline = NONE;
    private long watch = NONE;
    private boolean cancelled;

    SocketTimers(BackendLimits.Sockets limits, InstantSource clock, UpgradedSocket upgraded) {
        this.vertx = upgraded.loop().owner();
        this.limits = limits;
        this.clock = clock;
        this.upgraded = upgraded;
    }

    /** Replaces the deadline. */
    void setDeadline(Optional<Instant> at, Runnable step) {
        vertx.cancelTimer(deadline);
        deadline = NONE;
        if (cancelled || at.isEmpty()) {
            return;
        }
        Duration wait = Duration.between(clock.instant(), at.get());
        deadline = vertx.setTimer(Math.max(1, wait.plusNanos(999_999).toMillis()), _ -> step.run());
    }

    /** Asks the peer for a sign of life again and again, and tells when it gives none. */
    void watchPeer(Runnable whenSilent) {
        if (cancelled) {
            return;
        }
        Duration silence = limits.silence();
        watch =
                vertx.setPeriodic(
                        limits.pingEvery().toMillis(),
                        _ -> {
                            Instant heardAt = upgraded.frames().heardAt();
                            if (heardAt.plus(silence).isBefore(clock.instant())) {
                                whenSilent.run();
                                return;
                            }
                            upgraded.peer().ping();
                        });
    }

    void cancel() {
        cancelled = true;
        vertx.cancelTimer(deadline);
        vertx.cancelTimer(watch);
    }
}
