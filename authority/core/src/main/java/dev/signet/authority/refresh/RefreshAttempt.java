package dev.signet.authority.refresh;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
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
 * @param place where a public client asks from that shows neither; empty for all others
 */
public record RefreshAttempt(
        String token,
        String clientId,
        Optional<Scopes> scopes,
        Optional<ClientInstance> instance,
        Optional<String> keyThumbprint,
        Optional<ClientInstance> place) {

    /** An attempt of which no more is known than what it shows. */
    public RefreshAttempt(
            String token,
            String clientId,
            Optional<Scopes> scopes,
            Optional<ClientInstance> instance,
            Optional<String> keyThumbprint) {
        this(token, clientId, scopes, instance, keyThumbprint, Optional.empty());
    }

    /** An attempt without DPoP and for all scopes. */
    public static RefreshAttempt of(
            String token, String clientId, Optional<ClientInstance> instance) {
        return new RefreshAttempt(token, clientId, Optional.empty(), instance, Optional.empty());
    }

    /**
     * The same, told apart by where it comes from if it shows nothing better and can keep no
     * secret: the tabs of a browser know nothing of each other.
     */
    public RefreshAttempt from(Client client, Caller by) {
        boolean told = client.hasSecret() || shownBy().isPresent();
        return new RefreshAttempt(
                token,
                clientId,
                scopes,
                instance,
                keyThumbprint,
                told ? Optional.empty() : ClientInstance.ofPlace(by.address(), by.userAgent()));
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
