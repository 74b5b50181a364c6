package dev.signet.token.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The claims of an access token that are there, each of its type. */
record Claims(
        Optional<String> issuer,
        Optional<String> subject,
        Set<String> audiences,
        Optional<Instant> expiresAt,
        Optional<Instant> issuedAt,
        Optional<Instant> notBefore,
        Optional<String> tokenId,
        Optional<String> clientId,
        Optional<String> sessionId,
        Set<String> scopes,
        Set<String> permissions,
        Optional<String> email,
        Optional<String> environment,
        Optional<Instant> authenticatedAt,
        Optional<String> tokenType,
        Optional<String> keyThumbprint) {

    /** Empty when a claim has a type that RFC 7519, RFC 9068 or our own page does not give it. */
    static Optional<Claims> of(Map<String, Object> payload) {
        ClaimReader reader = new ClaimReader(payload);
        Claims claims = read(reader);
        reader.texts("amr");
        reader.text("acr");
        return reader.foundMistyped() ? Optional.empty() : Optional.of(claims);
    }

    private static Claims read(ClaimReader reader) {
        return new Claims(
                reader.text("iss"),
                reader.text("sub"),
                reader.textOrTexts("aud"),
                reader.instant("exp"),
                reader.instant("iat"),
                reader.instant("nbf"),
                reader.text("jti"),
                reader.text("client_id"),
                reader.text("sid"),
                reader.words("scope"),
                reader.texts("permissions"),
                reader.text("email"),
                reader.text("env"),
                reader.instant("auth_time"),
                reader.text("token_type"),
                reader.thumbprint("cnf"));
    }
}
