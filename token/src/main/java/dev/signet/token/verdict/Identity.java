package dev.signet.token.verdict;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands behind a token that was found good, and for how long.
 *
 * @param kind whether a person or a service acts
 * @param subject the account's or the client's identifier ({@code sub})
 * @param audiences 1 or more ({@code aud})
 * @param tokenId {@code jti}, at least 128 random bits
 * @param sessionId {@code sid}; empty for services
 * @param clientId the OAuth client that the token was issued to
 * @param scopes may be empty
 * @param permissions may be empty
 * @param email empty when the token names none
 * @param keyId {@code kid} of the signing key; empty when the identity did not come from a JWS (a
 *     redeemed ticket)
 * @param keyThumbprint {@code cnf.jkt} (RFC 9449 §6.1); present only for DPoP-bound tokens
 */
public record Identity(
        Kind kind,
        String subject,
        String issuer,
        Set<String> audiences,
        String tokenId,
        Optional<String> sessionId,
        String clientId,
        Set<String> scopes,
        Set<String> permissions,
        Optional<String> email,
        String environment,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Instant> authenticatedAt,
        Optional<String> keyId,
        Optional<String> keyThumbprint) {

    public Identity {
        audiences = Set.copyOf(audiences);
        scopes = Set.copyOf(scopes);
        permissions = Set.copyOf(permissions);
        if (subject.isEmpty() || tokenId.isEmpty() || clientId.isEmpty()) {
            throw new IllegalArgumentException(
                    "identity: subject, token id and client id are required");
        }
        if (!expiresAt.isAfter(issuedAt)) {
            throw new IllegalArgumentException("identity: expires before it was issued");
        }
    }

    /** Who acts. */
    public enum Kind {
        /** A person's account, within a session. */
        USER,
        /** A service in its own name (RFC 6749 §4.4). */
        SERVICE
    }

    /** Whether that permission was granted when the token was issued. */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Names the subject and the token id, never a credential or an e-mail address. */
    @Override
    public String toString() {
        return "Identity[" + kind + " " + subject + " jti=" + tokenId + "]";
    }
}
