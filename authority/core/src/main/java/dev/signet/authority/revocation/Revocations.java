package dev.signet.authority.revocation;

import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.settings.Lifetimes;
import dev.signet.authority.store.Store;
import dev.signet.token.feed.FeedEntry;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Revokes. The revocation, its audit row and its feed row are one transaction; after the commit,
 * and in the order of the commits, this node's own validation knows it and the feed carries it.
 */
public final class Revocations {

    private final Store<? extends RevocationTransaction> store;
    private final AuditTrail audit;
    private final RevocationState state;
    private final FeedListener feed;
    private final Lifetimes lifetimes;
    private final InstantSource clock;

    public Revocations(
            Store<? extends RevocationTransaction> store,
            AuditTrail audit,
            RevocationState state,
            FeedListener feed,
            Lifetimes lifetimes,
            InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.state = state;
        this.feed = feed;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /** Loads what is revoked; called once, before the first validation. */
    public void load() {
        Instant now = clock.instant();
        state.replaceWith(store.read(tx -> tx.revocations().live(now)));
    }

    /** What this node's validation knows; safe for many threads. */
    public RevocationState state() {
        return state;
    }

    /** Revokes one access token, found good before, by its {@code jti} (RFC 7009 §2). */
    public void token(Identity token, Caller by) {
        Instant now = clock.instant();
        Instant until = token.expiresAt().plus(AuthorityLimits.LEEWAY);
        AuditEvent event =
                AuditEvent.done(now, AuditAction.TOKEN_REVOKED, token.subject(), by)
                        .on(token.tokenId());
        store.update(tx -> {
            append(tx, new TokenRevoked(token.tokenId(), until));
            audit.append(tx, event);
        });
    }

    /** Revokes a login's tokens within the caller's transaction, which writes the audit row. */
    public void session(RevocationTransaction tx, String sessionId) {
        append(tx, new SessionRevoked(sessionId, lastTokenGone()));
    }

    /**
     * Revokes what a subject was issued before this second, within the caller's transaction, which
     * writes the audit row. Tokens of this very second go with their sessions.
     */
    public void subject(RevocationTransaction tx, String subject, RevocationEvent.Cause cause) {
        Instant notBefore = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        append(tx, new SubjectRevoked(subject, notBefore, cause, lastTokenGone()));
    }

    /** Publishes an event within the caller's transaction, which writes the audit row. */
    public void append(RevocationTransaction tx, RevocationEvent event) {
        if (!(event instanceof RevocationEvent.KeyActivated)) {
            tx.revocations().put(event);
        }
        FeedEntry entry = tx.feed().append(clock.instant().truncatedTo(ChronoUnit.MILLIS), event);
        tx.afterCommit(() -> committed(entry));
    }

    /** In this order: whoever sees that something is revoked finds it in the feed as well. */
    private void committed(FeedEntry entry) {
        feed.committed(entry);
        state.apply(entry.event());
    }

    /** When no token that was issued until now can be alive any more. */
    private Instant lastTokenGone() {
        return clock.instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(lifetimes.longestToken())
                .plus(AuthorityLimits.LEEWAY);
    }
}
