package dev.signet.benchmarks.token;

import dev.signet.token.access.AccessGrant;
import dev.signet.token.access.TokenIssuer;
import dev.signet.token.access.TokenProfile;
import dev.signet.token.access.TokenValidator;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.KeySource.Lookup;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity.Kind;
import dev.signet.token.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An issuer and a validator with the fastest provider and some thousand revocations. */
final class Workload {

    private static final int REVOCATIONS = 10_000;

    final SigningKey key = SigningKey.generate(Algorithm.ES256, CryptoProvider.best());
    final TokenIssuer issuer =
            new TokenIssuer(
                    "https://authority.example",
                    "production",
                    () -> key,
                    InstantSource.system(),
                    new SecureRandom());

    /** A validator that has seen no token yet. */
    TokenValidator validator() {
        byte[] published =
                KeySet.of(List.of(key.verificationKey())).toJson().getBytes(StandardCharsets.UTF_8);
        KeySet keys =
                ((KeySet.Parsed.Usable) KeySet.parse(published, CryptoProvider.best())).keys();
        KeySource source =
                kid -> keys.find(kid).<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Unknown::new);
        TokenProfile profile =
                TokenProfile.of(
                        "https://authority.example", Set.of("signet-platform"), "production");
        return new TokenValidator(profile, source, revocations(), InstantSource.system());
    }

    private static RevocationState revocations() {
        RevocationState state = new RevocationState();
        Instant until = Instant.now().plus(Duration.ofHours(1));
        for (int i = 0; i < REVOCATIONS; i++) {
            state.apply(new RevocationEvent.TokenRevoked("revoked-" + i, until));
            state.apply(new RevocationEvent.SessionRevoked("ses_revoked-" + i, until));
        }
        return state;
    }

    /** The token of a person who logged in with a browser. */
    String token() {
        return issuer.issue(grant()).value();
    }

    static AccessGrant grant() {
        return new AccessGrant(
                Kind.USER,
                "usr_0123456789abcdefABCDEF",
                Set.of("signet-platform"),
                "signet-chat",
                Optional.of("ses_0123456789abcdefABCDEF"),
                Set.of("openid", "profile", "email", "offline_access"),
                Set.of("chat:use", "sessions:revoke"),
                Optional.of("alice@example.com"),
                Optional.of(Instant.now()),
                List.of("pwd"),
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(2));
    }

    static Verdict requireValid(Verdict verdict) {
        if (verdict instanceof Verdict.Valid) {
            return verdict;
        }
        throw new IllegalStateException("the benchmark measures good tokens, not " + verdict);
    }
}
