package dev.signet.authority.signing;

import dev.signet.authority.credential.SecretSealer;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.settings.Lifetimes;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeyState;
import dev.signet.token.key.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes, seals and opens signing keys, and knows how long each stays in a state. A key is opened
 * once and the same object is used from then on, for it carries pools of prepared signatures.
 */
public final class KeyWorkshop {

    private final SecretSealer sealer;
    private final CryptoProvider provider;
    private final Lifetimes lifetimes;
    private final InstantSource clock;
    private final Map<String, SigningKey> opened = new ConcurrentHashMap<>();

    public KeyWorkshop(
            SecretSealer sealer,
            CryptoProvider provider,
            Lifetimes lifetimes,
            InstantSource clock) {
        this.sealer = sealer;
        this.provider = provider;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    StoredKey create(KeyState state, Instant now) {
        SigningKey key = SigningKey.generate(Algorithm.ES256, provider);
        opened.put(key.kid(), key);
        String sealed = sealer.seal(key.toJwk(), context(key.kid()));
        return new StoredKey(key.kid(), state, sealed, now, now);
    }

    SigningKey open(StoredKey key) {
        return opened.computeIfAbsent(
                key.kid(),
                kid -> SigningKey.ofJwk(sealer.unseal(key.sealed(), context(kid)), provider));
    }

    /** Whether it is time for the next state: pending keys to sign, retiring ones to go. */
    boolean isDue(StoredKey key, Instant now) {
        return switch (key.state()) {
            case PENDING -> over(key, AuthorityLimits.KEY_PUBLISHED_BEFORE_USE, now);
            case RETIRING -> over(key, lifetimes.longestToken().plus(AuthorityLimits.LEEWAY), now);
            case ACTIVE, RETIRED, REVOKED -> false;
        };
    }

    private static boolean over(StoredKey key, Duration stay, Instant now) {
        return !now.isBefore(key.since().plus(stay));
    }

    private static String context(String kid) {
        return "signing-key:" + kid;
    }
}
