package dev.signet.chat.contract;

import dev.signet.chat.login.CurrentVerdict;
import dev.signet.chat.login.UserContext;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A verifier that knows expiry, the sessions that a test revokes, and outages. */
public final class TestVerdicts implements CurrentVerdict {
    private final InstantSource clock;
    private final Set<String> revokedSessions = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    public TestVerdicts(InstantSource clock) {
        this.clock = clock;
    }

    public void revokeSession(String sessionId) {
        revokedSessions.add(sessionId);
    }

    /** From now on nobody can say. */
    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }

    @Override
    public Verdict now(UserContext context) {
        if (down) {
            return new Verdict.Unavailable(Verdict.Cause.AUTHORITY);
        }
        if (!clock.instant().isBefore(context.expiresAt())) {
            return new Verdict.Invalid(Reason.EXPIRED);
        }
        return revokedSessions.contains(context.sessionId())
                ? new Verdict.Invalid(Reason.REVOKED_SESSION)
                : new Verdict.Valid(context.identity());
    }
}
