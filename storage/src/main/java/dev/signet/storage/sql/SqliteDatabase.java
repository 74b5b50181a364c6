package dev.signet.storage.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.signet.storage.StorageLimits;
import dev.signet.storage.StoreUnavailableException;
import dev.signet.storage.file.PrivateFile;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A {@link Database} in one file of this machine: SQLite in WAL mode, where every commit is synced
 * to disk. The file gets mode 0600; one that others may read is refused.
 */
public final class SqliteDatabase implements Database {

    private final GroupCommit commits;
    private final Writer writer;
    private final HikariDataSource readers;
    private final Jdbi reading;

    private SqliteDatabase(SqliteConnections connections, StorageLimits limits) {
        this.commits = new GroupCommit(connections.writing());
        this.writer = new Writer(limits, commits);
        this.readers = pool(connections, limits);
        this.reading = Columns.install(Jdbi.create(readers));
    }

    /**
     * Opens the file, creates it when missing, and brings its schema to this version.
     *
     * @param migrations a folder of the class path with {@code V1__name.sql} and so on, such as
     *     {@code db/migration/authority}; a schema that is newer than these is refused
     * @throws StoreUnavailableException when any of that fails
     */
    public static SqliteDatabase open(Path file, String migrations, StorageLimits limits) {
        var privateFile = new PrivateFile(file);
        privateFile.createIfMissing();
        var connections = new SqliteConnections(privateFile.path(), limits.busyWait());
        Migrations.apply(connections.writing(), privateFile.path(), migrations);
        var database = new SqliteDatabase(connections, limits);
        database.writer.start();
        return database;
    }

    /** As the other, within {@link StorageLimits#standard()}. */
    public static SqliteDatabase open(Path file, String migrations) {
        return open(file, migrations, StorageLimits.standard());
    }

    @Override
    public <T> T write(Work<T> work) {
        return writer.write(work);
    }

    @Override
    public <T> CompletionStage<T> writeAsync(Work<T> work) {
        return writer.writeAsync(work);
    }

    @Override
    public <T> T read(Reading<T> work) {
        try {
            return reading.inTransaction(work::from);
        } catch (JdbiException e) {
            throw Failures.named(e);
        }
    }

    /** How busy the writer is and how well it groups. */
    public WriterActivity activity() {
        return writer.activity();
    }

    @Override
    public void close() {
        writer.drain();
        readers.close();
        commits.close(); // the last to go, so that it can remove the log
    }

    private static HikariDataSource pool(SqliteConnections connections, StorageLimits limits) {
        var config = new HikariConfig();
        config.setPoolName("signet-readers");
        config.setDataSource(connections.reading());
        config.setMaximumPoolSize(limits.readersMax());
        config.setReadOnly(true);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0); // a local file; nothing in between drops old connections
        config.setConnectionTimeout(limits.readerWait().toMillis());
        config.setInitializationFailTimeout(-1); // the first reader opens the first connection
        return new HikariDataSource(config);
    }
}
