package dev.signet.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.storage.StoreUnavailableException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
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
                .hasMessageContainingAll(file().toString(), "later version", "schema 99", "backup");
    }

    @Test
    void a_migration_that_was_edited_afterwards_is_refused() {
        database.write(transaction ->
                transaction.handle().execute("UPDATE schema_history SET checksum = 7"));
        database.close();

        assertThatThrownBy(this::reopened)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(file().toString(), Notes.MIGRATIONS, "backup");
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
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(noise.toString(), "damaged or no database", "backup");
        assertThatThrownBy(() -> Labels.read(noise))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(noise.toString(), "damaged or no database", "backup");
        assertThat(noise).content().startsWith("not a database");
    }

    @Test
    void a_file_whose_pages_are_overwritten_is_called_damaged() throws Exception {
        database.close();
        byte[] content = Files.readAllBytes(file());
        Arrays.fill(content, 100, content.length, (byte) 0x5a);
        Files.write(file(), content);

        assertThatThrownBy(this::reopened)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(file().toString(), "damaged", "backup");
        assertThatThrownBy(() -> Labels.read(file()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(file().toString(), "damaged", "backup");
    }

    @Test
    void damage_that_shows_later_is_named_too() throws Exception {
        long page =
                database.write(transaction ->
                        transaction
                                .handle()
                                .createQuery(
                                        "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_note_1'")
                                .mapTo(Long.class)
                                .one());
        int bytes = Integer.parseInt(setting("page_size"));
        database.write(Notes.add(1));
        database.close();
        try (var file = new RandomAccessFile(file().toFile(), "rw")) {
            file.seek((page - 1) * bytes);
            file.write("not a page".repeat(bytes / 10).getBytes(StandardCharsets.US_ASCII));
        }
        database = reopened();

        assertThatThrownBy(() -> Notes.ids(database))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll("damaged", "backup");
    }

    @Test
    void a_disk_that_is_full_is_named() {
        database.write(transaction ->
                transaction
                        .handle()
                        .createQuery("PRAGMA max_page_count = 1")
                        .mapTo(int.class)
                        .one());

        assertThatThrownBy(() ->
                        database.write(transaction ->
                                transaction.handle().execute("CREATE TABLE more (a TEXT)")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll("disk is full", "free some space");
    }

    @Test
    void a_folder_in_the_place_of_the_file_is_refused() throws Exception {
        Path place = Files.createDirectories(folder.resolve("place.db"));

        assertThatThrownBy(() -> SqliteDatabase.open(place, Notes.MIGRATIONS))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(place.toString(), "not a regular file", "move away");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_refused() throws Exception {
        Path place = Files.createFile(folder.resolve("place"));

        assertThatThrownBy(() -> SqliteDatabase.open(place.resolve("a.db"), Notes.MIGRATIONS))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(place.toString(), "no folder", "move that file away");
    }

    @Test
    void labels_are_kept_and_reading_them_changes_nothing() {
        assertThat(Labels.read(folder.resolve("none.db")).texts()).isEmpty();
        assertThat(folder.resolve("none.db")).doesNotExist();
        assertThat(Labels.read(file()).texts()).isEmpty();

        Labels.write(database, Map.of("a", "1", "b", "2"));
        Labels.write(database, Map.of("b", "3"));

        assertThat(Labels.read(file())).isEqualTo(new Labels(Map.of("a", "1", "b", "3"), false));
        database.close();
        assertThat(Labels.read(file()).texts()).containsEntry("b", "3");
        database = reopened();
    }

    @Test
    void a_sealed_value_is_seen() {
        database.write(transaction ->
                transaction.handle().execute("CREATE TABLE \"k\"\"k\" (sealed TEXT)"));
        assertThat(Labels.read(file()).sealsValues()).isFalse();

        database.write(
                transaction -> transaction.handle().execute("INSERT INTO \"k\"\"k\" VALUES ('x')"));
        assertThat(Labels.read(file()).sealsValues()).isTrue();
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
