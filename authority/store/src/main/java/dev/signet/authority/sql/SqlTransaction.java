package dev.signet.authority.sql;

import dev.signet.authority.AuthorityTransaction;
import dev.signet.authority.account.AccountTable;
import dev.signet.authority.account.MailCodeTable;
import dev.signet.authority.audit.AuditTable;
import dev.signet.authority.client.ClientTable;
import dev.signet.authority.grant.CodeTable;
import dev.signet.authority.limit.LockoutTable;
import dev.signet.authority.refresh.RefreshTable;
import dev.signet.authority.revocation.FeedTable;
import dev.signet.authority.revocation.RevocationTable;
import dev.signet.authority.session.SessionTable;
import dev.signet.authority.signing.SigningKeyTable;
import dev.signet.authority.token.TicketTable;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The tables within one transaction. */
record SqlTransaction(Handle handle, Consumer<Runnable> commits) implements AuthorityTransaction {

    @Override
    public void afterCommit(Runnable action) {
        commits.accept(action);
    }

    @Override
    public AccountTable accounts() {
        return new SqlAccountTable(handle);
    }

    @Override
    public MailCodeTable mailCodes() {
        return new SqlMailCodeTable(handle);
    }

    @Override
    public LockoutTable lockouts() {
        return new SqlLockoutTable(handle);
    }

    @Override
    public ClientTable clients() {
        return new SqlClientTable(handle);
    }

    @Override
    public SessionTable sessions() {
        return new SqlSessionTable(handle);
    }

    @Override
    public RefreshTable refreshTokens() {
        return new SqlRefreshTable(handle);
    }

    @Override
    public CodeTable codes() {
        return new SqlCodeTable(handle);
    }

    @Override
    public TicketTable tickets() {
        return new SqlTicketTable(handle);
    }

    @Override
    public SigningKeyTable signingKeys() {
        return new SqlSigningKeyTable(handle);
    }

    @Override
    public RevocationTable revocations() {
        return new SqlRevocationTable(handle);
    }

    @Override
    public FeedTable feed() {
        return new SqlFeedTable(handle);
    }

    @Override
    public AuditTable audit() {
        return new SqlAuditTable(handle);
    }
}
