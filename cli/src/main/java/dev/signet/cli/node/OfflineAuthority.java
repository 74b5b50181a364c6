package dev.signet.cli.node;

import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.client.Clients;
import dev.signet.authority.credential.CredentialSource;
import dev.signet.authority.sql.SqlAuthorityStore;
import dev.signet.config.Settings;
import dev.signet.storage.file.ProcessLock;
import dev.signet.storage.sql.Database;
import dev.signet.storage.sql.SqliteDatabase;
import java.security.SecureRandom;
import java.time.Clock;

/** The authority's database without a running authority, for commands that register clients. */
public final class OfflineAuthority implements AutoCloseable {

    private final Database database;
    private final Clients clients;

    private OfflineAuthority(Database database, Clients clients) {
        this.database = database;
        this.clients = clients;
    }

    /** Opens the database in the data folder; makes it when it is missing. */
    public static OfflineAuthority open(Settings settings) {
        Database database =
                SqliteDatabase.open(
                        settings.data().resolve("authority.db"), SqlAuthorityStore.MIGRATIONS);
        var store = new SqlAuthorityStore(database);
        var clients =
                new Clients(
                        store,
                        new AuditTrail(store),
                        new CredentialSource(new SecureRandom()),
                        Clock.systemUTC());
        clients.load();
        return new OfflineAuthority(database, clients);
    }

    /**
     * Whether an authority runs on that data folder, which reads its clients at its start alone.
     */
    public static boolean isRunning(Settings settings) {
        return ProcessLock.isHeld(settings.data().resolve(AuthorityNode.LOCK));
    }

    public Clients clients() {
        return clients;
    }

    @Override
    public void close() throws Exception {
        database.close();
    }
}
