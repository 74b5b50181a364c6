package dev.signet.cli.node;

import dev.signet.authority.Authority;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRegistration;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.chat.http.ChatBackend;
import dev.signet.config.Secret;
import dev.signet.config.Settings;
import dev.signet.storage.file.PrivateFile;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The chat backend's registration with the demo's own authority. */
final class DemoClient {

    private static final int FILE_BYTES_MAX = 256;

    private DemoClient() {}

    /** The client's secret; registers the client at the first start. */
    static Secret secret(Settings settings, Authority authority) {
        PrivateFile file = new PrivateFile(settings.data().resolve("chat-client-secret.txt"));
        Client client = client(settings);
        if (!file.exists()) {
            file.createWith(register(client, authority).getBytes(StandardCharsets.US_ASCII));
        }
        file.requirePrivate();
        authority.clients().update(client, Caller.SYSTEM);
        return new Secret(new String(file.read(FILE_BYTES_MAX), StandardCharsets.US_ASCII).strip());
    }

    /** A client without its file lost its secret with it, so it gets a new one. */
    private static String register(Client client, Authority authority) {
        return switch (authority.clients().register(client, Caller.SYSTEM)) {
            case ClientRegistration.Registered(var _, var secret) -> secret.orElseThrow().value();
            case ClientRegistration.IdTaken _ ->
                    authority.clients().addSecret(client.id(), Caller.SYSTEM).orElseThrow().value();
            case ClientRegistration.TooMany _ ->
                    throw new IllegalStateException("the authority holds no more clients");
        };
    }

    private static Client client(Settings settings) {
        return new Client(
                settings.chat().clientId(),
                "Signet Chat",
                Client.Kind.CONFIDENTIAL,
                Set.of(settings.chat().publicUrl() + "/callback"),
                Set.of(
                        GrantType.AUTHORIZATION_CODE,
                        GrantType.REFRESH_TOKEN,
                        GrantType.CLIENT_CREDENTIALS),
                ClientScopes.of(Scopes.parse(ChatBackend.SIGN_IN_SCOPE).orElseThrow()),
                ServiceAccess.of(ClientRight.VALIDATE, ClientRight.FEED));
    }
}
