package dev.signet.authority.account;

import dev.signet.authority.account.MailCode.Purpose;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.limit.Attempts;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.lockout.Lockouts;
import dev.signet.authority.mail.Mailer;
import dev.signet.authority.password.Password;
import dev.signet.authority.password.PasswordHash;
import dev.signet.authority.password.Passwords;
import dev.signet.authority.password.Weakness;
import dev.signet.authority.session.SessionEnd;
import dev.signet.authority.session.Sessions;
import dev.signet.authority.store.Store;
import java.time.Duration;
import java.util.Optional;

/**
 * Replaces a forgotten password with a code sent by mail. Nobody learns whether an address has an
 * account. Safe for many threads.
 */
public final class PasswordResets {

    private final Store<? extends AccountTransaction> store;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final MailRoom room;
    private final Checks checks;
    private final MailCodes codes;

    /** What slows down and judges a wish for a new password. */
    public record Checks(Passwords passwords, Attempts attempts, Lockouts lockouts) {}

    public PasswordResets(
            Store<? extends AccountTransaction> store,
            Sessions sessions,
            AuditTrail audit,
            MailRoom room,
            Checks checks) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.room = room;
        this.checks = checks;
        this.codes = new MailCodes(store, room.credentials(), room.clock());
    }

    /**
     * Sends a code if the address has an active account; the answer and its time are the same if it
     * has none. Empty when taken on, else how long to wait.
     */
    public Optional<Duration> request(String email, Caller by) {
        Optional<Duration> delay =
                checks.attempts().delayOfMail(by.address(), Email.spelling(email));
        if (delay.isEmpty()) {
            room.postbox().submit(mailer -> Email.parse(email).ifPresent(e -> send(e, by, mailer)));
        }
        return delay;
    }

    /** Whether a code that is asked for reaches anybody, which depends on no account. */
    public boolean sendsMail() {
        return room.postbox().delivers();
    }

    private void send(Email email, Caller by, Mailer mailer) {
        store.read(tx -> tx.accounts().byEmail(email))
                .filter(Account::isActive)
                .ifPresent(account -> send(account, by, mailer));
    }

    private void send(Account account, Caller by, Mailer mailer) {
        Credential code =
                codes.create(account.id(), Purpose.RESET_PASSWORD, AuthorityLimits.RESET_CODE_LIFE);
        audit.append(done(AuditAction.PASSWORD_RESET_REQUESTED, account, by));
        mailer.send(MailCodes.mail(account, "Your new password", room.page(), code));
    }

    /** Sets a new password and ends every session of the account. */
    public PasswordReset reset(String code, Password password, Caller by) {
        Optional<Duration> delay = checks.attempts().delay(by.address());
        if (delay.isPresent()) {
            return new PasswordReset.TooMany(delay.get());
        }
        Optional<Account> owner = store.read(tx -> codes.owner(tx, code, Purpose.RESET_PASSWORD));
        if (owner.isEmpty()) {
            return new PasswordReset.BadCode();
        }
        Optional<Weakness> weakness =
                checks.passwords().rules().weakness(password, owner.get().email().name());
        if (weakness.isPresent()) {
            return new PasswordReset.WeakPassword(weakness.get());
        }
        return checks.passwords()
                .gate()
                .hash(password)
                .map(hash -> change(code, hash, by))
                .orElseGet(PasswordReset.Overloaded::new);
    }

    private PasswordReset change(String code, PasswordHash hash, Caller by) {
        return store.write(tx ->
                codes.spend(tx, code, Purpose.RESET_PASSWORD)
                        .map(account -> changed(tx, account, hash, by))
                        .orElseGet(PasswordReset.BadCode::new));
    }

    private PasswordReset changed(
            AccountTransaction tx, Account account, PasswordHash hash, Caller by) {
        tx.accounts().setPassword(account.id(), hash);
        tx.accounts().setEmailVerified(account.id());
        checks.lockouts().clear(tx, account.email().value());
        sessions.endAll(tx, account.id(), SessionEnd.PASSWORD_CHANGED, by);
        audit.append(tx, done(AuditAction.PASSWORD_CHANGED, account, by));
        return new PasswordReset.Done(account.id());
    }

    private AuditEvent done(AuditAction action, Account account, Caller by) {
        return AuditEvent.done(room.clock().instant(), action, account.id(), by);
    }
}
