package dev.signet.authority.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.client.StoredClient;
import dev.signet.storage.sql.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients that were registered before there were rights may do afterwards. */
class EarlierClientsTest {

    private static final String USUAL = "email offline_access openid profile";

    @TempDir private Path folder;

    private Map<String, Client> migrated() throws SQLException, IOException {
        Path file = folder.resolve("authority.db");
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, "", "")
                .locations("classpath:" + SqlAuthorityStore.MIGRATIONS)
                .table("schema_history")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            insert(connection, "orders", "service", "client_credentials", USUAL);
            insert(connection, "asker", "service", "", "");
            insert(
                    connection,
                    "web",
                    "confidential",
                    "authorization_code client_credentials refresh_token",
                    USUAL);
            insert(connection, "phone", "public", "authorization_code", "openid chat:use");
        }
        SqliteDatabase database = SqliteDatabase.open(file, SqlAuthorityStore.MIGRATIONS);
        try {
            return new SqlAuthorityStore(database)
                    .read(tx -> tx.clients().all()).stream()
                            .map(StoredClient::client)
                            .collect(Collectors.toMap(Client::id, Function.identity()));
        } finally {
            database.close();
        }
    }

    private static void insert(
            Connection connection, String id, String kind, String grants, String scopes)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String uris = kind.equals("service") ? "" : "https://app.example/callback";
            statement.execute(
                    "INSERT INTO client VALUES ('%s', 'A name', '%s', '%s', '%s', '%s', '', '', '')"
                            .formatted(id, kind, uris, grants, scopes));
        }
    }

    @Test
    void a_service_keeps_what_it_could_do() throws Exception {
        Map<String, Client> clients = migrated();

        assertThat(clients.get("orders").service().rights())
                .containsExactlyInAnyOrder(ClientRight.values());
        assertThat(clients.get("orders").grants()).containsExactly(GrantType.CLIENT_CREDENTIALS);
        assertThat(clients.get("asker").service().rights()).containsExactly(ClientRight.INTROSPECT);
    }

    @Test
    void an_application_for_people_has_no_rights() throws Exception {
        Client web = migrated().get("web");

        assertThat(web.service().rights()).isEmpty();
        assertThat(web.grants())
                .containsExactlyInAnyOrder(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);
    }

    @Test
    void the_default_is_who_the_person_is_as_far_as_the_client_may_ask() throws Exception {
        Map<String, Client> clients = migrated();

        assertThat(clients.get("web").scopes().usual())
                .isEqualTo(Scopes.of("openid", "profile", "email"));
        assertThat(clients.get("phone").scopes().usual()).isEqualTo(Scopes.of("openid"));
        assertThat(clients.get("phone").scopes().allowed())
                .isEqualTo(Scopes.of("openid", "chat:use"));
    }
}
