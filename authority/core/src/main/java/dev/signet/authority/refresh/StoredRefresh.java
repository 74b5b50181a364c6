package dev.signet.authority.refresh;

import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;
import java.util.Optional;

/**
 * A refresh token as it is stored.
 *
 * @param generation how many tokens of its family came before it
 * @param expiresAt when it is too old to be used for the first time
 */
public record StoredRefresh(
        CredentialHash hash,
        String familyId,
        long generation,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Spent> spent) {

    /**
     * Its first use.
     *
     * @param by who used it, if it told
     * @param sealedSuccessor what it was exchanged for, to be told again to the same instance
     */
    public record Spent(Instant at, Optional<ClientInstance> by, String sealedSuccessor) {}
}
