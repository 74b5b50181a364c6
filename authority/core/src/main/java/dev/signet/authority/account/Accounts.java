package dev.signet.authority.account;

import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.limit.Attempts;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.limit.Words;
import dev.signet.authority.password.PasswordHash;
import dev.signet.authority.password.Passwords;
import dev.signet.authority.password.Weakness;
import dev.signet.authority.session.SessionEnd;
import dev.signet.authority.session.Sessions;
import dev.signet.authority.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Registers, finds and changes accounts. Safe for many threads. */
public final class Accounts {

    private final Store<? extends AccountTransaction> store;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Passwords passwords;
    private final Attempts attempts;
    private final CredentialSource credentials;
    private final InstantSource clock;

    public Accounts(
            Store<? extends AccountTransaction> store,
            Sessions sessions,
            AuditTrail audit,
            Passwords passwords,
            Attempts attempts,
            CredentialSource credentials,
            InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.passwords = passwords;
        this.attempts = attempts;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Makes an account if everything about it is right. */
    public Registration register(NewAccount wish, Caller by) {
        Optional<Duration> delay = attempts.delay(by.address());
        if (delay.isPresent()) {
            return new Registration.TooMany(delay.get());
        }
        Optional<Email> email = Email.parse(wish.email());
        if (email.isEmpty()) {
            return new Registration.BadEmail();
        }
        if (!Account.isName(wish.name().strip())) {
            return new Registration.BadName();
        }
        Optional<Weakness> weakness =
                passwords.rules().weakness(wish.password(), email.get().name());
        if (weakness.isPresent()) {
            return new Registration.WeakPassword(weakness.get());
        }
        return passwords
                .gate()
                .hash(wish.password())
                .map(hash -> add(account(wish, email.get()), hash, by))
                .orElseGet(Registration.Overloaded::new);
    }

    private Account account(NewAccount wish, Email email) {
        return new Account(
                credentials.id(Account.ID_PREFIX),
                email,
                false,
                wish.name().strip(),
                Account.State.ACTIVE,
                wish.permissions(),
                now());
    }

    private Registration add(Account account, PasswordHash hash, Caller by) {
        return store.write(tx -> {
            if (!tx.accounts().add(account, hash)) {
                return new Registration.EmailTaken();
            }
            audit.append(tx, done(AuditAction.ACCOUNT_REGISTERED, account.id(), by));
            return new Registration.Registered(account);
        });
    }

    public Optional<Account> find(String accountId) {
        return store.read(tx -> tx.accounts().find(accountId));
    }

    public Optional<Account> byEmail(Email email) {
        return store.read(tx -> tx.accounts().byEmail(email));
    }

    /** Accounts by id, above that one; an empty text begins. */
    public List<Account> after(String accountId, int max) {
        int size = Math.clamp(max, 1, AuthorityLimits.PAGE_MAX);
        return store.read(tx -> tx.accounts().after(accountId, size));
    }

    /** Ends every session of the account and lets it in no more; false when there is none. */
    public boolean disable(String accountId, Caller by) {
        return change(
                accountId,
                tx -> {
                    tx.accounts().setState(accountId, Account.State.DISABLED);
                    sessions.endAll(tx, accountId, SessionEnd.ACCOUNT_DISABLED, by);
                    audit.append(tx, done(AuditAction.ACCOUNT_DISABLED, accountId, by));
                });
    }

    /** Lets the account sign in again; false when there is none. */
    public boolean enable(String accountId, Caller by) {
        return change(
                accountId,
                tx -> {
                    tx.accounts().setState(accountId, Account.State.ACTIVE);
                    audit.append(tx, done(AuditAction.ACCOUNT_ENABLED, accountId, by));
                });
    }

    /** Replaces what tokens may do that are issued from now on; false when there is no account. */
    public boolean permit(String accountId, Set<String> permissions, Caller by) {
        Words.checked("permissions", permissions);
        return change(
                accountId,
                tx -> {
                    tx.accounts().setPermissions(accountId, permissions);
                    audit.append(
                            tx,
                            done(AuditAction.PERMISSIONS_CHANGED, accountId, by)
                                    .because(String.join(" ", permissions)));
                });
    }

    private interface Change {
        void in(AccountTransaction tx);
    }

    private boolean change(String accountId, Change change) {
        return store.write(tx -> {
            if (tx.accounts().find(accountId).isEmpty()) {
                return false;
            }
            change.in(tx);
            return true;
        });
    }

    private AuditEvent done(AuditAction action, String accountId, Caller by) {
        return AuditEvent.done(now(), action, accountId, by);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
