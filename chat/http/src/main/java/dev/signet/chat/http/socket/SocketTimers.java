package dev.signet.chat.http.socket;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The two timers of one socket: its next deadline, and the look at its peer. For its event loop.
 */
final class SocketTimers {

    private static final long NONE = -1;

    private final Vertx vertx;
    private final SocketParts parts;
    private final UpgradedSocket upgraded;
    private long deadline = NONE;
    private long watch = NONE;
    private boolean cancelled;

    SocketTimers(SocketParts parts, UpgradedSocket upgraded) {
        this.vertx = parts.vertx();
        this.parts = parts;
        this.upgraded = upgraded;
    }

    /** Replaces the deadline. */
    void setDeadline(Optional<Instant> at, Runnable step) {
        vertx.cancelTimer(deadline);
        deadline = NONE;
        if (cancelled || at.isEmpty()) {
            return;
        }
        Duration wait = Duration.between(parts.clock().instant(), at.get());
        deadline = vertx.setTimer(Math.max(1, wait.plusNanos(999_999).toMillis()), _ -> step.run());
    }

    /** Asks the peer for a sign of life again and again, and tells when it gives none. */
    void watchPeer(Runnable whenSilent) {
        if (cancelled) {
            return;
        }
        Duration silence = parts.limits().silence();
        watch =
                vertx.setPeriodic(
                        parts.limits().pingEvery().toMillis(),
                        _ -> {
                            Instant heardAt = upgraded.frames().heardAt();
                            if (heardAt.plus(silence).isBefore(parts.clock().instant())) {
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
