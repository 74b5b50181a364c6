package dev.signet.authority.account;

import dev.signet.authority.account.MailCode.Purpose;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.AuditEvent;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.store.Store;

/** Proves that an account's e-mail address is its person's. Safe for many threads. */
public final class EmailVerification {

    private final Store<? extends AccountTransaction> store;
    private final AuditTrail audit;
    private final MailRoom room;
    private final MailCodes codes;

    public EmailVerification(
            Store<? extends AccountTransaction> store, AuditTrail audit, MailRoom room) {
        this.store = store;
        this.audit = audit;
        this.room = room;
        this.codes = new MailCodes(store, room.credentials(), room.clock());
    }

    /** Sends a code to the account's address, beside this call. */
    public void send(Account account) {
        room.postbox()
                .submit(mailer -> {
                    Credential code =
                            codes.create(
                                    account.id(),
                                    Purpose.VERIFY_EMAIL,
                                    AuthorityLimits.EMAIL_CODE_LIFE);
                    mailer.send(
                            MailCodes.mail(
                                    account,
                                    "Please confirm your e-mail address",
                                    room.page(),
                                    code));
                });
    }

    /** Marks the address of the code's account as verified; false when the code is not good. */
    public boolean verify(String code, Caller by) {
        return store.write(tx -> {
            var account = codes.spend(tx, code, Purpose.VERIFY_EMAIL);
            account.ifPresent(a -> verified(tx, a, by));
            return account.isPresent();
        });
    }

    private void verified(AccountTransaction tx, Account account, Caller by) {
        tx.accounts().setEmailVerified(account.id());
        audit.append(
                tx,
                AuditEvent.done(
                        room.clock().instant(), AuditAction.EMAIL_VERIFIED, account.id(), by));
    }
}
