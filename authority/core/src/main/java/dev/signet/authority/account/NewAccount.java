package dev.signet.authority.account;

import dev.signet.authority.password.Password;
import dev.signet.authority.settings.AuthoritySettings;
import java.util.Set;

/**
 * What somebody fills in to get an account, not checked yet.
 *
 * @param permissions what the account may do; chosen by whoever calls, never by the person
 */
public record NewAccount(String email, String name, Password password, Set<String> permissions) {

    public NewAccount {
        permissions = Set.copyOf(permissions);
    }

    /** An account with the permissions of every user. */
    public static NewAccount of(String email, String name, Password password) {
        return new NewAccount(email, name, password, AuthoritySettings.DEFAULT_PERMISSIONS);
    }

    @Override
    public String toString() {
        return "NewAccount[hidden]";
    }
}
