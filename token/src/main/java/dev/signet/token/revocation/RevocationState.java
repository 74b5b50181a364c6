package dev.signet.token.revocation;

import dev.signet.token.limit.TokenLimits;
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
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything that is revoked and could still matter, in memory; safe for many threads. Events are
 * idempotent and may arrive in any order. Readers never wait.
 */
public final class RevocationState {

    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Known known = new Known();

    /** What time makes pointless, by what it is keyed with. */
    private static final class Known {
        final Map<String, Instant> tokens = new ConcurrentHashMap<>();
        final Map<String, Instant> sessions = new ConcurrentHashMap<>();
        final Map<String, SubjectRevoked> subjects = new ConcurrentHashMap<>();

        void add(RevocationEvent event) {
            if (event instanceof TokenRevoked token) {
                tokens.merge(token.tokenId(), token.until(), RevocationState::later);
            }
            if (event instanceof SessionRevoked session) {
                sessions.merge(session.sessionId(), session.until(), RevocationState::later);
            }
            if (event instanceof SubjectRevoked subject) {
                subjects.merge(subject.subject(), subject, RevocationState::stronger);
            }
        }

        void forgetBefore(Instant instant) {
            tokens.values().removeIf(until -> until.isBefore(instant));
            sessions.values().removeIf(until -> until.isBefore(instant));
            subjects.values().removeIf(subject -> subject.until().isBefore(instant));
        }

        int size() {
            return tokens.size() + sessions.size() + subjects.size();
        }
    }

    /** Takes one event in. */
    public void apply(RevocationEvent event) {
        writing.lock();
        try {
            addKey(event);
            known.add(event);
        } finally {
            writing.unlock();
        }
    }

    private void addKey(RevocationEvent event) {
        if (event instanceof KeyRevoked key) {
            keys.add(key.kid());
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /**
     * The later one; of two at the same instant the graver, so that their order does not matter.
     */
    private static SubjectRevoked stronger(SubjectRevoked a, SubjectRevoked b) {
        int order = a.notBefore().compareTo(b.notBefore());
        SubjectRevoked stronger =
                order > 0 || (order == 0 && a.cause().compareTo(b.cause()) > 0) ? a : b;
        return new SubjectRevoked(
                stronger.subject(),
                stronger.notBefore(),
                stronger.cause(),
                later(a.until(), b.until()));
    }

    /** Why the identity's token is no longer good; empty when nothing known revokes it. */
    public Optional<Reason> reasonAgainst(Identity identity) {
        if (identity.keyId().isPresent() && keys.contains(identity.keyId().get())) {
            return Optional.of(Reason.KEY_REVOKED);
        }
        Known now = known;
        if (now.tokens.containsKey(identity.tokenId())) {
            return Optional.of(Reason.REVOKED_TOKEN);
        }
        if (identity.sessionId().isPresent()
                && now.sessions.containsKey(identity.sessionId().get())) {
            return Optional.of(Reason.REVOKED_SESSION);
        }
        return Optional.ofNullable(now.subjects.get(identity.subject()))
                .flatMap(subject -> subject.reasonAgainst(identity));
    }

    /** Whether a key was revoked. */
    public boolean isKeyRevoked(String kid) {
        return keys.contains(kid);
    }

    /**
     * Knows from now on what the snapshot holds, and forgets the rest except for revoked keys,
     * which nothing gives back. No reader sees a state between the two.
     */
    public void replaceWith(Collection<RevocationEvent> snapshot) {
        Known next = new Known();
        snapshot.forEach(next::add);
        writing.lock();
        try {
            snapshot.forEach(this::addKey);
            known = next;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Forgets what cannot matter any more; keys stay. A revocation outlives its {@code until} by
     * the greatest leeway, within which a verifier may still accept the token.
     */
    public void forgetExpired(Instant now) {
        writing.lock();
        try {
            known.forgetBefore(now.minus(TokenLimits.LEEWAY_MAX));
        } finally {
            writing.unlock();
        }
    }

    /** How many revocations are remembered. */
    public int size() {
        return known.size() + keys.size();
    }
}
