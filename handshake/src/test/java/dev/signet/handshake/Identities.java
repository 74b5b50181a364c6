package dev.signet.handshake;

import dev.signet.token.verdict.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Identities for tests; each method changes one thing of the one before. */
final class Identities {

    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final String ISSUER = "https://auth.example";
    static final String TEST_ISSUER = "https://test-issuer.example";

    private Identities() {}

    static Identity user(String subject) {
        return user(subject, "ses_" + subject, NOW.plus(Duration.ofMinutes(15)));
    }

    static Identity user(String subject, String session, Instant expiresAt) {
        return identity(Identity.Kind.USER, subject, Optional.of(session), ISSUER, expiresAt);
    }

    static Identity testUser(String subject) {
        return identity(
                Identity.Kind.USER,
                subject,
                Optional.of("ses_" + subject),
                TEST_ISSUER,
                NOW.plus(Duration.ofMinutes(15)));
    }

    /** A person whose token names no session, as old tokens do. */
    static Identity sessionless(String subject) {
        return identity(
                Identity.Kind.USER,
                subject,
                Optional.empty(),
                ISSUER,
                NOW.plus(Duration.ofMinutes(15)));
    }

    static Identity service(String subject) {
        return identity(
                Identity.Kind.SERVICE,
                subject,
                Optional.empty(),
                ISSUER,
                NOW.plus(Duration.ofMinutes(15)));
    }

    static Identity boundToKey(Identity identity) {
        return new Identity(
                identity.kind(),
                identity.subject(),
                identity.issuer(),
                identity.audiences(),
                identity.tokenId(),
                identity.sessionId(),
                identity.clientId(),
                identity.scopes(),
                identity.permissions(),
                identity.email(),
                identity.environment(),
                identity.issuedAt(),
                identity.expiresAt(),
                identity.authenticatedAt(),
                identity.keyId(),
                Optional.of("thumbprint"));
    }

    private static Identity identity(
            Identity.Kind kind,
            String subject,
            Optional<String> session,
            String issuer,
            Instant expiresAt) {
        return new Identity(
                kind,
                subject,
                issuer,
                Set.of("signet-platform"),
                "jti-of-" + subject,
                session,
                "client",
                Set.of("openid"),
                Set.of("chat:use"),
                Optional.of(subject + "@example.org"),
                "test",
                NOW.minus(Duration.ofHours(1)),
                expiresAt,
                Optional.empty(),
                Optional.of("kid-1"),
                Optional.empty());
    }
}
