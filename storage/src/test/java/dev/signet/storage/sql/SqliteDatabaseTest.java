package dev.signet.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.storage.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest implements DatabaseContract {

    private @TempDir Path folder;
    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = reopened();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public Database database() {
        return database;
    }

    @Test
    void every_commit_is_synced_to_a_write_ahead_log() {
        assertThat(setting("synchronous")).isEqualTo("2"); // FULL
        assertThat(setting("journal_mode")).isEqualTo("wal");
        assertThat(setting("foreign_keys")).isEqualTo("1");
    }

    @Test
    void the_files_are_for_their_owner_alone() throws Exception {
        database.write(Notes.add(1));

        assertThat(permissions(file().getParent())).isEqualTo("rwx------");
        try (var files = Files.list(file().getParent())) {
            assertThat(files)
                    .hasSizeGreaterThan(1)
                    .allMatch(f -> permissions(f).equals("rw-------"));
        }
    }

    @Test
    void a_file_that_others_may_read_is_refused() throws Exception {
        database.close();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(this::reopened)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void closing_leaves_one_file_and_reopening_finds_everything() throws Exception {
        database.write(Notes.add(1));
        database.close();
        try (var files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }

        database = reopened();

        assertThat(Notes.ids(database)).containsExactly(1L);
        assertThat(database.write(Notes.add(2))).isEqualTo(1);
    }

    @Test
    void a_schema_that_is_newer_than_the_program_is_refused() {
        database.write(transaction ->
                transaction
                        .handle()
                        .execute(
                                """
                                INSERT INTO schema_history
                                SELECT 99, '99', 'later', type, 'V99__later.sql', 1,
                                       installed_by, installed_on, 1, TRUE
                                FROM schema_history WHERE version = '1'
                                """));
        database.close();

        assertThatThrownBy(this::reopened)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(Notes.MIGRATIONS);
    }

    @Test
    void a_migration_that_was_edited_afterwards_is_refused() {
        database.write(transaction ->
                transaction.handle().execute("UPDATE schema_history SET checksum = 7"));
        database.close();

        assertThatThrownBy(this::reopened).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void migrations_that_are_not_there_are_refused() {
        assertThatThrownBy(() -> SqliteDatabase.open(folder.resolve("b.db"), "db/migration/none"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("db/migration/none");
    }

    @Test
    void a_file_that_is_no_database_is_refused() throws Exception {
        Path noise = folder.resolve("noise.db");
        Files.writeString(noise, "not a database".repeat(100));
        Files.setPosixFilePermissions(noise, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> SqliteDatabase.open(noise, Notes.MIGRATIONS))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(noise).content().startsWith("not a database");
    }

    private SqliteDatabase reopened() {
        return SqliteDatabase.open(file(), Notes.MIGRATIONS);
    }

    private Path file() {
        return folder.resolve("data").resolve("notes.db");
    }

    private String setting(String pragma) {
        return database.write(transaction ->
                transaction.handle().createQuery("PRAGMA " + pragma).mapTo(String.class).one());
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
