package dev.signet.authority.session;

import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.credential.CredentialKind;
import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.revocation.Revocations;
import dev.signet.authority.settings.Lifetimes;
import dev.signet.authority.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Begins, lists and ends logins. Safe for many threads. */
public final class Sessions {

    static final String ID_PREFIX = "ses_";

    private final Store<? extends SessionTransaction> store;
    private final Revocations revocations;
    private final AuditTrail audit;
    private final SessionRules rules;

    /** What sessions are made of: identifiers, lives and a clock. */
    public record SessionRules(
            CredentialSource credentials, Lifetimes lifetimes, InstantSource clock) {}

    public Sessions(
            Store<? extends SessionTransaction> store,
            Revocations revocations,
            AuditTrail audit,
            SessionRules rules) {
        this.store = store;
        this.revocations = revocations;
        this.audit = audit;
        this.rules = rules;
    }

    /** The account's live sessions, last used first. */
    public List<Session> of(String accountId) {
        Instant now = now();
        return store.read(
                tx -> tx.sessions().live(accountId, now, AuthorityLimits.SESSIONS_PER_ACCOUNT));
    }

    /** The session, if it is live. */
    public Optional<Session> live(String sessionId) {
        Instant now = now();
        return store.read(tx -> tx.sessions().find(sessionId)).filter(s -> s.liveAt(now));
    }

    /** Ends a session of that account; false when it has none of that id, or it ended before. */
    public boolean end(String accountId, String sessionId, SessionEnd why, Caller by) {
        return store.write(tx ->
                tx.sessions()
                        .find(sessionId)
                        .filter(session -> session.accountId().equals(accountId))
                        .map(session -> end(tx, session, why, by))
                        .orElse(false));
    }

    /** Ends all sessions of the account and every token issued before; returns how many. */
    public int endAll(String accountId, SessionEnd why, Caller by) {
        return store.write(tx -> endAll(tx, accountId, why, by));
    }

    /**
     * Binds a browser to a new session within the caller's transaction. The session by which it was
     * signed in before ends: whoever has a copy of its cookie must not stay.
     *
     * @return what the browser keeps to go on at the authority's pages
     */
    public Credential bindBrowser(
            SessionTransaction tx, Session session, Optional<Session> before, Caller by) {
        before.ifPresent(former -> end(tx, former, SessionEnd.REPLACED, by));
        Credential credential = rules.credentials().credential(CredentialKind.BROWSER);
        tx.sessions().bindBrowser(session.id(), credential.hash());
        return credential;
    }

    /** The live session of a browser that shows this cookie value, whatever text it is. */
    public Optional<Session> ofBrowser(String cookie) {
        Instant now = now();
        return CredentialKind.BROWSER
                .parse(cookie)
                .flatMap(c -> store.read(tx -> tx.sessions().byBrowser(c.hash())))
                .filter(session -> session.liveAt(now));
    }

    /** Begins a login within the caller's transaction, which writes the audit row. */
    public Session begin(SessionTransaction tx, SessionStart start, Caller by) {
        Instant now = now();
        var session =
                new Session(
                        start.sessionId(),
                        start.accountId(),
                        start.clientId(),
                        by.address(),
                        by.userAgent(),
                        start.methods(),
                        now,
                        now,
                        now.plus(rules.lifetimes().refreshIdle()),
                        Optional.empty());
        makeRoom(tx, start.accountId(), by);
        tx.sessions().add(session);
        return session;
    }

    /** A new session's facts, made before its transaction begins. */
    public SessionStart start(String accountId, String clientId, List<String> methods) {
        return new SessionStart(rules.credentials().id(ID_PREFIX), accountId, clientId, methods);
    }

    /**
     * Notes a use within the caller's transaction: the session lives on, up to its absolute end.
     */
    public Session use(SessionTransaction tx, Session session) {
        Instant now = now();
        Instant idleEnd = now.plus(rules.lifetimes().refreshIdle());
        Instant end = absoluteEnd(session);
        Session used = session.usedAt(now, idleEnd.isBefore(end) ? idleEnd : end);
        tx.sessions().use(used.id(), used.lastUsedAt(), used.expiresAt());
        return used;
    }

    /** When the session ends however much it is used. */
    public Instant absoluteEnd(Session session) {
        return session.authenticatedAt().plus(rules.lifetimes().refreshAbsolute());
    }

    /** Ends a session within the caller's transaction; false when it had ended before. */
    public boolean end(SessionTransaction tx, Session session, SessionEnd why, Caller by) {
        Instant now = now();
        if (!tx.sessions().end(session.id(), now)) {
            return false;
        }
        revocations.session(tx, session.id());
        audit.append(
                tx,
                AuditEvent.done(now, AuditAction.SESSION_REVOKED, session.accountId(), by)
                        .on(session.id())
                        .because(why.code()));
        return true;
    }

    /** Ends all sessions of an account within the caller's transaction; returns how many. */
    public int endAll(SessionTransaction tx, String accountId, SessionEnd why, Caller by) {
        Instant now = now();
        int ended = 0;
        for (Session session : tx.sessions().live(accountId, now, Integer.MAX_VALUE)) {
            ended += end(tx, session, why, by) ? 1 : 0;
        }
        revocations.subject(tx, accountId, SubjectCauses.of(why));
        audit.append(
                tx,
                AuditEvent.done(now, AuditAction.SESSIONS_REVOKED, accountId, by)
                        .because(why.code()));
        return ended;
    }

    private void makeRoom(SessionTransaction tx, String accountId, Caller by) {
        List<Session> live = tx.sessions().live(accountId, now(), Integer.MAX_VALUE);
        for (int i = AuthorityLimits.SESSIONS_PER_ACCOUNT - 1; i < live.size(); i++) {
            end(tx, live.get(i), SessionEnd.TOO_MANY, by);
        }
    }

    private Instant now() {
        return rules.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
