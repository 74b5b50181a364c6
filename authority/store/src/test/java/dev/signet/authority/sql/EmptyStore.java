package dev.signet.authority.sql;

import dev.signet.authority.AuthorityTransaction;
import dev.signet.authority.account.Account;
import dev.signet.authority.account.Email;
import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.password.PasswordHash;
import dev.signet.authority.session.Session;
import dev.signet.authority.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A store under test, with nothing in it, and samples to put in. */
interface EmptyStore {

    Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    Duration MILLISECOND = Duration.ofMillis(1);
    PasswordHash PASSWORD = new PasswordHash("$sample$hash");

    Store<AuthorityTransaction> store();

    default void write(Consumer<AuthorityTransaction> work) {
        store().write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    static CredentialHash hash(String text) {
        return CredentialHash.of(text);
    }

    static Account account(String name) {
        return new Account(
                "usr_" + name,
                new Email(name + "@example.org"),
                false,
                "The name of " + name,
                Account.State.ACTIVE,
                Set.of("chat:use", "sessions:revoke"),
                NOW);
    }

    static Session session(String name, Account account) {
        return new Session(
                "ses_" + name,
                account.id(),
                "client",
                "192.0.2.1",
                "agent with spaces",
                List.of("pwd", "otp"),
                NOW,
                NOW,
                NOW.plus(Duration.ofDays(1)),
                Optional.empty());
    }

    /** An account {@code usr_alice} with a session {@code ses_one}. */
    default Session signedIn() {
        Session session = session("one", account("alice"));
        write(tx -> {
            tx.accounts().add(account("alice"), PASSWORD);
            tx.sessions().add(session);
        });
        return session;
    }
}
