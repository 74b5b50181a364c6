package dev.signet.config;

import java.net.URI;
import java.util.Optional;

/**
 * The chat backend: where it listens, and as whom it talks to the authority.
 *
 * @param port 1 to 65535
 * @param publicUrl as browsers see it; without a trailing slash
 * @param authorityUrl where this process reaches the authority
 * @param clientSecret absent only in the demo, which registers its own client
 * @param model absent for the built-in assistant
 */
public record ChatSettings(
        String host,
        int port,
        URI publicUrl,
        URI authorityUrl,
        String clientId,
        Optional<Secret> clientSecret,
        Optional<ModelSettings> model) {

    public ChatSettings {
        Ports.check("chat.port", port);
    }

    /** The same with that secret. */
    public ChatSettings withClientSecret(Secret secret) {
        return new ChatSettings(
                host, port, publicUrl, authorityUrl, clientId, Optional.of(secret), model);
    }
}
