package dev.signet.authority.account;

import dev.signet.authority.credential.Credential;
import dev.signet.authority.credential.CredentialKind;
import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes codes for mails and recognises them. The link holds no code, so that no log ever does. */
final class MailCodes {

    private final Store<? extends AccountTransaction> store;
    private final CredentialSource credentials;
    private final InstantSource clock;

    MailCodes(
            Store<? extends AccountTransaction> store,
            CredentialSource credentials,
            InstantSource clock) {
        this.store = store;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * A new code, stored as its hash; codes that were sent before for the same purpose are void.
     */
    Credential create(String accountId, MailCode.Purpose purpose, Duration life) {
        Credential code = credentials.credential(CredentialKind.MAIL);
        var row =
                new MailCode(
                        code.hash(),
                        accountId,
                        purpose,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(life));
        store.update(tx -> {
            tx.mailCodes().replace(row);
        });
        return code;
    }

    /** The account of a code that is good for that purpose now; does not use it up. */
    Optional<Account> owner(AccountTransaction tx, String typed, MailCode.Purpose purpose) {
        return CredentialKind.MAIL
                .parse(typed.strip())
                .flatMap(code -> tx.mailCodes().find(code.hash()))
                .filter(code -> code.purpose() == purpose)
                .filter(code -> clock.instant().isBefore(code.expiresAt()))
                .flatMap(code -> tx.accounts().find(code.accountId()));
    }

    /** Uses the code up and names its account; empty when it is not good, or no more. */
    Optional<Account> spend(AccountTransaction tx, String typed, MailCode.Purpose purpose) {
        return owner(tx, typed, purpose)
                .filter(_ -> tx.mailCodes().spend(new Credential(typed.strip()).hash()));
    }

    /** A mail that asks to open a page and to type the code there. */
    static Mail mail(Account to, String subject, URI page, Credential code) {
        String text =
                """
                Hello,

                open %s and enter this code:

                    %s

                It works once. If you did not ask for it, do nothing.
                """
                        .formatted(page, code.value());
        return new Mail(to.email().value(), subject, text);
    }
}
