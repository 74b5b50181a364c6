package dev.signet.authority.account;

import dev.signet.authority.password.PasswordHash;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where accounts are kept. */
public interface AccountTable {

    /** Adds the account; false when its e-mail address has one already. */
    boolean add(Account account, PasswordHash password);

    Optional<Account> find(String id);

    Optional<Account> byEmail(Email email);

    /** The account's password hash; empty when there is no such account. */
    Optional<PasswordHash> password(String id);

    void setPassword(String id, PasswordHash password);

    void setState(String id, Account.State state);

    void setEmailVerified(String id);

    void setPermissions(String id, Set<String> permissions);

    /** Accounts by id, above that one. */
    List<Account> after(String id, int max);
}
