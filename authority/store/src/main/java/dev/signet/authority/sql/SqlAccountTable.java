package dev.signet.authority.sql;

import dev.signet.authority.account.Account;
import dev.signet.authority.account.AccountTable;
import dev.signet.authority.account.Email;
import dev.signet.authority.password.PasswordHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

record SqlAccountTable(Handle handle) implements AccountTable {

    private static final String SELECT =
            """
            SELECT id, email, email_verified, name, state, permissions, created_at FROM account
            """;

    @Override
    public boolean add(Account account, PasswordHash password) {
        return handle.execute(
                        """
                        INSERT INTO account (id, email, email_verified, name, state, permissions,
                                             password, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        account.id(),
                        account.email().value(),
                        account.emailVerified(),
                        account.name(),
                        Columns.code(account.state()),
                        Columns.words(account.permissions()),
                        password.phc(),
                        account.createdAt())
                == 1;
    }

    @Override
    public Optional<Account> find(String id) {
        return handle.select(SELECT + "WHERE id = ?", id).map((row, _) -> account(row)).findOne();
    }

    @Override
    public Optional<Account> byEmail(Email email) {
        return handle.select(SELECT + "WHERE email = ?", email.value())
                .map((row, _) -> account(row))
                .findOne();
    }

    @Override
    public Optional<PasswordHash> password(String id) {
        return handle.select("SELECT password FROM account WHERE id = ?", id)
                .map((row, _) -> new PasswordHash(row.getString("password")))
                .findOne();
    }

    @Override
    public void setPassword(String id, PasswordHash password) {
        handle.execute("UPDATE account SET password = ? WHERE id = ?", password.phc(), id);
    }

    @Override
    public void setState(String id, Account.State state) {
        handle.execute("UPDATE account SET state = ? WHERE id = ?", Columns.code(state), id);
    }

    @Override
    public void setEmailVerified(String id) {
        handle.execute("UPDATE account SET email_verified = ? WHERE id = ?", true, id);
    }

    @Override
    public void setPermissions(String id, Set<String> permissions) {
        handle.execute(
                "UPDATE account SET permissions = ? WHERE id = ?", Columns.words(permissions), id);
    }

    @Override
    public List<Account> after(String id, int max) {
        return handle.select(SELECT + "WHERE id > ? ORDER BY id LIMIT ?", id, max)
                .map((row, _) -> account(row))
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                new Email(row.getString("email")),
                row.getBoolean("email_verified"),
                row.getString("name"),
                Columns.code(row, "state", Account.State::valueOf),
                Columns.words(row, "permissions"),
                Columns.instant(row, "created_at"));
    }
}
