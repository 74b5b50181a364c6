package dev.signet.authority.signing;

import dev.signet.token.key.KeyState;
import java.time.Instant;

/**
 * A signing key as it is stored.
 *
 * @param sealed the private key, sealed for {@code signing-key:} and the {@code kid}; empty once it
 *     can sign no more and nobody needs to verify with it
 * @param since when it came into that state
 */
public record StoredKey(
        String kid, KeyState state, String sealed, Instant createdAt, Instant since) {

    StoredKey in(KeyState next, Instant now) {
        boolean over = next == KeyState.RETIRED || next == KeyState.REVOKED;
        return new StoredKey(kid, next, over ? "" : sealed, createdAt, now);
    }

    @Override
    public String toString() {
        return "StoredKey[" + kid + " " + state + "]";
    }
}
