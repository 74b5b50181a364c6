package dev.signet.token.access;

import dev.signet.token.limit.TokenLimits;
import dev.signet.token.verdict.Identity.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an access token is to say, before it is signed.
 *
 * @param lifetime 1 s to {@link #LIFETIME_MAX}; a fraction of a second is cut off
 * @param sessionId required for users
 * @param keyThumbprint the DPoP key to bind the token to; empty for a bearer token
 */
public record AccessGrant(
        Kind kind,
        String subject,
        Set<String> audiences,
        String clientId,
        Optional<String> sessionId,
        Set<String> scopes,
        Set<String> permissions,
        Optional<String> email,
        Optional<Instant> authenticatedAt,
        List<String> methods,
        Optional<String> contextClass,
        Optional<String> keyThumbprint,
        Duration lifetime) {

    /** Longest life of any access token. */
    public static final Duration LIFETIME_MAX = TokenLimits.LIFETIME_MAX;

    public AccessGrant {
        audiences = Set.copyOf(audiences);
        scopes = Set.copyOf(scopes);
        permissions = Set.copyOf(permissions);
        methods = List.copyOf(methods);
        ClaimBounds.requireText("sub", subject);
        ClaimBounds.requireText("client_id", clientId);
        ClaimBounds.requireTexts("aud", audiences);
        ClaimBounds.requireScopes(scopes);
        ClaimBounds.requireTexts("permissions", permissions);
        ClaimBounds.requireTexts("amr", methods);
        sessionId.ifPresent(text -> ClaimBounds.requireText("sid", text));
        email.ifPresent(text -> ClaimBounds.requireText("email", text));
        contextClass.ifPresent(text -> ClaimBounds.requireText("acr", text));
        ClaimBounds.requireLifetime(lifetime);
        if (audiences.isEmpty()) {
            throw new IllegalArgumentException("access grant: at least one audience");
        }
        if (kind == Kind.USER && sessionId.isEmpty()) {
            throw new IllegalArgumentException("access grant: a user's token needs a session");
        }
    }

    /** A service in its own name. */
    public static AccessGrant service(
            String clientId,
            Set<String> audiences,
            Set<String> scopes,
            Set<String> permissions,
            Duration lifetime) {
        return new AccessGrant(
                Kind.SERVICE,
                clientId,
                audiences,
                clientId,
                Optional.empty(),
                scopes,
                permissions,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                lifetime);
    }
}
