package dev.signet.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Which carriers of a token the handshake accepts, beside those that it always accepts.
 *
 * @param allowQueryTokens tokens in the URL
 * @param allowFirstMessage tokens in the first message
 * @param echoLegacySubprotocol whether an entry that carries a token may be selected
 * @param origins pages that may connect
 * @param testIssuer whose test identities are accepted; only outside of live environments
 */
public record WebSocketSettings(
        boolean allowQueryTokens,
        boolean allowFirstMessage,
        boolean echoLegacySubprotocol,
        List<URI> origins,
        Optional<URI> testIssuer) {

    public WebSocketSettings {
        origins = List.copyOf(origins);
    }
}
