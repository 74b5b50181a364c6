package dev.signet.authority.grant;

import dev.signet.authority.account.Email;
import dev.signet.authority.password.Password;

/**
 * What somebody shows to sign in.
 *
 * @param email as typed
 * @param clientId the client that the person signs in to
 */
public record LoginAttempt(String email, Password password, String clientId) {

    /** The address in its one spelling, so that no other one is another account's. */
    String spelling() {
        return Email.spelling(email);
    }

    @Override
    public String toString() {
        return "LoginAttempt[hidden]";
    }
}
