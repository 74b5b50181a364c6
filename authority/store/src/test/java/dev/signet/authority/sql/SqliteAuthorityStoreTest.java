package dev.signet.authority.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.authority.AuthorityTransaction;
import dev.signet.authority.store.Store;
import dev.signet.authority.store.StoreUnavailableException;
import dev.signet.storage.seal.KeyEncryptionKey;
import dev.signet.storage.sql.SqliteDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuthorityStoreTest
        implements StoreContract,
                AccountTableContract,
                SessionTableContract,
                GrantTablesContract,
                RevocationTablesContract,
                FurtherTablesContract {

    @TempDir private Path folder;
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database =
                SqliteDatabase.open(folder.resolve("authority.db"), SqlAuthorityStore.MIGRATIONS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public Store<AuthorityTransaction> store() {
        return new SqlAuthorityStore(database);
    }

    @Test
    void a_store_that_is_gone_is_unavailable_and_knows_nothing() {
        database.close();

        assertThatThrownBy(() -> store().read(tx -> tx.accounts().find("usr_alice")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store().write(tx -> tx.sessions().end("ses_one", NOW)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_sealed_value_opens_in_its_own_context_alone() {
        var random = new SecureRandom();
        var key = KeyEncryptionKey.loadOrCreate(folder.resolve("kek"), random);
        var sealer = new StorageSealer(key.forPurpose("test", random));
        byte[] plain = {1, 2, 3};
        String sealed = sealer.seal(plain, "row 1");

        assertThat(sealer.unseal(sealed, "row 1")).isEqualTo(plain);
        assertThat(sealer.seal(plain, "row 1")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> sealer.unseal(sealed, "row 2"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.unseal(sealed + "=", "row 1"))
                .isInstanceOf(IllegalStateException.class);
    }
}
