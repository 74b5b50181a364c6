package dev.signet.authority.login;

import dev.signet.authority.account.Account;
import dev.signet.authority.credential.Credential;
import dev.signet.authority.session.Session;
import java.time.Duration;
import java.util.Optional;

/** What became of an attempt to sign in. */
public sealed interface Login {

    /**
     * The session has begun.
     *
     * @param held what its {@link SessionHolder} shows from now on
     */
    record Accepted(Account account, Session session, Optional<Credential> held) implements Login {}

    /** Unknown address or wrong password; nobody is told which. */
    record Refused() implements Login {}

    /** The password was right and the account is disabled. */
    record Disabled() implements Login {}

    /** Too many failures in a row, whether or not the address has an account. */
    record Locked(Duration retryAfter) implements Login {}

    /** Too many attempts from there. */
    record TooMany(Duration retryAfter) implements Login {}

    /** Too many passwords are being hashed; the fault is ours. */
    record Overloaded() implements Login {}
}
