package dev.signet.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.authority.sql.SqlAuthorityStore;
import dev.signet.chat.sql.SqlChatStores;
import dev.signet.config.Settings;
import dev.signet.config.source.Command;
import dev.signet.config.source.Loading;
import dev.signet.config.source.SettingsLoader;
import dev.signet.config.source.SettingsSources;
import dev.signet.storage.StoreUnavailableException;
import dev.signet.storage.seal.KeyEncryptionKey.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit together is refused, with the file, the cause and what helps. */
class DataFolderTest {

    private static final String STAGING = "https://id.staging.example";
    private static final String LIVE = "https://id.example";

    @TempDir private Path folder;

    private final Map<String, String> variables = new HashMap<>();

    /** The two databases of a data folder. */
    enum Store {
        AUTHORITY,
        CHAT;

        private Path file(Path folder) {
            return folder.resolve(name().toLowerCase(java.util.Locale.ROOT) + ".db");
        }
    }

    private Settings settings(String environment, String issuer) {
        var overrides =
                new HashMap<>(Map.of("environment", environment, "data", folder.toString()));
        overrides.put("authority.issuer", issuer);
        overrides.put("chat.public-url", "https://chat.example");
        var sources = new SettingsSources(overrides, variables, Optional.empty(), folder);
        Loading loading = SettingsLoader.load(sources, Command.SERVE);
        assertThat(loading).isInstanceOf(Loading.Loaded.class);
        return ((Loading.Loaded) loading).settings();
    }

    /** Opens it, seals one value in it, closes it; where its key came from. */
    private Origin startOnce(Store store, Settings settings) throws Exception {
        var data = new DataFolder(settings, new SecureRandom());
        try (Parts parts = new Parts()) {
            DataFolder.Opened opened =
                    switch (store) {
                        case AUTHORITY -> data.openAuthority(parts, SqlAuthorityStore.MIGRATIONS);
                        case CHAT -> data.openChat(parts, SqlChatStores.MIGRATIONS);
                    };
            opened.database()
                    .write(transaction -> {
                        transaction
                                .handle()
                                .execute("CREATE TABLE IF NOT EXISTS extra (sealed TEXT)");
                        return transaction.handle().execute("INSERT INTO extra VALUES ('x')");
                    });
            return opened.key().origin();
        }
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void another_installations_data_is_refused_and_both_are_named(Store store) throws Exception {
        startOnce(store, settings("staging", STAGING));
        byte[] before = Files.readAllBytes(store.file(folder));

        assertThatThrownBy(() -> startOnce(store, settings("production", LIVE)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(
                        store.file(folder).toString(),
                        "staging@" + STAGING,
                        "production@" + LIVE,
                        "installation.allow-change-from");
        assertThatThrownBy(() -> startOnce(store, settings("production", STAGING)))
                .hasMessageContaining("production@" + STAGING);
        assertThatThrownBy(() -> startOnce(store, settings("staging", LIVE)))
                .hasMessageContaining("staging@" + LIVE);
        assertThat(Files.readAllBytes(store.file(folder))).isEqualTo(before);
        startOnce(store, settings("staging", STAGING));
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void an_operator_takes_over_exactly_the_data_that_are_named(Store store) throws Exception {
        startOnce(store, settings("staging", STAGING));
        variables.put("SIGNET_INSTALLATION_ALLOW_CHANGE_FROM", "staging@https://other.example");
        assertThatThrownBy(() -> startOnce(store, settings("production", LIVE)))
                .isInstanceOf(StoreUnavailableException.class);

        variables.put("SIGNET_INSTALLATION_ALLOW_CHANGE_FROM", "staging@" + STAGING);
        startOnce(store, settings("production", LIVE));
        variables.clear();

        startOnce(store, settings("production", LIVE));
        assertThatThrownBy(() -> startOnce(store, settings("staging", STAGING)))
                .hasMessageContaining("production@" + LIVE);
    }

    @Test
    void in_development_this_machines_address_may_change_its_port() throws Exception {
        startOnce(Store.AUTHORITY, settings("development", "http://localhost:8080"));
        startOnce(Store.AUTHORITY, settings("development", "http://127.0.0.1:9090"));

        assertThatThrownBy(
                        () -> startOnce(Store.AUTHORITY, settings("test", "http://127.0.0.1:9090")))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() ->
                        startOnce(Store.AUTHORITY, settings("development", "http://intranet:9090")))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void sealed_values_without_their_key_are_refused_and_no_key_is_made(Store store)
            throws Exception {
        Path key = folder.resolve("key-encryption.key");
        assertThat(startOnce(store, settings("staging", STAGING)))
                .isInstanceOf(Origin.Created.class);
        Files.move(key, folder.resolve("elsewhere"));

        for (Store starting : Store.values()) {
            assertThatThrownBy(() -> startOnce(starting, settings("staging", STAGING)))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContainingAll(
                            store.file(folder).toString(), key.toString(), "missing", "backup");
        }
        assertThat(key).doesNotExist();

        Files.move(folder.resolve("elsewhere"), key);
        assertThat(startOnce(store, settings("staging", STAGING)))
                .isInstanceOf(Origin.Loaded.class);
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void another_key_is_refused(Store store) throws Exception {
        startOnce(store, settings("staging", STAGING));
        byte[] other = new byte[32];
        new SecureRandom().nextBytes(other);
        variables.put("SIGNET_KEY_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(other));

        assertThatThrownBy(() -> startOnce(store, settings("staging", STAGING)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(
                        store.file(folder).toString(), "another key", "setting", "start with");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "c2hvcnQ=\n", "not base64 at all, and much longer than any key is\n"})
    void a_key_file_that_holds_no_key_is_named(String content) throws Exception {
        Path key = folder.resolve("key-encryption.key");
        Files.writeString(key, content);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> startOnce(Store.AUTHORITY, settings("staging", STAGING)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(key.toString(), "restore it from a backup");
        assertThat(key).content().isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void a_damaged_database_and_one_of_a_later_version_say_different_things(Store store)
            throws Exception {
        try (Parts parts = new Parts()) {
            var data = new DataFolder(settings("staging", STAGING), new SecureRandom());
            DataFolder.Opened opened =
                    store == Store.AUTHORITY
                            ? data.openAuthority(parts, SqlAuthorityStore.MIGRATIONS)
                            : data.openChat(parts, SqlChatStores.MIGRATIONS);
            opened.database()
                    .write(transaction ->
                            transaction
                                    .handle()
                                    .execute(
                                            """
                                            INSERT INTO schema_history
                                            SELECT 99, '99', 'later', type, 'V99__later.sql', 1,
                                                   installed_by, installed_on, 1, TRUE
                                            FROM schema_history WHERE version = '1'
                                            """));
        }
        assertThatThrownBy(() -> startOnce(store, settings("staging", STAGING)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(store.file(folder).toString(), "later version", "backup");

        Files.writeString(store.file(folder), "this is no database".repeat(1_000));
        assertThatThrownBy(() -> startOnce(store, settings("staging", STAGING)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContainingAll(store.file(folder).toString(), "damaged", "backup");
    }
}
