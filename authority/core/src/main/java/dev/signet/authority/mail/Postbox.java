package dev.signet.authority.mail;

import dev.signet.authority.limit.AuthorityLimits;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares and sends mail beside the request that asked for it, so that the answer's time does not
 * tell whether there was anybody to write to. Bounded: what is too much is dropped and logged.
 */
public final class Postbox {

    private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);

    private final Mailer mailer;
    private final Executor beside;
    private final Semaphore underWay = new Semaphore(AuthorityLimits.MAILS_UNDER_WAY);

    /** Finds out whether there is something to send, and sends it. */
    @FunctionalInterface
    public interface Errand {
        void run(Mailer mailer);
    }

    /**
     * @param beside runs each errand, outside of tests on a thread of its own
     */
    public Postbox(Mailer mailer, Executor beside) {
        this.mailer = mailer;
        this.beside = beside;
    }

    /** Takes an errand on and returns at once. */
    public void submit(Errand errand) {
        if (!underWay.tryAcquire()) {
            LOG.warn("event=mail_dropped cause=too_many_under_way");
            return;
        }
        beside.execute(() -> run(errand));
    }

    /** Whether mail arrives anywhere; if not, nobody is promised one. */
    public boolean delivers() {
        return mailer.delivers();
    }

    private void run(Errand errand) {
        try {
            errand.run(mailer);
        } catch (RuntimeException failed) {
            LOG.warn("event=mail_failed cause={}", failed.getClass().getSimpleName());
        } finally {
            underWay.release();
        }
    }
}
