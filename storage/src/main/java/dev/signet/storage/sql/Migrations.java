package dev.signet.storage.sql;

import dev.signet.storage.StoreUnavailableException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a schema to the version that the class path holds; without effect when it is there. */
final class Migrations {

    private Migrations() {}

    /**
     * Migrates the database in that file.
     *
     * @throws StoreUnavailableException that names the file, the cause and what helps
     */
    static void apply(DataSource source, Path file, String location) {
        Flyway flyway =
                Flyway.configure()
                        .loggers("slf4j")
                        .dataSource(source)
                        .locations("classpath:" + location)
                        .failOnMissingLocations(true)
                        .validateMigrationNaming(true)
                        .ignoreMigrationPatterns(new String[0]) // also not the future: no downgrade
                        .placeholderReplacement(false)
                        .table("schema_history")
                        .installedBy("signet")
                        .load();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw Failures.trouble(e).isPresent()
                    ? Failures.of(file, e)
                    : new StoreUnavailableException(file + " " + why(flyway, location), e);
        }
    }

    private static String why(Flyway flyway, String location) {
        return laterVersion(flyway)
                .map(version ->
                        "was written by a later version of Signet (schema "
                                + version
                                + "); start that version, or restore a backup from before")
                .orElse(
                        "does not have the schema of "
                                + location
                                + " in this version of Signet; restore it from a backup, or start"
                                + " the version that made it");
    }

    private static Optional<String> laterVersion(Flyway flyway) {
        try {
            return Arrays.stream(flyway.info().all())
                    .filter(Migrations::isLater)
                    .map(migration -> migration.getVersion().toString())
                    .reduce((_, last) -> last);
        } catch (FlywayException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isLater(MigrationInfo migration) {
        return migration.getVersion() != null
                && (migration.getState() == MigrationState.FUTURE_SUCCESS
                        || migration.getState() == MigrationState.FUTURE_FAILED);
    }
}
