package dev.signet.authority.token;

import dev.signet.authority.client.Scopes;
import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticket as it is stored.
 *
 * @param owner the token in whose name it was issued
 * @param expiresAt when the ticket is too old
 */
public record StoredTicket(
        CredentialHash hash, String accountId, Owner owner, Instant expiresAt, boolean spent) {

    /**
     * The access token that asked for the ticket.
     *
     * @param issuedAt and {@code expiresAt}: the new token lives no longer, and is revoked with it
     */
    public record Owner(
            String tokenId,
            String sessionId,
            String clientId,
            Scopes scopes,
            Optional<String> keyId,
            Instant issuedAt,
            Instant expiresAt) {}
}
