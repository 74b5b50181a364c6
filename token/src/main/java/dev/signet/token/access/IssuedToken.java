package dev.signet.token.access;

import java.time.Instant;

/**
 * A signed token. Never printed.
 *
 * @param value the compact serialization
 * @param tokenId its {@code jti}
 * @param issuedAt whole seconds
 * @param expiresAt whole seconds
 */
public record IssuedToken(String value, String tokenId, Instant issuedAt, Instant expiresAt) {

    /** {@code expires_in} as of the issue (RFC 6749 §5.1). */
    public long expiresInSeconds() {
        return expiresAt.getEpochSecond() - issuedAt.getEpochSecond();
    }

    @Override
    public String toString() {
        return "IssuedToken[jti=" + tokenId + "]";
    }
}
