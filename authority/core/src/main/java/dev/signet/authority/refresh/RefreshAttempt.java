package dev.signet.authority.refresh;

import dev.signet.authority.client.Scopes;
import java.util.Optional;

/**
 * What a client shows to get new tokens.
 *
 * @param token as sent, whatever text it is
 * @param clientId the client, authenticated or identified before
 * @param scopes what it asks for; empty for all that was granted
 * @param instance what tells this copy of the client from others
 * @param keyThumbprint the DPoP key that was proved with this request
 */
public record RefreshAttempt(
        String token,
        String clientId,
        Optional<Scopes> scopes,
        Optional<ClientInstance> instance,
        Optional<String> keyThumbprint) {

    /** An attempt without DPoP and for all scopes. */
    public static RefreshAttempt of(
            String token, String clientId, Optional<ClientInstance> instance) {
        return new RefreshAttempt(token, clientId, Optional.empty(), instance, Optional.empty());
    }

    /** A DPoP key tells copies apart better than a header does, so it goes first. */
    Optional<ClientInstance> shownBy() {
        return keyThumbprint.map(ClientInstance::ofKeyThumbprint).or(() -> instance);
    }

    @Override
    public String toString() {
        return "RefreshAttempt[client=" + clientId + "]";
    }
}
