package dev.signet.token.access;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.jose.Digest;
import dev.signet.token.jose.JwsWriter;
import dev.signet.token.key.SigningKey;
import dev.signet.token.limit.TokenLimits;
import dev.signet.token.verdict.Identity.Kind;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Signs access tokens (RFC 9068 §2) and id tokens (OpenID Connect Core §2); safe for many threads.
 */
public final class TokenIssuer {

    static final int TOKEN_ID_BYTES = 16;

    private final String issuer;
    private final String environment;
    private final Supplier<SigningKey> activeKey;
    private final InstantSource clock;
    private final SecureRandom random;
    private volatile Headers headers;

    /** Encoded headers of one key. */
    private record Headers(SigningKey key, String access, String id) {
        static Headers of(SigningKey key) {
            return new Headers(
                    key,
                    JwsWriter.header(key.algorithm(), key.kid(), TokenValidator.ACCESS_TYPE),
                    JwsWriter.header(key.algorithm(), key.kid(), "JWT"));
        }
    }

    /** Whole seconds, as NumericDate is commonly read. */
    private record Life(Instant start, Instant end) {
        static Life of(Instant now, Duration lifetime) {
            Instant start = now.truncatedTo(ChronoUnit.SECONDS);
            return new Life(start, start.plusSeconds(lifetime.toSeconds()));
        }
    }

    /**
     * @param activeKey asked at each signature; the key that signs now
     * @param random source of token identifiers
     */
    public TokenIssuer(
            String issuer,
            String environment,
            Supplier<SigningKey> activeKey,
            InstantSource clock,
            SecureRandom random) {
        this.issuer = issuer;
        this.environment = environment;
        this.activeKey = activeKey;
        this.clock = clock;
        this.random = random;
        this.headers = Headers.of(activeKey.get());
    }

    /**
     * Signs an access token whose life begins now.
     *
     * @throws IllegalArgumentException when it would be longer than anybody accepts
     */
    public IssuedToken issue(AccessGrant grant) {
        Headers current = currentHeaders();
        Life life = Life.of(clock.instant(), grant.lifetime());
        return sign(
                current.access(),
                current.key(),
                life,
                json -> {
                    json.writeStringField("sub", grant.subject());
                    strings(json, "aud", grant.audiences());
                    writeGrant(json, grant);
                });
    }

    private void writeGrant(JsonGenerator json, AccessGrant grant) throws IOException {
        json.writeStringField("client_id", grant.clientId());
        if (grant.sessionId().isPresent()) {
            json.writeStringField("sid", grant.sessionId().get());
        }
        json.writeStringField("scope", String.join(" ", grant.scopes()));
        strings(json, "permissions", grant.permissions());
        if (grant.email().isPresent()) {
            json.writeStringField("email", grant.email().get());
        }
        json.writeStringField("env", environment);
        if (grant.authenticatedAt().isPresent()) {
            json.writeNumberField("auth_time", grant.authenticatedAt().get().getEpochSecond());
        }
        if (!grant.methods().isEmpty()) {
            strings(json, "amr", grant.methods());
        }
        if (grant.contextClass().isPresent()) {
            json.writeStringField("acr", grant.contextClass().get());
        }
        json.writeStringField(
                "token_type",
                grant.kind() == Kind.USER
                        ? Identities.USER_TOKEN_TYPE
                        : Identities.SERVICE_TOKEN_TYPE);
        if (grant.keyThumbprint().isPresent()) {
            json.writeObjectFieldStart("cnf");
            json.writeStringField("jkt", grant.keyThumbprint().get());
            json.writeEndObject();
        }
    }

    /**
     * Signs an id token beside an access token.
     *
     * @throws IllegalArgumentException when it would be longer than anybody accepts
     */
    public IssuedToken issue(IdClaims claims) {
        Headers current = currentHeaders();
        Life life = Life.of(clock.instant(), claims.lifetime());
        return sign(
                current.id(),
                current.key(),
                life,
                json -> {
                    json.writeStringField("sub", claims.subject());
                    json.writeStringField("aud", claims.clientId());
                    writeIdClaims(json, claims, current.key().algorithm());
                });
    }

    private static void writeIdClaims(JsonGenerator json, IdClaims claims, Algorithm algorithm)
            throws IOException {
        json.writeStringField("azp", claims.clientId());
        json.writeStringField("sid", claims.sessionId());
        json.writeNumberField("auth_time", claims.authenticatedAt().getEpochSecond());
        json.writeStringField("at_hash", leftHalfOfHash(claims.accessToken().value(), algorithm));
        if (claims.nonce().isPresent()) {
            json.writeStringField("nonce", claims.nonce().get());
        }
        if (claims.email().isPresent()) {
            json.writeStringField("email", claims.email().get());
        }
        if (claims.emailVerified().isPresent()) {
            json.writeBooleanField("email_verified", claims.emailVerified().get());
        }
        if (claims.name().isPresent()) {
            json.writeStringField("name", claims.name().get());
        }
        strings(json, "amr", claims.methods());
    }

    /** {@code at_hash}, by the hash of the id token's own algorithm (§3.1.3.6). */
    private static String leftHalfOfHash(String accessToken, Algorithm algorithm) {
        byte[] hash = Digest.of(accessToken, algorithm.hashName());
        return Base64Url.encode(Arrays.copyOf(hash, hash.length / 2));
    }

    private static void strings(JsonGenerator json, String name, Collection<String> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private IssuedToken sign(String header, SigningKey key, Life life, JwsWriter.Members claims) {
        String tokenId = newTokenId();
        byte[] payload =
                JwsWriter.object(json -> {
                    json.writeStringField("iss", issuer);
                    json.writeNumberField("exp", life.end().getEpochSecond());
                    json.writeNumberField("iat", life.start().getEpochSecond());
                    json.writeStringField("jti", tokenId);
                    claims.writeTo(json);
                });
        String value = JwsWriter.compact(header, payload, key::sign);
        if (value.length() > TokenLimits.TOKEN_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "token: longer than " + TokenLimits.TOKEN_LENGTH_MAX + " characters");
        }
        return new IssuedToken(value, tokenId, life.start(), life.end());
    }

    private String newTokenId() {
        byte[] bytes = new byte[TOKEN_ID_BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    private Headers currentHeaders() {
        Headers current = headers;
        SigningKey key = activeKey.get();
        if (current.key() == key) {
            return current;
        }
        Headers fresh = Headers.of(key);
        headers = fresh;
        return fresh;
    }
}
