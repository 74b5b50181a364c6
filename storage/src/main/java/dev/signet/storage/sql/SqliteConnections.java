package dev.signet.storage.sql;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;

/**
 * How the file is opened.
 *
 * @param busyWait how long a statement waits for another process
 */
record SqliteConnections(Path file, Duration busyWait) {

    private static final int LOG_BYTES_MAX = 64 << 20; // what a burst leaves of the log is cut

    DataSource writing() {
        SQLiteConfig config = shared();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setJournalSizeLimit(LOG_BYTES_MAX);
        return source(config);
    }

    DataSource reading() {
        SQLiteConfig config = shared();
        config.setReadOnly(true);
        return source(config);
    }

    private SQLiteConfig shared() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(busyWait.toMillis()));
        config.setTempStore(TempStore.MEMORY);
        config.setGetGeneratedKeys(false);
        return config;
    }

    private DataSource source(SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
