package dev.signet.chat.http.live;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.login.BrowserSessions;
import dev.signet.chat.workspace.Chat;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.verifier.Freshness;
import dev.signet.verifier.RevocationListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of revocations and ends what hangs on them: sockets and streams at once, from memory; runs
 * and browser logins right behind, by a thread of its own, so that a slow store delays no socket.
 */
public final class RevocationWatch implements RevocationListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationWatch.class);

    private final Chat chat;
    private final BrowserSessions sessions;
    private final BlockingQueue<RevocationEvent> queue =
            new LinkedBlockingQueue<>(BackendLimits.REVOCATIONS_WAITING);
    private final Thread worker = Thread.ofVirtual().name("revocations").unstarted(this::work);

    public RevocationWatch(Chat chat, BrowserSessions sessions) {
        this.chat = chat;
        this.sessions = sessions;
    }

    public void start() {
        worker.start();
    }

    @Override
    public void onRevocation(RevocationEvent event) {
        revoke(event);
    }

    /** Ends what hangs on that revocation. */
    public void revoke(RevocationEvent event) {
        chat.closeConnections(event);
        if (!queue.offer(event)) {
            LOG.warn("event=revocations_behind"); // runs ask for the verdict at each step anyway
        }
    }

    @Override
    public void onMissedRevocations() {
        chat.recheckConnections();
    }

    @Override
    public void onFreshness(Freshness freshness) {
        chat.recheckConnections();
    }

    private void work() {
        try {
            while (true) {
                end(queue.take());
            }
        } catch (InterruptedException closed) {
            LOG.debug("event=revocation_watch_closed");
        }
    }

    private void end(RevocationEvent event) {
        try {
            chat.revoke(event);
            if (event instanceof RevocationEvent.SessionRevoked(var sessionId, var _)) {
                sessions.endAllOf(sessionId);
            }
        } catch (RuntimeException e) {
            LOG.error("event=revocation_not_carried_out", e);
        }
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
