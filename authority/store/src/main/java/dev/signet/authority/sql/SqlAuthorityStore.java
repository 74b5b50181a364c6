package dev.signet.authority.sql;

import dev.signet.authority.AuthorityTransaction;
import dev.signet.authority.store.Store;
import dev.signet.authority.store.StoreUnavailableException;
import dev.signet.storage.sql.Database;
import java.util.function.Function;
import java.util.function.Supplier;

/** The authority's store on a {@link Database} with the schema of {@link #MIGRATIONS}. */
public final class SqlAuthorityStore implements Store<AuthorityTransaction> {

    /** Where the schema stands on the class path. */
    public static final String MIGRATIONS = "db/migration/authority";

    private final Database database;

    /**
     * @param database is not closed by this store
     */
    public SqlAuthorityStore(Database database) {
        this.database = database;
    }

    @Override
    public <R> R write(Function<? super AuthorityTransaction, R> work) {
        return named(() ->
                database.write(tx -> work.apply(new SqlTransaction(tx.handle(), tx::afterCommit))));
    }

    @Override
    public <R> R read(Function<? super AuthorityTransaction, R> work) {
        return named(() ->
                database.read(handle ->
                        work.apply(new SqlTransaction(handle, SqlAuthorityStore::refused))));
    }

    private static void refused(Runnable action) {
        throw new IllegalStateException("store: nothing is committed after reading");
    }

    private static <R> R named(Supplier<R> access) {
        try {
            return access.get();
        } catch (dev.signet.storage.StoreUnavailableException e) {
            throw new StoreUnavailableException("the authority's store is not available", e);
        }
    }
}
