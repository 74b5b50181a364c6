package dev.signet.chat.http.live;

import dev.signet.chat.context.Revocation;
import dev.signet.chat.http.browser.BrowserSessions;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.workspace.Chat;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.verifier.Freshness;
import dev.signet.verifier.RevocationListener;
import java.util.Optional;
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

    private final LiveLogins logins;
    private final Chat chat;
    private final BrowserSessions sessions;
    private final BlockingQueue<Revocation> queue =
            new LinkedBlockingQueue<>(BackendLimits.REVOCATIONS_WAITING);
    private final Thread worker = Thread.ofVirtual().name("revocations").unstarted(this::work);

    public RevocationWatch(LiveLogins logins, Chat chat, BrowserSessions sessions) {
        this.logins = logins;
        this.chat = chat;
        this.sessions = sessions;
    }

    public void start() {
        worker.start();
    }

    @Override
    public void onRevocation(RevocationEvent event) {
        revocation(event).ifPresent(this::revoke);
    }

    /** Ends what hangs on that revocation. */
    public void revoke(Revocation revocation) {
        logins.judge(revocation::hits);
        if (!queue.offer(revocation)) {
            LOG.warn("event=revocations_behind"); // runs ask for the verdict at each step anyway
        }
    }

    private static Optional<Revocation> revocation(RevocationEvent event) {
        return switch (event) {
            case RevocationEvent.TokenRevoked(var jti, var _) ->
                    Optional.of(new Revocation.OfToken(jti));
            case RevocationEvent.SessionRevoked(var sid, var _) ->
                    Optional.of(new Revocation.OfSession(sid));
            case RevocationEvent.SubjectRevoked(var subject, var notBefore, var _, var _) ->
                    Optional.of(new Revocation.OfSubject(subject, notBefore));
            case RevocationEvent.KeyRevoked(var kid) -> Optional.of(new Revocation.OfKey(kid));
            case RevocationEvent.KeyActivated _ -> Optional.empty();
        };
    }

    @Override
    public void onMissedRevocations() {
        logins.judge(_ -> true);
    }

    @Override
    public void onFreshness(Freshness freshness) {
        logins.judge(_ -> true);
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

    private void end(Revocation revocation) {
        try {
            chat.revoke(revocation);
            if (revocation instanceof Revocation.OfSession(var sessionId)) {
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
