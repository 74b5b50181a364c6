package dev.signet.authority;

import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.signing.SigningKeys;
import dev.signet.authority.store.Store;
import dev.signet.token.revocation.RevocationState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToIntFunction;

/**
 * Takes out what can matter no more, in small bounded steps, and moves signing keys on. Somebody
 * calls {@link #run} now and then; nothing goes wrong when they do not, it only grows.
 */
public final class Housekeeping {

    private static final int STEPS_MAX = 200;
    private static final int BATCH = AuthorityLimits.PURGE_BATCH;

    private final Store<? extends AuthorityTransaction> store;
    private final SigningKeys signingKeys;
    private final RevocationState revocations;
    private final InstantSource clock;

    Housekeeping(
            Store<? extends AuthorityTransaction> store,
            SigningKeys signingKeys,
            RevocationState revocations,
            InstantSource clock) {
        this.store = store;
        this.signingKeys = signingKeys;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** One round; returns how many rows went. */
    public int run() {
        signingKeys.advance();
        Instant now = clock.instant();
        Instant ended = now.minus(AuthorityLimits.ENDED_KEPT);
        Instant failures = now.minus(AuthorityLimits.FAILURES_FORGOTTEN_AFTER);
        revocations.forgetExpired(now);
        return purge(tx -> tx.tickets().purge(now.minus(AuthorityLimits.TICKETS_KEPT), BATCH))
                + purge(tx -> tx.codes().purge(ended, BATCH))
                + purge(tx -> tx.mailCodes().purge(now, BATCH))
                + purge(tx -> tx.lockouts().purge(failures, BATCH))
                + purge(tx -> tx.refreshTokens().purge(ended, BATCH))
                + purge(tx -> tx.sessions().purge(ended, BATCH))
                + purge(tx -> tx.revocations().purge(now, BATCH))
                + purge(Housekeeping::purgeFeed);
    }

    private static int purgeFeed(AuthorityTransaction tx) {
        return tx.feed().purge(tx.feed().lastSeq() + 1 - AuthorityLimits.FEED_ROWS_KEPT, BATCH);
    }

    private int purge(ToIntFunction<AuthorityTransaction> step) {
        int gone = 0;
        for (int i = 0; i < STEPS_MAX; i++) {
            int now = store.write(step::applyAsInt);
            gone += now;
            if (now < BATCH) {
                return gone;
            }
        }
        return gone;
    }
}
