package dev.signet.authority.signing;

import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.revocation.Revocations;
import dev.signet.authority.store.Store;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.KeyState;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The authority's signing keys. One signs; others are published so that verifiers know them ahead
 * and after. Looking at them never waits; changes come one after the other. Safe for many threads.
 */
public final class SigningKeys {

    private final Store<? extends SigningTransaction> store;
    private final Revocations revocations;
    private final AuditTrail audit;
    private final KeyWorkshop workshop;
    private final ReentrantLock changes = new ReentrantLock();
    private volatile Optional<KeyRing> ring = Optional.empty();

    public SigningKeys(
            Store<? extends SigningTransaction> store,
            Revocations revocations,
            AuditTrail audit,
            KeyWorkshop workshop) {
        this.store = store;
        this.revocations = revocations;
        this.audit = audit;
        this.workshop = workshop;
    }

    /** Reads the keys, and makes the first one if there is none; called once. */
    public void start() {
        change(tx -> {
            if (withState(tx, KeyState.ACTIVE).isEmpty()) {
                create(tx, KeyState.ACTIVE, Caller.SYSTEM);
            }
            return true;
        });
    }

    /** The key that signs now. */
    public SigningKey active() {
        return current().active();
    }

    /** What verifiers may see: pending, active and retiring keys. */
    public KeySet published() {
        return current().published();
    }

    /** The keys for this node's own validation. */
    public KeySource source() {
        return kid -> current().find(kid);
    }

    /** Every key with its state, oldest first, without private parts. */
    public List<StoredKey> all() {
        return store.read(tx -> tx.signingKeys().all());
    }

    /**
     * Publishes a new key, which {@link #advance} lets sign when verifiers had time to fetch it.
     */
    public String rotate(Caller by) {
        return change(tx ->
                withState(tx, KeyState.PENDING)
                        .map(StoredKey::kid)
                        .orElseGet(() -> create(tx, KeyState.PENDING, by).kid()));
    }

    /** Lets the pending key sign at once; false when none is pending. */
    public boolean activate(Caller by) {
        return change(tx -> {
            Optional<StoredKey> pending = withState(tx, KeyState.PENDING);
            pending.ifPresent(key -> promote(tx, key, by));
            return pending.isPresent();
        });
    }

    /** Moves keys on whose time has come; called now and then. */
    public void advance() {
        Instant now = now();
        if (all().stream().noneMatch(key -> workshop.isDue(key, now))) {
            return;
        }
        change(tx -> {
            for (StoredKey key : tx.signingKeys().all()) {
                if (workshop.isDue(key, now)) {
                    moveOn(tx, key);
                }
            }
            return true;
        });
    }

    private void moveOn(SigningTransaction tx, StoredKey key) {
        if (key.state() == KeyState.PENDING) {
            promote(tx, key, Caller.SYSTEM);
            return;
        }
        move(tx, key, KeyState.RETIRED);
        log(tx, AuditAction.KEY_RETIRED, key.kid(), Caller.SYSTEM);
    }

    /**
     * Ends a compromised key and every token that it signed; another signs from now on. False when
     * there is no such key, or it was revoked before.
     */
    public boolean revoke(String kid, Caller by) {
        return change(tx -> {
            Optional<StoredKey> key =
                    tx.signingKeys().all().stream()
                            .filter(k -> k.kid().equals(kid))
                            .filter(k -> k.state() != KeyState.REVOKED)
                            .findFirst();
            key.ifPresent(k -> revoke(tx, k, by));
            return key.isPresent();
        });
    }

    private void revoke(SigningTransaction tx, StoredKey key, Caller by) {
        move(tx, key, KeyState.REVOKED);
        log(tx, AuditAction.KEY_REVOKED, key.kid(), by);
        revocations.append(tx, new RevocationEvent.KeyRevoked(key.kid()));
        if (key.state() == KeyState.ACTIVE) {
            withState(tx, KeyState.PENDING)
                    .ifPresentOrElse(
                            next -> promote(tx, next, by), () -> create(tx, KeyState.ACTIVE, by));
        }
    }

    private void promote(SigningTransaction tx, StoredKey pending, Caller by) {
        withState(tx, KeyState.ACTIVE).ifPresent(old -> move(tx, old, KeyState.RETIRING));
        move(tx, pending, KeyState.ACTIVE);
        activated(tx, pending.kid(), by);
    }

    private StoredKey create(SigningTransaction tx, KeyState state, Caller by) {
        StoredKey key = workshop.create(state, now());
        tx.signingKeys().add(key);
        log(tx, AuditAction.KEY_CREATED, key.kid(), by);
        if (state == KeyState.ACTIVE) {
            activated(tx, key.kid(), by);
        }
        return key;
    }

    private void activated(SigningTransaction tx, String kid, Caller by) {
        log(tx, AuditAction.KEY_ACTIVATED, kid, by);
        revocations.append(tx, new RevocationEvent.KeyActivated(kid));
    }

    private void move(SigningTransaction tx, StoredKey key, KeyState next) {
        if (!tx.signingKeys().replace(key.in(next, now()), key.state())) {
            throw new IllegalStateException("signing keys: another node changed " + key.kid());
        }
    }

    private void log(SigningTransaction tx, AuditAction action, String kid, Caller by) {
        audit.append(tx, AuditEvent.done(now(), action, "", by).on(kid));
    }

    private interface Change<R> {
        R in(SigningTransaction tx);
    }

    private <R> R change(Change<R> change) {
        changes.lock();
        try {
            return store.write(tx -> {
                R result = change.in(tx);
                KeyRing next = KeyRing.of(tx.signingKeys().all(), workshop::open);
                tx.afterCommit(() -> ring = Optional.of(next));
                return result;
            });
        } finally {
            changes.unlock();
        }
    }

    private static Optional<StoredKey> withState(SigningTransaction tx, KeyState state) {
        return tx.signingKeys().all().stream().filter(key -> key.state() == state).findFirst();
    }

    private KeyRing current() {
        return ring.orElseThrow(() -> new IllegalStateException("signing keys: not started"));
    }

    private Instant now() {
        return workshop.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
