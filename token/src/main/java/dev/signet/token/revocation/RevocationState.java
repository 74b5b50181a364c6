package dev.signet.token.revocation;

import dev.signet.token.revocation.RevocationEvent.Cause;
import dev.signet.token.revocation.RevocationEvent.KeyRevoked;
import dev.signet.token.revocation.RevocationEvent.SessionRevoked;
import dev.signet.token.revocation.RevocationEvent.SubjectRevoked;
import dev.signet.token.revocation.RevocationEvent.TokenRevoked;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everything that is revoked and could still matter, in memory; safe for many threads. Events are
 * idempotent and may arrive in any order.
 */
public final class RevocationState {

    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
    private final Map<String, SubjectRevoked> subjects = new ConcurrentHashMap<>();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    /** Takes one event in. */
    public void apply(RevocationEvent event) {
        if (event instanceof TokenRevoked token) {
            tokens.merge(token.tokenId(), token.until(), RevocationState::later);
        }
        if (event instanceof SessionRevoked session) {
            sessions.merge(session.sessionId(), session.until(), RevocationState::later);
        }
        if (event instanceof SubjectRevoked subject) {
            subjects.merge(subject.subject(), subject, RevocationState::stronger);
        }
        if (event instanceof KeyRevoked key) {
            keys.add(key.kid());
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static SubjectRevoked stronger(SubjectRevoked a, SubjectRevoked b) {
        SubjectRevoked newer = b.notBefore().isBefore(a.notBefore()) ? a : b;
        return new SubjectRevoked(
                newer.subject(), newer.notBefore(), newer.cause(), later(a.until(), b.until()));
    }

    /** Why the identity's token is no longer good; empty when nothing known revokes it. */
    public Optional<Reason> reasonAgainst(Identity identity) {
        if (identity.keyId().isPresent() && keys.contains(identity.keyId().get())) {
            return Optional.of(Reason.KEY_REVOKED);
        }
        if (tokens.containsKey(identity.tokenId())) {
            return Optional.of(Reason.REVOKED_TOKEN);
        }
        if (identity.sessionId().isPresent() && sessions.containsKey(identity.sessionId().get())) {
            return Optional.of(Reason.REVOKED_SESSION);
        }
        return reasonAgainstSubject(identity);
    }

    private Optional<Reason> reasonAgainstSubject(Identity identity) {
        SubjectRevoked revoked = subjects.get(identity.subject());
        if (revoked == null || !identity.issuedAt().isBefore(revoked.notBefore())) {
            return Optional.empty();
        }
        return Optional.of(
                revoked.cause() == Cause.ACCOUNT_DISABLED
                        ? Reason.INACTIVE_SUBJECT
                        : Reason.REVOKED_SUBJECT);
    }

    /** Whether a key was revoked. */
    public boolean isKeyRevoked(String kid) {
        return keys.contains(kid);
    }

    /** Adds a snapshot's events and forgets what the snapshot no longer holds. */
    public void replaceWith(Collection<RevocationEvent> snapshot) {
        RevocationState next = new RevocationState();
        snapshot.forEach(next::apply);
        snapshot.forEach(this::apply);
        tokens.keySet().retainAll(next.tokens.keySet());
        sessions.keySet().retainAll(next.sessions.keySet());
        subjects.keySet().retainAll(next.subjects.keySet());
        keys.retainAll(next.keys);
    }

    /** Forgets what cannot matter any more; keys stay. */
    public void forgetExpired(Instant now) {
        tokens.values().removeIf(until -> until.isBefore(now));
        sessions.values().removeIf(until -> until.isBefore(now));
        subjects.values().removeIf(subject -> subject.until().isBefore(now));
    }

    /** How many revocations are remembered. */
    public int size() {
        return tokens.size() + sessions.size() + subjects.size() + keys.size();
    }
}
