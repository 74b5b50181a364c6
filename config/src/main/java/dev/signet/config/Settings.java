package dev.signet.config;

import dev.signet.token.access.Environment;
import dev.signet.token.key.CryptoProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an operator can decide, checked and complete.
 *
 * @param data the folder of the databases and keys
 * @param changeFrom whose data folder may be taken over, as environment@issuer; empty for nobody's
 * @param keyEncryptionKey 32 bytes in Base64; absent when the key lies in the data folder
 * @param trustedProxies whose {@code X-Forwarded-*} headers are believed; empty for nobody's
 */
public record Settings(
        Environment environment,
        Path data,
        Optional<String> changeFrom,
        AuthoritySettings authority,
        TokenSettings token,
        RefreshSettings refresh,
        PasswordSettings password,
        LoginSettings login,
        CryptoProvider.Choice cryptoProvider,
        Optional<Secret> keyEncryptionKey,
        WebSocketSettings webSocket,
        FeedSettings feed,
        ChatSettings chat,
        LegacySettings legacy,
        List<AddressRange> trustedProxies) {

    public Settings {
        trustedProxies = List.copyOf(trustedProxies);
        if (environment.isLive() && webSocket.testIssuer().isPresent()) {
            throw new IllegalArgumentException("websocket.test-issuer: not in " + environment);
        }
    }

    /** The same with that secret of the chat's client. */
    public Settings withChatSecret(Secret secret) {
        return new Settings(
                environment,
                data,
                changeFrom,
                authority,
                token,
                refresh,
                password,
                login,
                cryptoProvider,
                keyEncryptionKey,
                webSocket,
                feed,
                chat.withClientSecret(secret),
                legacy,
                trustedProxies);
    }
}
