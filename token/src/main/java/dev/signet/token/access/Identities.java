package dev.signet.token.access;

import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Identity.Kind;
import java.util.Optional;

/** From claims to the identity that they describe. */
final class Identities {

    static final String USER_TOKEN_TYPE = "access";
    static final String SERVICE_TOKEN_TYPE = "service";

    private Identities() {}

    static boolean hasKnownTokenType(Claims claims) {
        return claims.tokenType().isEmpty() || kindOf(claims).isPresent();
    }

    private static Optional<Kind> kindOf(Claims claims) {
        return claims.tokenType()
                .flatMap(type ->
                        switch (type) {
                            case USER_TOKEN_TYPE -> Optional.of(Kind.USER);
                            case SERVICE_TOKEN_TYPE -> Optional.of(Kind.SERVICE);
                            default -> Optional.empty();
                        });
    }

    /** Whether every claim is there that its kind of token must carry. */
    static boolean areComplete(Claims claims) {
        return claims.issuer().isPresent()
                && claims.subject().isPresent()
                && !claims.audiences().isEmpty()
                && claims.expiresAt().isPresent()
                && claims.issuedAt().isPresent()
                && claims.tokenId().isPresent()
                && claims.clientId().isPresent()
                && claims.environment().isPresent()
                && claims.tokenType().isPresent()
                && (claims.sessionId().isPresent() || isService(claims));
    }

    private static boolean isService(Claims claims) {
        return claims.tokenType().equals(Optional.of(SERVICE_TOKEN_TYPE));
    }

    /** What many tokens say alike comes from there. */
    static Identity of(Claims claims, String kid, SharedValues shared) {
        return new Identity(
                kindOf(claims).orElseThrow(),
                claims.subject().orElseThrow(),
                shared.text(claims.issuer().orElseThrow()),
                shared.set(claims.audiences()),
                claims.tokenId().orElseThrow(),
                claims.sessionId(),
                shared.text(claims.clientId().orElseThrow()),
                shared.set(claims.scopes()),
                shared.set(claims.permissions()),
                claims.email(),
                shared.text(claims.environment().orElseThrow()),
                claims.issuedAt().orElseThrow(),
                claims.expiresAt().orElseThrow(),
                claims.authenticatedAt(),
                Optional.of(kid),
                claims.keyThumbprint());
    }
}
