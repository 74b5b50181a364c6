package dev.signet.authority.account;

import dev.signet.authority.password.Weakness;
import java.time.Duration;

/** What became of a wish to register. */
public sealed interface Registration {

    record Registered(Account account) implements Registration {}

    /** The address has an account already. */
    record EmailTaken() implements Registration {}

    /** Not an e-mail address. */
    record BadEmail() implements Registration {}

    /** Empty, too long or with control characters. */
    record BadName() implements Registration {}

    record WeakPassword(Weakness weakness) implements Registration {}

    /** Too many attempts from there. */
    record TooMany(Duration retryAfter) implements Registration {}

    /** Too many passwords are being hashed; the fault is ours. */
    record Overloaded() implements Registration {}
}
