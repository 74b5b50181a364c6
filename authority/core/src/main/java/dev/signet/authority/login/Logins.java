package dev.signet.authority.login;

import dev.signet.authority.account.Account;
import dev.signet.authority.account.Email;
import dev.signet.authority.account.Registration;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.limit.Attempts;
import dev.signet.authority.lockout.Lockouts;
import dev.signet.authority.password.PasswordGate;
import dev.signet.authority.password.PasswordHash;
import dev.signet.authority.refresh.RefreshTransaction;
import dev.signet.authority.session.Session;
import dev.signet.authority.session.SessionStart;
import dev.signet.authority.session.Sessions;
import dev.signet.authority.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Signs people in. An unknown address costs the same work, takes the same steps and gets the same
 * answers as a wrong password. Safe for many threads.
 */
public final class Logins {

    private static final List<String> BY_PASSWORD = List.of("pwd");

    private final Store<? extends RefreshTransaction> store;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Guard guard;

    /** What stands between an attempt and a session. */
    public record Guard(
            PasswordGate gate, Attempts attempts, Lockouts lockouts, InstantSource clock) {}

    /** An account and what its password is compared with. */
    private record Known(Account account, PasswordHash hash) {}

    /** An attempt that may go on, or for how long it may not. */
    private record Admission(Optional<Duration> locked, Optional<Known> known) {}

    public Logins(
            Store<? extends RefreshTransaction> store,
            Sessions sessions,
            AuditTrail audit,
            Guard guard) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.guard = guard;
    }

    /** Begins a session for that holder if the password is right. */
    public Login authenticate(LoginAttempt attempt, SessionHolder holder, Caller by) {
        Optional<Duration> delay = guard.attempts().delay(by.address(), attempt.spelling());
        if (delay.isPresent()) {
            return new Login.TooMany(delay.get());
        }
        Admission admission = store.write(tx -> admit(tx, attempt));
        if (admission.locked().isPresent()) {
            return new Login.Locked(admission.locked().get());
        }
        Optional<Known> known = admission.known();
        return switch (guard.gate().check(attempt.password(), known.map(Known::hash))) {
            case OVERLOADED -> overloaded(attempt);
            case DIFFERS -> refused(known.map(k -> k.account().id()).orElse(""), by);
            case MATCHES -> accepted(attempt, known.orElseThrow(), holder, by);
        };
    }

    private Admission admit(RefreshTransaction tx, LoginAttempt attempt) {
        Optional<Duration> locked = guard.lockouts().attempt(tx, attempt.spelling());
        Optional<Known> known =
                Email.parse(attempt.email())
                        .flatMap(email -> tx.accounts().byEmail(email))
                        .flatMap(a -> tx.accounts().password(a.id()).map(h -> new Known(a, h)));
        return new Admission(locked, known);
    }

    private Login overloaded(LoginAttempt attempt) {
        guard.attempts().giveBack(attempt.spelling());
        store.update(tx -> {
            guard.lockouts().release(tx, attempt.spelling());
        });
        return new Login.Overloaded();
    }

    private Login refused(String accountId, Caller by) {
        audit.append(
                AuditEvent.refused(
                        guard.clock().instant(), AuditAction.LOGIN_REFUSED, accountId, by));
        return new Login.Refused();
    }

    private Login accepted(LoginAttempt attempt, Known known, SessionHolder holder, Caller by) {
        Optional<PasswordHash> stronger =
                guard.gate().needsRehash(known.hash())
                        ? guard.gate().hash(attempt.password())
                        : Optional.empty();
        SessionStart start = sessions.start(known.account().id(), attempt.clientId(), BY_PASSWORD);
        Login login =
                store.write(tx -> {
                    if (!isStillThePassword(tx, known)) {
                        return new Login.Refused();
                    }
                    guard.lockouts().clear(tx, attempt.spelling());
                    stronger.ifPresent(
                            hash -> tx.accounts().setPassword(known.account().id(), hash));
                    return begin(tx, start, holder, by);
                });
        if (login instanceof Login.Accepted) {
            guard.attempts().giveBack(attempt.spelling());
        }
        return login;
    }

    /** False when the password was replaced while we compared the old one. */
    private static boolean isStillThePassword(RefreshTransaction tx, Known known) {
        return tx.accounts().password(known.account().id()).equals(Optional.of(known.hash()));
    }

    /** Begins the session of a person who has just registered and so proved who they are. */
    public Login afterRegistration(
            Registration.Registered registered, String clientId, SessionHolder holder, Caller by) {
        SessionStart start = sessions.start(registered.account().id(), clientId, BY_PASSWORD);
        return store.write(tx -> begin(tx, start, holder, by));
    }

    /** The account is read again, for it may have been disabled or removed while we hashed. */
    private Login begin(
            RefreshTransaction tx, SessionStart start, SessionHolder holder, Caller by) {
        Optional<Account> account = tx.accounts().find(start.accountId()).filter(Account::isActive);
        if (account.isEmpty()) {
            audit.append(
                    tx,
                    AuditEvent.refused(
                                    guard.clock().instant(),
                                    AuditAction.LOGIN_REFUSED,
                                    start.accountId(),
                                    by)
                            .because("disabled"));
            return new Login.Disabled();
        }
        Caller person = by.as(start.accountId());
        Session session = sessions.begin(tx, start, person);
        audit.append(
                tx,
                AuditEvent.done(
                                guard.clock().instant(),
                                AuditAction.LOGIN_SUCCEEDED,
                                start.accountId(),
                                person)
                        .on(session.id()));
        return new Login.Accepted(account.get(), session, holder.hold(tx, session, person));
    }
}
