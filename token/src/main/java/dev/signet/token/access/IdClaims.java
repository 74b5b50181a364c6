package dev.signet.token.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an id token is to say (OpenID Connect Core §2).
 *
 * @param clientId the audience
 * @param nonce as the client sent it; empty when it sent none
 * @param lifetime as an access token's
 * @param accessToken the access token issued beside it, for {@code at_hash}
 */
public record IdClaims(
        String subject,
        String clientId,
        String sessionId,
        Instant authenticatedAt,
        Optional<String> nonce,
        Optional<String> email,
        Optional<Boolean> emailVerified,
        Optional<String> name,
        List<String> methods,
        IssuedToken accessToken,
        Duration lifetime) {

    public IdClaims {
        methods = List.copyOf(methods);
        ClaimBounds.requireText("sub", subject);
        ClaimBounds.requireText("aud", clientId);
        ClaimBounds.requireText("sid", sessionId);
        ClaimBounds.requireLifetime(lifetime);
    }
}
