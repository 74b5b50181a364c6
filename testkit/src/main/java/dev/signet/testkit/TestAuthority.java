package dev.signet.testkit;

import dev.signet.token.access.AccessGrant;
import dev.signet.token.access.IssuedToken;
import dev.signet.token.access.TokenIssuer;
import dev.signet.token.access.TokenProfile;
import dev.signet.token.access.TokenValidator;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.CryptoProvider.Choice;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity.Kind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An issuer in memory with one ES256 key: signs what a test asks for and knows how to validate it.
 */
public final class TestAuthority {

    public static final String ISSUER = "https://authority.test";
    public static final String AUDIENCE = "signet-platform";
    public static final String SERVICE_AUDIENCE = "signet-services";
    public static final String ENVIRONMENT = "test";
    public static final CryptoProvider CRYPTO = CryptoProvider.of(Choice.JDK);

    private final SigningKey key = SigningKey.generate(Algorithm.ES256, CRYPTO);
    private final InstantSource clock;
    private final TokenIssuer issuer;

    public TestAuthority(InstantSource clock) {
        this.clock = clock;
        this.issuer = new TokenIssuer(ISSUER, ENVIRONMENT, () -> key, clock, new SecureRandom());
    }

    public SigningKey key() {
        return key;
    }

    public KeySet keys() {
        return KeySet.of(List.of(key.verificationKey()));
    }

    /** What a service of the test platform accepts. */
    public static TokenProfile profile() {
        return TokenProfile.of(ISSUER, Set.of(AUDIENCE), ENVIRONMENT);
    }

    /** A key source that knows this authority's key and no other. */
    public KeySource keySource() {
        return kid ->
                keys().find(kid)
                        .<KeySource.Lookup>map(KeySource.Lookup.Found::new)
                        .orElseGet(KeySource.Lookup.Unknown::new);
    }

    /** The pipeline over this authority's key. */
    public TokenValidator validator(RevocationState revocations) {
        return new TokenValidator(profile(), keySource(), revocations, clock);
    }

    /** A user's token of ten minutes in that session. */
    public IssuedToken userToken(String subject, String sessionId) {
        return issuer.issue(userGrant(subject, sessionId));
    }

    /** Signs any grant. */
    public IssuedToken issue(AccessGrant grant) {
        return issuer.issue(grant);
    }

    /** A grant like those of a login through a browser. */
    public AccessGrant userGrant(String subject, String sessionId) {
        return new AccessGrant(
                Kind.USER,
                subject,
                Set.of(AUDIENCE),
                "signet-chat",
                Optional.of(sessionId),
                Set.of("openid", "profile"),
                Set.of("chat:use", "sessions:revoke"),
                Optional.of(subject + "@example.test"),
                Optional.of(clock.instant()),
                List.of("pwd"),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(10));
    }
}
