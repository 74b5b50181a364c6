package dev.signet.authority.account;

import dev.signet.authority.password.Weakness;
import java.time.Duration;

/** What became of a new password given with a code from a mail. */
public sealed interface PasswordReset {

    /** The password is changed and every session of the account has ended. */
    record Done(String accountId) implements PasswordReset {}

    /** Unknown, used or expired. */
    record BadCode() implements PasswordReset {}

    /** The code is still good for a better password. */
    record WeakPassword(Weakness weakness) implements PasswordReset {}

    record TooMany(Duration retryAfter) implements PasswordReset {}

    /** Too many passwords are being hashed; the fault is ours. */
    record Overloaded() implements PasswordReset {}
}
