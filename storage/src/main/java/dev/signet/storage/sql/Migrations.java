package dev.signet.storage.sql;

import dev.signet.storage.StoreUnavailableException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a schema to the version that the class path holds; without effect when it is there. */
final class Migrations {

    private Migrations() {}

    static void apply(DataSource source, String location) {
        try {
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
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreUnavailableException("the schema of " + location + " is not usable", e);
        }
    }
}
