package dev.signet.chat.http.live;

import dev.signet.chat.login.CurrentVerdict;
import dev.signet.token.verdict.Identity;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Everything that is open in users' names on this machine. Safe for many threads. */
public final class LiveLogins {

    private final CurrentVerdict verdicts;
    private final Set<LiveLogin> open = ConcurrentHashMap.newKeySet();

    public LiveLogins(CurrentVerdict verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * From now on it is told when its login ends. It is judged once right away, since a revocation
     * may have come after the verdict that opened it.
     */
    public void add(LiveLogin login) {
        open.add(login);
        judge(login);
    }

    public void remove(LiveLogin login) {
        open.remove(login);
    }

    public int count() {
        return open.size();
    }

    /** Judges those again of whom that is true; waits for nobody. */
    public void judge(Predicate<Identity> which) {
        for (LiveLogin login : open) {
            if (which.test(login.context().identity())) {
                judge(login);
            }
        }
    }

    private void judge(LiveLogin login) {
        login.judged(verdicts.now(login.context()));
    }
}
