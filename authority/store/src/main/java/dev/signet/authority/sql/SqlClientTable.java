package dev.signet.authority.sql;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.ClientTable;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.authority.client.StoredClient;
import dev.signet.authority.credential.CredentialHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

record SqlClientTable(Handle handle) implements ClientTable {

    @Override
    public List<StoredClient> all() {
        return handle.select("SELECT * FROM client ORDER BY id")
                .map((row, _) -> stored(row))
                .list();
    }

    @Override
    public boolean add(StoredClient stored) {
        Client client = stored.client();
        return handle.execute(
                        """
                        INSERT INTO client (id, name, kind, redirect_uris, grants, scopes,
                                            default_scopes, rights, permissions, audiences,
                                            secrets)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        client.id(),
                        client.name(),
                        Columns.code(client.kind()),
                        Columns.words(client.redirectUris()),
                        grants(client),
                        client.scopes().allowed().parameter(),
                        client.scopes().usual().parameter(),
                        rights(client),
                        Columns.words(client.service().permissions()),
                        Columns.words(client.service().audiences()),
                        secrets(stored.secrets()))
                == 1;
    }

    @Override
    public void update(Client client) {
        handle.execute(
                """
                UPDATE client SET name = ?, kind = ?, redirect_uris = ?, grants = ?, scopes = ?,
                                  default_scopes = ?, rights = ?, permissions = ?, audiences = ?
                WHERE id = ?
                """,
                client.name(),
                Columns.code(client.kind()),
                Columns.words(client.redirectUris()),
                grants(client),
                client.scopes().allowed().parameter(),
                client.scopes().usual().parameter(),
                rights(client),
                Columns.words(client.service().permissions()),
                Columns.words(client.service().audiences()),
                client.id());
    }

    @Override
    public void setSecrets(String clientId, List<CredentialHash> secrets) {
        handle.execute("UPDATE client SET secrets = ? WHERE id = ?", secrets(secrets), clientId);
    }

    @Override
    public boolean remove(String clientId) {
        return handle.execute("DELETE FROM client WHERE id = ?", clientId) == 1;
    }

    private static String grants(Client client) {
        return Columns.words(client.grants().stream().map(GrantType::code).toList());
    }

    private static String rights(Client client) {
        return Columns.words(client.service().rights().stream().map(ClientRight::code).toList());
    }

    private static String secrets(List<CredentialHash> secrets) {
        return Columns.wordList(secrets.stream().map(CredentialHash::value).toList());
    }

    private static StoredClient stored(ResultSet row) throws SQLException {
        var client =
                new Client(
                        row.getString("id"),
                        row.getString("name"),
                        Columns.code(row, "kind", Client.Kind::valueOf),
                        Columns.words(row, "redirect_uris"),
                        Columns.words(row, "grants").stream()
                                .map(code -> GrantType.ofCode(code).orElseThrow())
                                .collect(Collectors.toUnmodifiableSet()),
                        new ClientScopes(
                                new Scopes(Columns.words(row, "scopes")),
                                new Scopes(Columns.words(row, "default_scopes"))),
                        service(row));
        return new StoredClient(
                client,
                Columns.wordList(row, "secrets").stream().map(CredentialHash::new).toList());
    }

    private static ServiceAccess service(ResultSet row) throws SQLException {
        return new ServiceAccess(
                Columns.words(row, "rights").stream()
                        .map(code -> ClientRight.ofCode(code).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                Columns.words(row, "permissions"),
                Columns.words(row, "audiences"));
    }
}
